"""The kata of a mock interview: its folder, and its saves graded in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dojo.drill.warm import Warm
from dojo.drill.workspace import start_or_fail
from dojo.mock.interview import Interview
from grader.catalogue import Kata
from grader.sandbox.tiers import Tier


class Coding:
    """Keeps each verdict in the log and says nothing of it."""

    def __init__(self, interview: Interview, kata: Kata, tier: Tier, wake: Callable[[], None]) -> None:
        start_or_fail(kata, interview.folder)  # keeps what is there
        self.kata = kata
        self._interview = interview
        self._graded: bytes | None = kata.starter.read_bytes()
        self._warm = Warm(kata, self.file, tier, wake)

    @property
    def file(self) -> Path:
        return self._interview.folder / self.kata.slug / f"{self.kata.slug}.py"

    def pump(self) -> bool:
        """Take in what was graded; whether there was anything new."""
        found = False
        while (said := self._warm.take()) is not None:
            result, source = said
            if source != self._graded:  # what was graded before the terminal was closed counts once
                self._graded = source
                self._interview.saved(result, source)
                found = True
        return found

    @property
    def up_to_date(self) -> bool:
        """Whether what the file holds now has been graded, or can't be."""
        try:
            return self.file.read_bytes() == self._graded
        except OSError:
            return True

    def close(self, wait: bool = True) -> None:
        """Stop grading; see `Warm.close`."""
        self._warm.close(wait)
