"""Writes to the log that must not stop a drill or a mock: what can't be written waits, in order, and is tried again."""

from collections.abc import Callable
from typing import TypeVar

from dojo.progress.errors import ProgressError
from dojo.progress.log import Progress

T = TypeVar("T")


class Ledger:
    """The log of one learner. Without `progress` nothing is kept, and `trouble` says why."""

    def __init__(self, progress: Progress | None, trouble: ProgressError | None = None) -> None:
        self.progress = progress
        self._trouble = trouble
        self._waiting: list[Callable[[Progress], object]] = []

    def trouble(self, lang: str) -> str | None:
        """Why something is not saved, in one sentence; None where all is."""
        return self._trouble.say(lang) if self._trouble else None

    def write(self, write: Callable[[Progress], object]) -> None:
        """Returns once `write` is on the disk, or waits behind `trouble`."""
        if self.progress is None:
            return
        self._waiting.append(write)
        try:
            while self._waiting:
                self._waiting[0](self.progress)
                del self._waiting[0]
        except ProgressError as error:
            self._trouble = error
        else:
            self._trouble = None

    def read(self, read: Callable[[Progress], T], otherwise: T) -> T:
        """What `read` finds; `otherwise` where the log can't be read."""
        if self.progress is None:
            return otherwise
        try:
            return read(self.progress)
        except ProgressError as error:
            self._trouble = error
            return otherwise

    def close(self) -> None:
        if self.progress is not None:
            self.progress.close()
