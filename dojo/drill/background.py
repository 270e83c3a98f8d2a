"""Grades in a thread of its own, so that a Ctrl-C is felt at once: an import of torch hears of none for seconds."""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Callable, Generator
from typing import NoReturn, TypeVar

T = TypeVar("T")

GRACE = 0.3  # seconds in which the thread may still put its things away


class _End(Exception):
    """The work is done; `__cause__` is what ended it otherwise."""


def background(work: Callable[[Callable[[T], None]], None], stop: threading.Event) -> Generator[T, None, None]:
    """What `work` hands to the function that it is given, as it comes. `stop` is set when nobody asks any more."""
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
        while not isinstance(item := said.get(), _End):
            yield item
        if item.__cause__ is not None:
            raise item.__cause__
    finally:
        stop.set()
        thread.join(GRACE)


def leave(status: int) -> NoReturn:
    """End the process, whatever the thread is at: its zygote dies with it."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
