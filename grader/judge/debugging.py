"""One submission under an ordinary pytest, for an author who debugs a suite: plain rooms, kept for the whole run."""

from __future__ import annotations

import atexit
import functools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.catalogue import Kata
from grader.judge.grading import Grading
from grader.judge.needs import IMPORTS, room_limits
from grader.judge.rooms import Rooms
from grader.judge.submissions import read_submission
from grader.sandbox.tiers import Tier


@contextmanager
def grading_of(path: Path, kata: Kata) -> Iterator[Grading]:
    """A grading of the file at `path` for the length of one test."""
    rooms = _rooms(kata.needs)
    limits = room_limits(kata)
    grading = Grading(kata, read_submission(path), lambda: rooms.open(limits))
    try:
        yield grading
    finally:
        grading.close()


@functools.cache
def _rooms(needs: str) -> Rooms:
    rooms = Rooms(Tier.PLAIN, IMPORTS[needs])
    atexit.register(rooms.close)
    return rooms
