"""From the fork to the submission: the child of the zygote becomes a room, says that its walls stand, and runs the worker."""

from __future__ import annotations

import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable
from typing import NamedTuple, NoReturn

from grader.sandbox import syscalls
from grader.sandbox.control import Birth, Open
from grader.sandbox.limits import RoomLimits

STANDS = b"the walls stand"
CHANNEL = 3  # the descriptors of every room: 0 nothing, 1 and 2 its output, 3 its channel


class Gate(NamedTuple):
    """The descriptors with which a room begins."""

    channel: int
    output: int
    told: int  # where it says whether its walls stand


def enter(birth: Birth, request: Open, gate: Gate, size: int, serve: Callable[[int], NoReturn]) -> NoReturn:
    """Build the walls of the tier around this process, then serve. Never returns, whatever happens."""
    try:
        _build(birth, request, gate, size)
    except BaseException as error:
        os.write(gate.told, f"{type(error).__name__}: {error}".encode())
        os._exit(70)
    serve(CHANNEL)


def _build(birth: Birth, request: Open, gate: Gate, size: int) -> None:
    os.setsid()
    syscalls.prctl(syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)
    told = _arrange(gate)
    if request.folder is not None:
        _settle(request.folder)
    _limit(request.limits, size)
    os.write(told, STANDS)
    os.close(told)


def _arrange(gate: Gate) -> int:
    """Put the descriptors where a room has them and close all others, but for the one that is told."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    high = [os.dup2(fd, 1000 + place, inheritable=False) for place, fd in enumerate((nothing, *gate))]
    for place, source in enumerate((high[0], high[2], high[2], high[1])):
        os.dup2(source, place, inheritable=False)
    told = os.dup2(high[3], CHANNEL + 1, inheritable=False)
    os.closerange(told + 1, os.sysconf("SC_OPEN_MAX"))
    return told


def _settle(folder: str) -> None:
    os.environ.update(HOME=folder, TMPDIR=folder)
    tempfile.tempdir = None
    os.chdir(folder)


def _limit(limits: RoomLimits, size: int) -> None:
    bounds = {
        resource.RLIMIT_AS: size + limits.memory,
        resource.RLIMIT_CPU: limits.cpu,
        resource.RLIMIT_NOFILE: limits.files,
        resource.RLIMIT_FSIZE: limits.tmp,
        resource.RLIMIT_CORE: 0,
    }
    for kind, bound in bounds.items():
        most = resource.getrlimit(kind)[1]
        bound = bound if most == resource.RLIM_INFINITY else min(bound, most)
        resource.setrlimit(kind, (bound, bound))
    sys.stdout.flush()
