"""Landlock: what of the file system a room may open, set by the room itself and for good (linux/landlock.h).

It does not cover `stat`, `readlink`, `chmod` and `utime`: the last two are refused by `seccomp`, the first two stay.
"""

from __future__ import annotations

import contextlib
import os
import struct
from collections.abc import Iterable

from grader.sandbox import syscalls
from grader.sandbox.numbers import LANDLOCK_ADD_RULE, LANDLOCK_CREATE_RULESET, LANDLOCK_RESTRICT_SELF

LEAST_FOR_LOCKED = 3  # before this version a file that may be read can be truncated

WRITE_FILE, READ_FILE, READ_DIR = 1 << 1, 1 << 2, 1 << 3
TRUNCATE = 1 << 14
READ = READ_FILE | READ_DIR
# all but devices, sockets and programs: remove, make folders and files, links, move, truncate
FULL = READ | WRITE_FILE | TRUNCATE | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8 | 1 << 12 | 1 << 13
ON_FILES = WRITE_FILE | READ_FILE | TRUNCATE

_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # how many rights the versions know; 5 and later 16
_CREATE_VERSION = 1
_PATH_BENEATH = 1


def version() -> int:
    """The version of Landlock here; 0 where the kernel has none or it is switched off."""
    try:
        return syscalls.call(LANDLOCK_CREATE_RULESET, None, 0, _CREATE_VERSION)
    except OSError:
        return 0


def restrict(readable: Iterable[str], writable: Iterable[str]) -> None:
    """Let this process open nothing but what lies beneath these paths, no TCP port, and signal nobody outside."""
    known = version()
    handled = (1 << _FILE_RIGHTS[min(known, 5)]) - 1
    network = 0b11 if known >= 4 else 0
    scoped = 0b11 if known >= 6 else 0
    attributes = struct.pack("=QQQ", handled, network, scoped)[: 8 if known < 4 else 16 if known < 6 else 24]
    rules = syscalls.call(LANDLOCK_CREATE_RULESET, attributes, len(attributes), 0)
    try:
        for paths, rights in ((readable, READ), (writable, FULL)):
            for path in paths:
                _allow(rules, path, rights & handled)
        syscalls.call(LANDLOCK_RESTRICT_SELF, rules, 0)
    finally:
        os.close(rules)


def _allow(rules: int, path: str, rights: int) -> None:
    with contextlib.suppress(FileNotFoundError):
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            if not os.path.isdir(path):
                rights &= ON_FILES
            beneath = struct.pack("=Qi", rights, place)
            syscalls.call(LANDLOCK_ADD_RULE, rules, _PATH_BENEATH, beneath, 0)
        finally:
            os.close(place)
