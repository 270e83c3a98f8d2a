"""Holds back what libraries want to be done after each fork; imported before any of them.

A zygote has one thread when it forks: no lock is held by another one, and none has to be made anew. Doing it all the
same cost each room half a millisecond and the copies of 140 pages. So `random` is not seeded anew either: like those of
NumPy and PyTorch, its numbers begin in every room where the zygote left them.
"""

from __future__ import annotations

import os
from typing import Any

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
    """Register everything that was held back: for rooms that may fork themselves, with threads."""
    if _register is not None:
        os.register_at_fork = _register
        for handlers in _held:
            _register(**handlers)
    _held.clear()
