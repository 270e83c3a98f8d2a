"""From the fork to the submission: a zygote's child builds its walls, says that they stand, and runs the worker."""

from __future__ import annotations

import fcntl
import os
import resource
import signal
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, NoReturn

from grader.sandbox import landlock, namespaces, seccomp, syscalls
from grader.sandbox.control import Birth, Open
from grader.sandbox.limits import RoomLimits

STANDS = b"the walls stand"
CHANNEL = 3  # the descriptors of every room: 0 nothing, 1 and 2 its output, 3 its channel
FIRST_USER = 0x70000000  # nobody's id; plus the room's pid where rooms of root are told apart by their users
TIMERS = 256  # and signals that wait: kernel memory, too
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
    serve: Callable[[int], NoReturn]

    @property
    def namespaced(self) -> bool:
        return self.birth.tier == "full"

    @property
    def watched(self) -> bool:
        return self.birth.tier == "locked"


def enter(frame: Frame, request: Open, gate: Gate) -> NoReturn:
    """Build the walls of the tier around this process, then serve. Never returns, whatever happens."""
    told = gate.told
    try:
        told = _arrange(gate)
        os.setsid()  # before all else: a signal to group 0 must not leave the room
        {"full": _full, "locked": _locked, "plain": _plain}[frame.birth.tier](frame, request)
        os.write(told, STANDS)
        os.close(told)
    except BaseException as error:
        os.write(told, f"{type(error).__name__}: {error}".encode())
        os._exit(70)
    try:
        frame.serve(CHANNEL)
    finally:
        os._exit(71)


def _full(frame: Frame, request: Open) -> None:
    namespaces.enter()
    namespaces.furnish(request.limits.tmp, frame.birth.kept)
    _settle("/tmp")
    _limit(request.limits, frame.size, request.limits.tmp)
    resource.setrlimit(resource.RLIMIT_NPROC, (request.limits.threads,) * 2)  # counted for the room's own namespace
    syscalls.keep_capabilities(0)
    _lock(frame.birth.readable, "/tmp")


def _locked(frame: Frame, request: Open) -> None:
    assert request.folder is not None
    least = landlock.LEAST_FOR_LOCKED
    if (version := landlock.version()) < least:
        raise OSError(f"Landlock has version {version} here, and {least} is the least that will do")
    _settle(request.folder)
    if namespaces.may_become(FIRST_USER):
        _become_nobody(request.folder)
        threads = request.limits.threads
    else:
        syscalls.keep_capabilities(0)
        threads = request.limits.threads + _threads_of_all() + SLACK
    _die_with(frame.zygote)
    _limit(request.limits, frame.size, request.limits.tmp // 8)
    resource.setrlimit(resource.RLIMIT_NPROC, (threads, threads))
    _lock(frame.birth.readable, request.folder)


def _plain(frame: Frame, request: Open) -> None:
    assert request.folder is not None
    _settle(request.folder)
    _die_with(frame.zygote)
    _limit(request.limits, frame.size, request.limits.tmp)


def _arrange(gate: Gate) -> int:
    """Put the descriptors where a room has them and close all others, but for the one that is told."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    aside = [fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 16) for descriptor in (nothing, *gate)]
    for place, source in enumerate((aside[0], aside[2], aside[2], aside[1], aside[3])):
        os.dup2(source, place, inheritable=False)
    os.closerange(CHANNEL + 2, os.sysconf("SC_OPEN_MAX"))
    return CHANNEL + 1


def _settle(folder: str) -> None:
    os.environ.update(HOME=folder, TMPDIR=folder)
    tempfile.tempdir = None
    os.chdir(folder)


def _become_nobody(folder: str) -> None:
    """Stop being root, but for getting into a closed home, in which the interpreter may lie: Landlock bounds that."""
    user = FIRST_USER + os.getpid()
    os.chown(folder, user, user)
    syscalls.prctl(syscalls.PR_SET_KEEPCAPS, 1)
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    held = syscalls.capabilities()
    search = held & 1 << syscalls.CAP_DAC_READ_SEARCH or held & 1 << syscalls.CAP_DAC_OVERRIDE  # containers: the latter
    syscalls.keep_capabilities(search)


def _die_with(zygote: int) -> None:
    """Not before the ids are final: a change of them takes this back."""
    syscalls.prctl(syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != zygote:
        raise OSError("the zygote is gone")


def _threads_of_all() -> int:
    """How many threads run on this machine, so at least as many as this user has."""
    return int(Path("/proc/loadavg").read_text().split()[3].split("/")[1])


def _limit(limits: RoomLimits, size: int, largest_file: int) -> None:
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
        resource.setrlimit(kind, (bound, bound))


def _lock(readable: Iterable[str], folder: str) -> None:
    """What can't be taken back, the filter last: it refuses the calls that build walls, too."""
    syscalls.prctl(syscalls.PR_SET_NO_NEW_PRIVS, 1)
    if landlock.version():
        landlock.restrict(readable, (folder, os.devnull))
    syscalls.prctl(syscalls.PR_SET_DUMPABLE, 0)
    seccomp.install(os.getpid())
