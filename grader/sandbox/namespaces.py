"""A room's own namespaces in tier `full`: users, processes, mounts, IPC. The network's is the zygote's: empty."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.sandbox import syscalls
from grader.sandbox.syscalls import MS_BIND, MS_MOVE, MS_NODEV, MS_NOEXEC, MS_NOSUID, MS_PRIVATE, MS_RDONLY, MS_REC

NOBODY = 65534
STAGE = "/run"  # an empty folder inside the outer wall, where a room's /tmp is put together
MOST_FILES = 4096  # in a room's /tmp


def may_become(user: int) -> bool:
    """Whether this process is root and `user` an id of its namespace, which may hold few."""
    maps = [[int(word) for word in line.split()] for line in Path("/proc/self/uid_map").read_text().splitlines()]
    return os.geteuid() == 0 and any(first <= user < first + count for first, _, count in maps)


@contextmanager
def new_processes(own: int) -> Iterator[None]:
    """The child forked within begins a namespace of its own; `own` is the caller's, to come back to."""
    syscalls.unshare(syscalls.CLONE_NEWPID)
    try:
        yield
    finally:
        syscalls.setns(own, syscalls.CLONE_NEWPID)


def enter() -> None:
    """Leave the zygote's users, mounts and IPC, as nobody who is only mapped to the zygote's own id."""
    user, group = os.geteuid(), os.getegid()
    syscalls.prctl(syscalls.PR_SET_DUMPABLE, 1)  # else the maps below belong to root; the room sets it to 0 again
    syscalls.unshare(syscalls.CLONE_NEWUSER | syscalls.CLONE_NEWNS | syscalls.CLONE_NEWIPC)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{NOBODY} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{NOBODY} {group} 1")


def furnish(size: int, kept: Iterable[str]) -> None:
    """A fresh /tmp of `size` bytes, in which only the paths `kept` are still there, and an empty /proc."""
    syscalls.mount("none", "/", "none", MS_REC | MS_PRIVATE)
    plain = MS_NOSUID | MS_NODEV | MS_NOEXEC
    syscalls.mount("tmp", STAGE, "tmpfs", plain, f"size={size},nr_inodes={MOST_FILES},mode=700")
    for path in kept:
        copy = Path(STAGE + path.removeprefix("/tmp"))
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.mkdir() if os.path.isdir(path) else copy.touch()
        syscalls.mount(path, str(copy), "none", MS_BIND | MS_REC)
    syscalls.mount(STAGE, "/tmp", "none", MS_MOVE)
    syscalls.mount("proc", "/proc", "tmpfs", plain | MS_RDONLY, "size=4k,nr_inodes=1,mode=555")
