"""Reads a submission: once, a regular file, not through a link, of limited size. Those bytes are checked and run."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import msgspec

from grader.judge.verdicts import Bilingual

LARGEST = 1 << 20  # bytes


class Job(msgspec.Struct, frozen=True):
    """One submission to grade: the slug of its kata, and its bytes or why there are none."""

    kata: str
    source: bytes | None
    trouble: Bilingual | None = None
    member: str | None = None
    file: str | None = None


class Unreadable(Exception):
    """A submission that cannot be read; the text says why, for a learner."""


def read_submission(path: Path) -> bytes:
    """The bytes of the file at `path`. Raises `Unreadable`."""
    try:
        # Without O_NONBLOCK the opening of a FIFO would wait for a writer.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        raise Unreadable("there is no such file") from None
    except OSError as error:
        raise Unreadable("it is a link" if error.errno == 40 else (error.strerror or "it cannot be opened")) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Unreadable("it is not a regular file")
    with open(descriptor, "rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unreadable(f"it is larger than {LARGEST >> 20} MB")
    return data
