"""Grades in a thread of its own, so that Ctrl-C works at once: an import of torch does not react to it for seconds."""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Callable, Generator
from typing import NoReturn, TypeVar

from grader.judge import handles

T = TypeVar("T")

GRACE = 0.3  # seconds in which the thread may still clean up
TICK = 0.25  # seconds between two looks at what is running


class _End(Exception):
    """The work is done; `__cause__` is the exception that ended it, if any."""


def background(
    work: Callable[[Callable[[T], None]], None], stop: threading.Event, on_tick: Callable[[], None] = lambda: None
) -> Generator[T, None, None]:
    """Yield what `work` passes to the function it is given, as it comes.

    `on_tick` is called while nothing comes. `stop` is set when the caller is done with the generator.
    """
    said: queue.SimpleQueue[T | _End] = queue.SimpleQueue()

    def run() -> None:
        end = _End()
        try:
            work(said.put)
        except BaseException as error:  # it must not end unheard in a thread
            end.__cause__ = error
        said.put(end)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        while True:
            try:
                item = said.get(timeout=TICK)
            except queue.Empty:
                on_tick()
                continue
            if isinstance(item, _End):
                break
            yield item
        if item.__cause__ is not None:
            raise item.__cause__
    finally:
        stop.set()
        thread.join(GRACE)


class UnderWay:
    """Which test the judge in this process is running, and for how long. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._test = ""
        self._since = 0.0

    def look(self) -> tuple[str, float]:
        """The name of the test, empty between tests, and the seconds since it was first seen."""
        running = handles.current[-1:]
        test = running[0].test if running else ""
        if test != self._test:
            self._test, self._since = test, self._clock()
        return test.removeprefix("test_"), self._clock() - self._since


def leave(status: int) -> NoReturn:
    """End the process, whatever the thread is doing: its zygote dies with it."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
