"""From the fork to the submission: a zygote's child builds its walls, says that they stand, and runs the worker.

The zygote plans the walls of a tier as a list of calls, most of them once for all rooms; the child only makes them. It
has to: each page of memory that it writes to is copied for it, and Python counts references on whatever it looks at.
"""

from __future__ import annotations

import os
import resource
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from grader.sandbox import landlock, namespaces, seccomp, syscalls
from grader.sandbox.control import Birth, Open
from grader.sandbox.syscalls import Step
from grader.sandbox.tiers import RoomLimits

STANDS = b"the walls stand"
CHANNEL = 3  # the descriptors of every room: 0 nothing, 1 and 2 its output, 3 its channel
TOLD = 4  # where it says whether its walls stand; closed before anything else happens
FREE = 5  # and the lowest free one until then
RESERVED = 16  # a zygote has no descriptor between its first three and this, so that a room's are put there in one go
FIRST_USER = 0x70000000  # nobody's id; plus the room's pid where rooms of root are told apart by their users
TIMERS = 256  # and signals that wait: kernel memory, too
MOST_DESCRIPTORS = os.sysconf("SC_OPEN_MAX")
SLACK = 256  # threads that a user may start meanwhile, where the kernel counts a user's and not a room's


class Gate(NamedTuple):
    """The descriptors with which a room begins."""

    channel: int
    output: int
    told: int  # where it says whether its walls stand


class Frame(NamedTuple):
    """What all rooms of a zygote share."""

    birth: Birth
    zygote: int  # its pid
    size: int  # bytes of address space that a room is born with
    serve: Callable[[], object]
    rules: landlock.Rules

    @property
    def namespaced(self) -> bool:
        return self.birth.tier == "full"

    @property
    def watched(self) -> bool:
        """Whether its rooms have folders on the disk, which nothing but a look at them bounds."""
        return not self.namespaced


def plan(frame: Frame, request: Open) -> tuple[Step, ...]:
    """The walls of the frame's tier. To be made before the fork."""
    build = {"full": _full, "locked": _locked, "plain": _plain}[frame.birth.tier]
    return (os.setsid, ()), *build(frame, request)  # the session first: a signal to group 0 must not leave the room


def enter(walls: tuple[Step, ...], gate: Gate) -> None:
    """Build the walls around this process. Returns only when they stand."""
    told = gate.told
    try:
        os.dup2(told, TOLD, False)
        told = TOLD
        os.dup2(gate.channel, CHANNEL, False)
        os.dup2(gate.output, 1, False)
        os.dup2(gate.output, 2, False)
        os.close(0)
        os.open(os.devnull, os.O_RDONLY | os.O_CLOEXEC)  # is 0 now
        os.closerange(FREE, MOST_DESCRIPTORS)
        syscalls.perform(walls)
        os.write(told, STANDS)
        os.close(told)
    except BaseException as error:
        os.write(told, f"{type(error).__name__}: {error}".encode())
        os._exit(70)


def _full(frame: Frame, request: Open) -> Iterator[Step]:
    limits = request.limits
    yield from namespaces.enter(FREE)
    yield from namespaces.furnish(limits.tmp, frame.birth.kept, frame.birth.closed, FREE)
    yield os.chdir, ("/tmp",)
    yield from _limit(limits, frame.size, limits.tmp)
    yield resource.setrlimit, (resource.RLIMIT_NPROC, (limits.threads,) * 2)  # counted for the room's own namespace
    yield syscalls.keep_capabilities(0)
    yield from _lock(frame.rules, "/tmp")
    yield seccomp.step(1)  # the first in its namespace


def _locked(frame: Frame, request: Open) -> Iterator[Step]:
    limits, folder = request.limits, request.folder
    assert folder is not None
    least = landlock.LEAST_FOR_LOCKED
    if frame.rules.version < least:
        raise OSError(f"Landlock has version {frame.rules.version} here, and {least} is the least that will do")
    yield _settle, (folder,)
    if namespaces.may_become(FIRST_USER):
        yield _become_nobody, (folder,)
        threads = limits.threads
    else:
        yield syscalls.keep_capabilities(0)
        threads = limits.threads + _threads_of_all() + SLACK
    yield _die_with, (frame.zygote,)
    yield from _limit(limits, frame.size, limits.tmp // 8)
    yield resource.setrlimit, (resource.RLIMIT_NPROC, (threads, threads))
    yield from _lock(frame.rules, folder)
    yield _filter, ()


def _plain(frame: Frame, request: Open) -> Iterator[Step]:
    assert request.folder is not None
    yield _settle, (request.folder,)
    yield _die_with, (frame.zygote,)
    yield from _limit(request.limits, frame.size, request.limits.tmp)


def _settle(folder: str) -> None:
    os.environ.update(HOME=folder, TMPDIR=folder)
    tempfile.tempdir = None
    os.chdir(folder)


def _become_nobody(folder: str) -> None:
    """Stop being root, but for getting into a closed home, in which the interpreter may lie: Landlock bounds that."""
    user = FIRST_USER + os.getpid()
    os.chown(folder, user, user)
    syscalls.perform([syscalls.prctl(syscalls.PR_SET_KEEPCAPS, 1)])
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    held = syscalls.capabilities()
    search = held & 1 << syscalls.CAP_DAC_READ_SEARCH or held & 1 << syscalls.CAP_DAC_OVERRIDE  # containers: the latter
    syscalls.perform([syscalls.keep_capabilities(search)])


def _die_with(zygote: int) -> None:
    """Not before the ids are final: a change of them takes this back."""
    syscalls.perform([syscalls.prctl(syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)])
    if os.getppid() != zygote:
        raise OSError("the zygote is gone")


def _threads_of_all() -> int:
    """How many threads run on this machine, so at least as many as this user has."""
    return int(Path("/proc/loadavg").read_text().split()[3].split("/")[1])


def _limit(limits: RoomLimits, size: int, largest_file: int) -> Iterator[Step]:
    bounds = {
        resource.RLIMIT_AS: size + limits.memory,
        resource.RLIMIT_CPU: limits.cpu,
        resource.RLIMIT_NOFILE: limits.files,
        resource.RLIMIT_FSIZE: largest_file,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_SIGPENDING: TIMERS,
    }
    for kind, bound in bounds.items():
        most = resource.getrlimit(kind)[1]
        bound = bound if most == resource.RLIM_INFINITY else min(bound, most)
        yield resource.setrlimit, (kind, (bound, bound))


def _lock(rules: landlock.Rules, folder: str) -> Iterator[Step]:
    """What can't be taken back; the filter comes after it, for it refuses the calls that build walls, too."""
    yield syscalls.prctl(syscalls.PR_SET_NO_NEW_PRIVS, 1)
    if rules.version:
        yield from landlock.steps(rules, folder, FREE)
    yield syscalls.prctl(syscalls.PR_SET_DUMPABLE, 0)


def _filter() -> None:
    syscalls.perform([seccomp.step(os.getpid())])
