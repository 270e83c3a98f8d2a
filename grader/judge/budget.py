"""How much a submission may still use. CPU time decides; wall time is the backstop for what only waits."""

from __future__ import annotations

from collections.abc import Callable

from grader.catalogue import Limits
from grader.judge.outcomes import Stop
from grader.judge.verdicts import Bilingual, Verdict

WALL_FOR_CPU = 10  # a test may take so many times its CPU limit by the clock on the wall
LOAD_FOR_TEST = 3  # importing a submission may take so many times what a test may


class Budget:
    """The clocks of one submission, over all its rooms. `clock` is a monotonic clock in seconds."""

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self.limits = limits
        self._clock = clock
        self._started = clock()
        self._spent = 0.0  # CPU seconds of rooms that are gone, and of the judge on the submission's behalf
        self._room = 0.0  # CPU seconds of the room at hand
        self.begin()

    def begin(self, loading: bool = False) -> None:
        """A test begins (or the import)."""
        self._allowed = self.limits.test_cpu * (LOAD_FOR_TEST if loading else 1)
        self._test_started = self._clock()
        self._cpu_at_start = self._spent + self._room

    def room_gone(self) -> None:
        self._spent += self._room
        self._room = 0.0

    def charge(self, seconds: float) -> None:
        """CPU time that the judge spent for the submission, in what it lends."""
        self._spent += seconds

    def patience(self, room_cpu: Callable[[], float]) -> float:
        """Seconds that may pass before the clocks must be read again. Raises `Stop` where a limit is reached."""
        self._room = max(self._room, room_cpu())
        used = self._spent + self._room
        cpu = min(self._allowed - (used - self._cpu_at_start), self.limits.cpu - used)
        now = self._clock()
        wall = min(self._test_started + WALL_FOR_CPU * self._allowed - now, self._started + self.limits.wall - now)
        if cpu <= 0 or wall <= 0:
            raise self.over()
        return min(cpu / 4 + 0.01, wall, 0.5)  # a quarter: several threads use CPU time faster than time passes

    def spent(self) -> bool:
        """Whether nothing is left for further tests."""
        return self._spent + self._room >= self.limits.cpu or self._clock() - self._started >= self.limits.wall

    def over(self) -> Stop:
        if self.spent():
            cpu, wall = self.limits.cpu, self.limits.wall
            message = Bilingual(
                f"all tests together took more than {cpu:g} s of CPU time or {wall:g} s",
                f"所有测试合计超过 {cpu:g} 秒 CPU 时间或 {wall:g} 秒",
            )
        else:
            message = Bilingual(
                f"it took more than {self._allowed:g} s of CPU time, or waited too long",
                f"超过 {self._allowed:g} 秒 CPU 时间，或等待过久",
            )
        return Stop(Verdict.TIMEOUT, message)
