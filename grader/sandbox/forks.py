"""Makes the zygote's forks cheap. Imported before any library; what a room does after its fork is left to `room`.

Two things cost. Libraries want work done after each fork: a zygote has one thread when it forks, so no lock is held by
another one and none has to be made anew, yet doing it all the same cost each room half a millisecond and the copies of
140 pages. So it is held back. `random` is not seeded anew either: like those of NumPy and PyTorch, its numbers begin in
every room where the zygote left them.

And a fork copies an entry for each page of memory. In pages of 2 MB that is one entry instead of 512: with torch a
room from its fork to its end cost 24 ms of CPU before and 12 ms after, measured over 100 rooms on a busy machine; with
NumPy alone there is no difference. Where the kernel can't (before Linux 6.1), nothing happens.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from grader.sandbox import syscalls

HUGE = 2 << 20  # bytes; where huge pages have another size the kernel refuses, and small ones stay
MADV_COLLAPSE = 25

_held: list[dict[str, Any]] = []
_register = getattr(os, "register_at_fork", None)


def hold_back() -> None:
    """From now on nothing is registered, until one of the two functions below is called."""
    if _register is not None:
        os.register_at_fork = lambda **handlers: _held.append(handlers)


def forget() -> None:
    """Nothing of what was held back is ever done."""
    if _register is not None:
        os.register_at_fork = _register
    _held.clear()


def let_go() -> None:
    """Register what was held back: for rooms that may fork themselves, with threads. `random` keeps its seed."""
    import random

    if _register is not None:
        os.register_at_fork = _register
        for handlers in _held:
            if not isinstance(getattr(handlers.get("after_in_child"), "__self__", None), random.Random):
                _register(**handlers)
    _held.clear()


def candidates() -> list[int]:
    """The addresses of this process's own memory that can be put into one page each."""
    found: list[int] = []
    for line in Path("/proc/self/maps").read_text().splitlines():
        span, rights, _, _, _, *name = line.split(maxsplit=5)
        if rights == "rw-p" and name in ([], ["[heap]"]):
            first, end = (int(number, 16) for number in span.split("-"))
            found += range(-(-first // HUGE) * HUGE, end - HUGE + 1, HUGE)
    return found


def collapse(address: int) -> bool:
    """Put what lies there into one page; whether that was possible."""
    return syscalls.madvise(address, HUGE, MADV_COLLAPSE)
