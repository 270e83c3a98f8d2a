"""How much a submission may still use. CPU time decides, and time in which it does nothing at all.

The clock on the wall is only the backstop, and time in which the room or the judge waited for a core is taken off it,
so that other work on the machine changes no verdict.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from grader.catalogue import Limits
from grader.judge.outcomes import Stop
from grader.judge.verdicts import Bilingual, Verdict
from grader.sandbox.held import RunQueue

WALL_FOR_CPU = 10  # a test may take so many times its CPU limit by the clock on the wall
LOAD_FOR_TEST = 3  # importing a submission may take so many times what a test may
FIRST_LOOK = 0.1  # seconds without an answer after which it is looked what the room's threads do
NEXT_LOOK = 0.5  # seconds


class Clocks(Protocol):
    """What can be read of a room."""

    def cpu_seconds(self) -> float: ...

    def waited_seconds(self) -> float: ...

    def asleep(self) -> float | None: ...


class Budget:
    """The clocks of one submission, over all its rooms. `clock` is a monotonic clock in seconds."""

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self.limits = limits
        self.load_matters = False  # whether a limit was reached that a busy machine could have brought nearer
        self._clock = clock
        self._queue = RunQueue()
        self._started = clock()
        self._spent = 0.0  # CPU seconds of rooms that are gone, and of the judge on the submission's behalf
        self._room = 0.0  # CPU seconds of the room at hand
        self._clocks: Clocks | None = None
        self._waited = -self._queue.seconds()  # for a core: in rooms that are gone; the judge's counts from here on
        self.begin()

    def begin(self, loading: bool = False) -> None:
        """A test begins (or the import)."""
        self._allowed = self.limits.test_cpu * (LOAD_FOR_TEST if loading else 1)
        self._test_started = self._clock()
        self._waited_at_start = self._waits()
        self._cpu_at_start = self._spent + self._room
        self._idle = 0.0
        self._look: tuple[float, float] | None = None

    def room_gone(self) -> None:
        self._spent += self._room
        self._room = 0.0
        if self._clocks is not None:
            self._waited += self._clocks.waited_seconds()
            self._clocks = None

    def charge(self, seconds: float) -> None:
        """CPU time that the judge spent for the submission, in what it lends."""
        self._spent += seconds

    def patience(self, clocks: Clocks, waiting: bool) -> float:
        """Seconds that may pass before the clocks must be read again. Raises `Stop` where a limit is reached.

        `waiting` says that the last such time has just passed without an answer.
        """
        self._clocks = clocks
        self._room = max(self._room, clocks.cpu_seconds())
        used = self._spent + self._room
        cpu = min(self._allowed - (used - self._cpu_at_start), self.limits.cpu - used)
        now = self._clock()
        if waiting:
            self._watch(clocks, now)
        else:
            self._look = None
        idle = self._allowed - self._idle
        wall = self._wall(now)
        if cpu <= 0 or wall <= 0 or idle <= 0:
            raise self.over()
        step = NEXT_LOOK if waiting else FIRST_LOOK
        return min(cpu / 4 + 0.01, wall, step)  # a quarter: several threads use CPU time faster than time passes

    def spent(self) -> bool:
        """Whether nothing is left for further tests."""
        if self._spent + self._room >= self.limits.cpu:
            return True
        past = self._clock() - self._started - self.limits.wall
        return past >= 0 and past >= self._waits()

    def over(self) -> Stop:
        used = self._spent + self._room
        if self.spent():
            cpu, wall = self.limits.cpu, self.limits.wall
            self.load_matters |= used < cpu
            message = Bilingual(
                f"all tests together took more than {cpu:g} s of CPU time or {wall:g} s",
                f"所有测试合计超过 {cpu:g} 秒 CPU 时间或 {wall:g} 秒",
            )
        elif self._idle >= self._allowed:
            message = Bilingual(
                f"it did nothing for {self._allowed:g} s: it sleeps, or waits for something that never comes",
                f"连续 {self._allowed:g} 秒什么也没做：它在休眠，或者在等一件不会发生的事",
            )
        elif used - self._cpu_at_start >= self._allowed:
            message = Bilingual(
                f"it used more than {self._allowed:g} s of CPU time", f"使用的 CPU 时间超过 {self._allowed:g} 秒"
            )
        else:
            self.load_matters = True
            wall = WALL_FOR_CPU * self._allowed
            message = Bilingual(
                f"it took more than {wall:g} s by the clock, not counting the time it waited for a core",
                f"运行时间超过 {wall:g} 秒（不含等待 CPU 核心的时间）",
            )
        return Stop(Verdict.TIMEOUT, message)

    def _watch(self, clocks: Clocks, now: float) -> None:
        """Count the time since the last look as idle, if all threads slept then and sleep now.

        What they ran or waited for a core meanwhile is taken off.
        """
        busy = clocks.asleep()
        if busy is not None and self._look is not None:
            self._idle += max(0.0, now - self._look[0] - (busy - self._look[1]))
        self._look = None if busy is None else (now, busy)

    def _wall(self, now: float) -> float:
        """Seconds by the clock on the wall that are left. Waits are only read where the time is up without them."""
        for_test = self._test_started + WALL_FOR_CPU * self._allowed - now
        for_all = self._started + self.limits.wall - now
        if min(for_test, for_all) <= 0:
            waits = self._waits()
            for_test, for_all = for_test + waits - self._waited_at_start, for_all + waits
        return min(for_test, for_all)

    def _waits(self) -> float:
        """Seconds that the room and the judge have waited for a core."""
        room = self._clocks.waited_seconds() if self._clocks is not None else 0.0
        return self._waited + self._queue.seconds() + room
