"""A room's own namespaces in tier `full`: users, processes, mounts, IPC. The network's is the zygote's: empty."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from grader.sandbox import syscalls
from grader.sandbox.syscalls import (
    MS_BIND,
    MS_MOVE,
    MS_NODEV,
    MS_NOEXEC,
    MS_NOSUID,
    MS_PRIVATE,
    MS_RDONLY,
    MS_REC,
    Step,
)

NOBODY = 65534
STAGE = "/run"  # an empty folder inside the outer wall, where a room's /tmp is put together
MOST_FILES = 4096  # in a room's /tmp


def may_become(user: int) -> bool:
    """Whether this process is root and `user` an id of its namespace, which may hold few."""
    maps = [[int(word) for word in line.split()] for line in Path("/proc/self/uid_map").read_text().splitlines()]
    return os.geteuid() == 0 and any(first <= user < first + count for first, _, count in maps)


def enter(free: int) -> Iterator[Step]:
    """Leave the zygote's users, mounts and IPC, as nobody who is only mapped to the zygote's own id.

    `free` is the lowest free descriptor.
    """
    yield syscalls.prctl(syscalls.PR_SET_DUMPABLE, 1)  # else the maps below belong to root; the room sets it to 0 again
    yield syscalls.unshare(syscalls.CLONE_NEWUSER | syscalls.CLONE_NEWNS | syscalls.CLONE_NEWIPC)
    maps = {"setgroups": "deny", "uid_map": f"{NOBODY} {os.geteuid()} 1", "gid_map": f"{NOBODY} {os.getegid()} 1"}
    for name, text in maps.items():
        yield os.open, (f"/proc/self/{name}", os.O_WRONLY | os.O_CLOEXEC)
        yield os.write, (free, text.encode())
        yield os.close, (free,)


def furnish(size: int, kept: Iterable[str], closed: Iterable[str], free: int) -> Iterator[Step]:
    """A fresh /tmp of `size` bytes, in which only the paths `kept` are still there; /proc and the folders `closed` are
    empty.
    """
    plain = MS_NOSUID | MS_NODEV | MS_NOEXEC
    yield syscalls.mount("none", "/", "none", MS_REC | MS_PRIVATE)
    yield syscalls.mount("tmp", STAGE, "tmpfs", plain, f"size={size},nr_inodes={MOST_FILES},mode=700")
    made = {STAGE}
    for path in kept:
        copy = STAGE + path.removeprefix("/tmp")
        above = [str(folder) for folder in reversed(Path(copy).parents) if Path(STAGE) in folder.parents]
        for folder in [*above, copy] if os.path.isdir(path) else above:
            if folder not in made:
                yield os.mkdir, (folder,)
                made.add(folder)
        if not os.path.isdir(path):
            yield os.open, (copy, os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            yield os.close, (free,)
        yield syscalls.mount(path, copy, "none", MS_BIND | MS_REC)
    yield syscalls.mount(STAGE, "/tmp", "none", MS_MOVE)
    for path in ("/proc", *closed):
        yield syscalls.mount("none", path, "tmpfs", plain | MS_RDONLY, "size=4k,nr_inodes=1,mode=555")
