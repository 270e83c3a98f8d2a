"""Grades a kata's file at each save in a thread of its own, for a screen that does other things meanwhile."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from dojo.drill.watch import watch
from grader.catalogue import Kata
from grader.judge.verdicts import Result
from grader.sandbox.tiers import Tier

PATIENCE = 2.0  # seconds for the last run to end before the next kata's judge starts in this process


class _Closed(Exception):
    """The screen is done with this kata."""


class Warm:
    """Verdicts on one file. `wake` is called from the thread whenever there is something to take."""

    def __init__(self, kata: Kata, file: Path, tier: Tier, wake: Callable[[], None]) -> None:
        self._kata, self._file, self._tier = kata, file, tier
        self._wake = wake
        self._said: queue.SimpleQueue[tuple[Result, bytes | None] | BaseException] = queue.SimpleQueue()
        self._stop = threading.Event()
        self.busy = True
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def take(self) -> tuple[Result, bytes | None] | None:
        """The next verdict with the bytes that were graded; None if there is none yet. Raises what ended the thread."""
        try:
            said = self._said.get_nowait()
        except queue.Empty:
            return None
        if isinstance(said, BaseException):
            raise said
        return said

    def close(self, wait: bool = True) -> None:
        """Stop grading; without `wait` the process is about to end by `background.leave`."""
        self._stop.set()
        if wait:
            self._thread.join(PATIENCE)

    def _run(self) -> None:
        try:
            with closing(watch(self._kata, self._file, self._tier, self._started, self._look)) as verdicts:
                for verdict in verdicts:
                    self._look()
                    self.busy = False
                    self._said.put(verdict)
                    self._wake()
        except _Closed:
            pass
        except BaseException as error:  # it must not end unheard in a thread
            self._said.put(error)
            self._wake()

    def _started(self) -> None:
        self.busy = True
        self._wake()

    def _look(self) -> None:
        if self._stop.is_set():
            raise _Closed
