"""A clock that runs from an event of the log: closing the terminal, thinking or sleeping does not stop it."""

from __future__ import annotations

from collections.abc import Callable


class Clock:
    """Seconds since `began` (wall time). Setting the wall clock back takes nothing away.

    `at_least` is what the clock showed at a later event of the log; `wall` is the wall clock and `tick` a monotonic
    one, both in seconds.
    """

    def __init__(
        self, began: float, wall: Callable[[], float], tick: Callable[[], float], at_least: float = 0.0
    ) -> None:
        self._began = began
        self._wall = wall
        self._tick = tick
        self._base = max(wall() - began, at_least, 0.0)
        self._since = tick()

    def seconds(self) -> float:
        return max(self._base + self._tick() - self._since, self._wall() - self._began)
