"""The state of a drill: its katas, clocks, saves and hints, and how each becomes an event of the log. No terminal.

Each verdict is in the log before `judged` returns, so nobody sees a result that a crash could take away. A drill is
taken up again from its events alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from dojo.drill.clock import Clock
from dojo.progress import Judged, Progress, Step
from dojo.progress.ledger import Ledger
from grader.judge.verdicts import Result, Verdict

FULL = 10  # points of a kata
State = Literal["waiting", "running", "passed", "given up"]


class Task(Struct, frozen=True):
    """A kata of the drill and its par time in minutes."""

    slug: str
    minutes: int


class Save(Struct, frozen=True):
    """One verdict: seconds on the kata's clock, tests passed of all, the share of the points."""

    clock: float
    passed: int
    tests: int
    verdict: str
    score: float


def cost(hint: int) -> int:
    """Points that hint number `hint` costs: each one more than the one before."""
    return hint


class Run:
    """One kata of the drill: what happened to it so far."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.state: State = "waiting"
        self.clock: Clock | None = None
        self.ended: float | None = None  # seconds on the clock when it was passed or given up
        self.saves: list[Save] = []
        self.hints: set[int] = set()
        self.started = 0  # the number of the event

    @property
    def seconds(self) -> float:
        if self.ended is not None:
            return self.ended
        return self.clock.seconds() if self.clock else 0.0

    @property
    def par(self) -> float:
        """Seconds."""
        return self.task.minutes * 60.0

    @property
    def share(self) -> float:
        """The time taken over the par time."""
        return self.seconds / self.par

    @property
    def score(self) -> float:
        """The best share of the suite's points."""
        return max((save.score for save in self.saves), default=0.0)

    @property
    def points(self) -> float:
        """Of `FULL`, less what the hints cost."""
        return max(self.score * FULL - sum(map(cost, self.hints)), 0.0)

    @property
    def over(self) -> bool:
        return self.state in ("passed", "given up")


class Drill:
    """A drill that is under way. `wall` and `tick` are clocks in seconds; the first is the one of the log."""

    def __init__(
        self,
        ledger: Ledger,
        tasks: Iterable[Task],
        minutes: float,
        folder: Path,
        wall: Callable[[], float],
        tick: Callable[[], float],
        began: float | None = None,
        number: int | None = None,
        at_least: float = 0.0,
    ) -> None:
        self.ledger = ledger
        self.runs = [Run(task) for task in tasks]
        self.minutes = minutes
        self.folder = folder
        self.number = number
        self._wall, self._tick = wall, tick
        self.clock = Clock(wall() if began is None else began, wall, tick, at_least)

    @property
    def current(self) -> Run | None:
        """The kata that is running, or else the next one that waits; None after the last."""
        return next((run for run in self.runs if not run.over), None)

    @property
    def place(self) -> int:
        """How many katas are over."""
        return sum(run.over for run in self.runs)

    def begin(self) -> None:
        """Write down what the drill holds."""
        tasks = [[run.task.slug, run.task.minutes] for run in self.runs]

        def write(progress: Progress) -> None:
            self.number = progress.record_step(
                "drill", "begin", katas=tasks, minutes=self.minutes, folder=str(self.folder)
            )

        self.ledger.write(write)

    def start(self, run: Run) -> None:
        """The clock of a kata begins."""

        def write(progress: Progress) -> None:
            run.started = progress.record_step("drill", "start", self.number, run.task.slug)

        self.ledger.write(write)
        run.clock = Clock(self._wall(), self._wall, self._tick)
        run.state = "running"

    def judged(self, run: Run, result: Result, source: bytes | None) -> None:
        """Keep a verdict on the bytes that were graded. A fault of ours, or a file that can't be read, is none."""
        if result.verdict is Verdict.BROKEN or source is None:
            return
        seconds, hints = run.seconds, len(self.hints_of(run))
        passed = sum(test.verdict is Verdict.PASSED for test in result.tests)
        save = Save(seconds, passed, len(result.tests), str(result.verdict), result.score)
        digest = hashlib.sha256(source).hexdigest()
        clock, share = round(seconds, 3), round(seconds / run.par, 4)

        def write(progress: Progress) -> None:
            progress.record_verdict(
                run.task.slug, save.verdict, save.score, digest, result.seconds, sitting=self.number, hints=hints,
                source=source, clock=clock, share=share, passed=save.passed, tests=save.tests,
            )  # fmt: skip

        self.ledger.write(write)
        run.saves.append(save)
        if result.verdict is Verdict.PASSED:
            run.state, run.ended = "passed", seconds

    def hint(self, run: Run, number: int) -> None:
        """Hint `number` is about to be shown."""
        self.ledger.write(lambda progress: progress.record_hint(run.task.slug, number, self.number))
        run.hints.add(number)

    def hints_of(self, run: Run) -> set[int]:
        """The hints read since the kata began, also those that `dojo kata hint` showed in another window."""
        if run.started:
            run.hints |= self.ledger.read(lambda progress: progress.hints(run.task.slug, run.started), set())
        return run.hints

    def give_up(self, run: Run) -> None:
        """The learner goes on without a pass."""
        seconds = run.seconds
        self.ledger.write(
            lambda progress: progress.record_step("drill", "skip", self.number, run.task.slug, clock=round(seconds, 3))
        )
        run.state, run.ended = "given up", seconds

    def end(self) -> None:
        """The drill is over and is not offered for resuming."""
        seconds = self.clock.seconds()
        self.ledger.write(lambda progress: progress.record_step("drill", "end", self.number, clock=round(seconds, 3)))


def resumed(
    ledger: Ledger,
    steps: Sequence[Step],
    verdicts: Sequence[Judged],
    wall: Callable[[], float],
    tick: Callable[[], float],
    there: Callable[[str], bool],
) -> Drill:
    """The drill of these events, clocks running on; katas that are no longer `there` are left out."""
    begin = steps[0]
    tasks = [Task(slug, minutes) for slug, minutes in begin.body["katas"] if there(slug)]
    clocks = [_clock_of(step) for step in steps]
    started = [step.at - begin.at for step in steps]
    drill = Drill(
        ledger, tasks, begin.body["minutes"], Path(begin.body["folder"]), wall, tick, begin.at, begin.id,
        at_least=max([0.0, *clocks, *started]),
    )  # fmt: skip
    runs = {run.task.slug: run for run in drill.runs}
    for step in steps:
        run = runs.get(step.subject or "")
        if run is None:
            continue
        if step.step == "start" and not run.started:
            run.started, run.state = step.id, "running"
            last = max((judged.clock or 0.0 for judged in verdicts if judged.kata == run.task.slug), default=0.0)
            run.clock = Clock(step.at, wall, tick, last)
        elif step.step == "skip" and not run.over:
            run.state, run.ended = "given up", _clock_of(step)
    for judged in verdicts:
        run = runs.get(judged.kata)
        if run is not None:
            clock = judged.clock or 0.0
            run.saves.append(Save(clock, judged.passed, judged.tests, judged.verdict, judged.score))
            if judged.verdict == "passed" and run.state == "running":
                run.state, run.ended = "passed", clock
    for run in drill.runs:
        drill.hints_of(run)
    return drill


def _clock_of(step: Step) -> float:
    return float(step.body.get("clock") or 0.0)
