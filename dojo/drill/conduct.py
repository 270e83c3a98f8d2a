"""Runs a drill without a terminal: makes each kata's folder, starts its clock, grades its saves, keeps the verdicts.

What is shown and which keys there are is up to `dojo.show.drill`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from dojo.drill.drill import Drill, Run
from dojo.drill.warm import Warm
from dojo.drill.workspace import start_or_fail
from grader.catalogue import Kata
from grader.judge.verdicts import Result
from grader.sandbox.tiers import Tier


class Conductor:
    """One kata at a time. `wake` is called from another thread whenever `pump` has something to do."""

    def __init__(self, drill: Drill, katas: Mapping[str, Kata], tier: Tier, wake: Callable[[], None]) -> None:
        self.drill = drill
        self._katas = katas
        self._tier = tier
        self._wake = wake
        self._warm: Warm | None = None
        self._rung: set[tuple[int, str]] = set()
        self.run: Run | None = None
        self.result: Result | None = None
        self.graded: bytes | None = None  # the source that `result` is about

    @property
    def kata(self) -> Kata:
        assert self.run is not None
        return self._katas[self.run.task.slug]

    @property
    def file(self) -> Path:
        return self.drill.folder / self.kata.slug / f"{self.kata.slug}.py"

    @property
    def busy(self) -> bool:
        """Whether a save is being graded."""
        return self._warm is not None and self._warm.busy

    def next(self) -> bool:
        """Go to the next kata; False if there is none. Raises `FolderError`."""
        self.close()
        self.run = self.drill.current
        self.result = self.graded = None
        if self.run is None:
            return False
        start_or_fail(self.kata, self.drill.folder)  # keeps what is there
        if self.run.state == "waiting":
            self.drill.start(self.run)
        else:
            self.times_up()  # what ran out before the terminal was closed is no news
        self._warm = Warm(self.kata, self.file, self._tier, self._wake)
        return True

    def pump(self) -> Result | None:
        """A verdict that has come in and is in the log; None if there is none. An untouched starter gives none."""
        while self._warm is not None and self.run is not None and (said := self._warm.take()) is not None:
            result, self.graded = said
            if self.graded == self.kata.starter.read_bytes():
                continue
            self.drill.judged(self.run, result, self.graded)
            self.result = result
            if self.run.over:
                self.close()
            return result
        return None

    def give_up(self) -> None:
        assert self.run is not None
        self.close()
        self.drill.give_up(self.run)

    def close(self, wait: bool = True) -> None:
        """Stop grading; see `Warm.close`."""
        if self._warm is not None:
            self._warm.close(wait)
            self._warm = None

    def times_up(self) -> list[str]:
        """Which times have run out since the last call: `par` of the kata, `drill` for all of it."""
        found = []
        if self.run is not None and not self.run.over and self.run.share >= 1:
            found.append((self.run.started, "par"))
        if self.drill.clock.seconds() >= self.drill.minutes * 60:
            found.append((0, "drill"))
        new = [each for each in found if each not in self._rung]
        self._rung.update(new)
        return [name for _, name in new]
