"""Landlock: what of the file system a room may open, set by the room itself and for good (linux/landlock.h).

It does not cover `stat`, `readlink`, `chmod` and `utime`: `seccomp` lets the last two do nothing, the first two stay.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from grader.sandbox import syscalls
from grader.sandbox.syscalls import Step

LEAST_FOR_LOCKED = 3  # before this version a file that may be read can be truncated

WRITE_FILE, READ_FILE, READ_DIR = 1 << 1, 1 << 2, 1 << 3
TRUNCATE = 1 << 14
READ = READ_FILE | READ_DIR
# all but devices, sockets and programs: remove, make folders and files, links, move, truncate
FULL = READ | WRITE_FILE | TRUNCATE | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8 | 1 << 12 | 1 << 13
ON_FILES = WRITE_FILE | READ_FILE | TRUNCATE

_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # how many rights the versions know; 5 and later 16


class Rules(NamedTuple):
    """What the rooms of a zygote may read; a place is a path and the rights beneath it."""

    version: int
    places: tuple[tuple[str, int], ...]


def version() -> int:
    """The version of Landlock here; 0 where the kernel has none or it is switched off."""
    return syscalls.landlock_version()


def rules(readable: Iterable[str]) -> Rules:
    """Of the paths those count that exist."""
    places = [(path, READ if os.path.isdir(path) else READ & ON_FILES) for path in readable if os.path.exists(path)]
    return Rules(version(), tuple(places))


def steps(rules: Rules, folder: str, free: int) -> Iterator[Step]:
    """Let this process open nothing but what the rules say and what lies in `folder`, no TCP port, and signal nobody
    outside. `free` is the lowest free descriptor."""
    known = rules.version
    handled = (1 << _FILE_RIGHTS[min(known, 5)]) - 1
    network = 0b11 if known >= 4 else 0
    scoped = 0b11 if known >= 6 else 0
    attributes = struct.pack("=QQQ", handled, network, scoped)[: 8 if known < 4 else 16 if known < 6 else 24]
    yield syscalls.landlock_create_ruleset(attributes)
    for path, rights in (*rules.places, (folder, FULL), (os.devnull, FULL & ON_FILES)):
        yield os.open, (path, os.O_PATH | os.O_CLOEXEC)
        yield syscalls.landlock_add_rule(free, struct.pack("=Qi", rights & handled, free + 1))
        yield os.close, (free + 1,)
    yield syscalls.landlock_restrict_self(free)
    yield os.close, (free,)
