"""The zygote: a process that has imported everything once and forks a room whenever the judge asks for one.

It reads no suite, no reference and no submission, for its memory is every room's memory. The walls are built by `room`.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from grader.sandbox import control, room, syscalls
from grader.sandbox.control import Birth, Fault, Open, Opened, Ready, Reap, Reaped


def main(control_descriptor: int) -> NoReturn:
    """Serve the judge behind the control socket until it is gone."""
    sys.argv = [""]
    line = socket.socket(fileno=control_descriptor)
    syscalls.prctl(syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)
    try:
        message = control.receive(line)
        if message is not None and isinstance(message[0], Birth):
            zygote = Zygote(line, message[0])
            control.send(line, Ready(zygote.size))
            zygote.serve()
    except Exception as error:
        with contextlib.suppress(OSError):
            control.send(line, Fault(f"{type(error).__name__}: {error}"))
    os._exit(0)


class Zygote:
    """What is imported, and the rooms that are open, by pid."""

    def __init__(self, line: socket.socket, birth: Birth) -> None:
        self.line = line
        self.birth = birth
        self.rooms: set[int] = set()
        self.enter = _grow_up(birth)
        self.size = _address_space()

    def serve(self) -> None:
        while (message := control.receive(self.line)) is not None:
            request, descriptors = message
            try:
                if isinstance(request, Open):
                    self._open(request, descriptors)
                elif isinstance(request, Reap):
                    control.send(self.line, Reaped(self._reap(request.pid)))
            except OSError as error:
                control.send(self.line, Fault(f"no room: {error}"))
            finally:
                for descriptor in descriptors:
                    os.close(descriptor)

    def _open(self, request: Open, descriptors: list[int]) -> None:
        channel, output = descriptors
        news, told = os.pipe()
        gate = room.Gate(channel, output, told)
        pid = os.fork()
        if pid == 0:
            room.enter(self.birth, request, gate, self.size, self.enter)
        os.close(told)
        self.rooms.add(pid)
        trouble = _read_all(news)
        if trouble != room.STANDS:
            os.kill(pid, signal.SIGKILL)
            self._reap(pid)
            raise OSError(trouble.decode(errors="replace") or "the room's process ended while its walls were built")
        pidfd = os.pidfd_open(pid)
        control.send(self.line, Opened(pid), [pidfd])
        os.close(pidfd)

    def _reap(self, pid: int) -> int | None:
        if pid not in self.rooms:
            return None
        self.rooms.discard(pid)
        _, status = os.waitpid(pid, 0)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)  # what still runs in the room's session
        self._end_orphans()
        return os.waitstatus_to_exitcode(status)

    def _end_orphans(self) -> None:
        """What a room started and left comes to us, the subreaper; in the other tiers there is nothing to find."""
        while orphans := set(_children()) - self.rooms:
            for orphan in orphans:
                os.kill(orphan, signal.SIGKILL)
                os.waitpid(orphan, 0)


def _grow_up(birth: Birth) -> Callable[[int], NoReturn]:
    """Import everything; the worker's `serve` comes back."""
    syscalls.prctl(syscalls.PR_SET_CHILD_SUBREAPER, 1)
    for name in birth.imports:
        module = importlib.import_module(name)
        if name == "torch":
            module.set_num_threads(1)
    enter: Callable[[int], NoReturn] = importlib.import_module(birth.worker).serve
    sys.path[:] = [entry for entry in sys.path if entry not in birth.forget]
    ctypes.CDLL(None).malloc_trim(0)
    gc.collect()
    gc.freeze()
    threads = len(os.listdir("/proc/self/task"))
    if threads != 1 or threading.active_count() != 1:
        raise RuntimeError(f"{threads} threads run after the imports; a fork is not safe then")
    return enter


def _address_space() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def _children() -> list[int]:
    return [int(pid) for pid in Path("/proc/thread-self/children").read_text().split()]


def _read_all(descriptor: int) -> bytes:
    with open(descriptor, "rb") as pipe:
        return pipe.read()
