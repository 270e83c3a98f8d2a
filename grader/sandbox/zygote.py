"""The zygote: a process that has imported everything once and forks a room whenever the judge asks for one.

It reads no suite, no reference and no submission, for its memory is every room's memory. `room` builds the walls.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import importlib.util
import os
import select
import signal
import socket
import sys
from pathlib import Path
from typing import NoReturn

from grader.sandbox import control, hugepages, namespaces, room, syscalls
from grader.sandbox.control import Birth, Fault, Open, Opened, Ready, Reap, Reaped
from grader.sandbox.folders import overflows, remove

WATCH_MILLISECONDS = 50  # between looks at a room's folder that no file system bounds
MOST_FILES = namespaces.MOST_FILES


def main(control_descriptor: int) -> NoReturn:
    """Serve the judge behind the control socket until it is gone."""
    sys.argv = [""]
    line = socket.socket(fileno=control_descriptor)
    try:
        message = control.receive(line)
        if message is not None and isinstance(message[0], Birth):
            zygote = Zygote(line, message[0])
            control.send(line, Ready(zygote.frame.size))
            zygote.serve()
            zygote.end()
    except Exception as error:
        with contextlib.suppress(OSError):
            control.send(line, Fault(f"{type(error).__name__}: {error}"))
    os._exit(0)


class Zygote:
    """What is imported, and the rooms that are open: by pid, with what was asked for."""

    def __init__(self, line: socket.socket, birth: Birth) -> None:
        self.line = line
        self.rooms: dict[int, Open] = {}
        if birth.user is not None:
            _become(birth.user)
        self.processes = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
        self.frame = _grow_up(birth)
        syscalls.prctl(syscalls.PR_SET_CHILD_SUBREAPER, 1)
        syscalls.prctl(syscalls.PR_SET_DUMPABLE, 0)

    def serve(self) -> None:
        """Answer the judge, and look at folders between."""
        poll = select.poll()
        poll.register(self.line, select.POLLIN)
        small = hugepages.candidates()
        while True:
            while small and not poll.poll(0):  # while there is nothing else to do
                hugepages.collapse(small.pop())
            while not poll.poll(WATCH_MILLISECONDS if self.frame.watched and self.rooms else None):
                self._watch()
            message = control.receive(self.line)
            if message is None:
                return
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

    def end(self) -> None:
        """Leave nothing behind, even of a judge that was killed."""
        for pid in tuple(self.rooms):
            os.kill(pid, signal.SIGKILL)
            self._reap(pid)
        if self.frame.birth.folder is not None:
            remove(Path(self.frame.birth.folder))

    def _open(self, request: Open, descriptors: list[int]) -> None:
        channel, output = descriptors
        news, told = os.pipe()
        own = namespaces.new_processes(self.processes) if self.frame.namespaced else contextlib.nullcontext()
        with own:
            pid = os.fork()
            if pid == 0:
                room.enter(self.frame, request, room.Gate(channel, output, told))
        os.close(told)
        self.rooms[pid] = request
        with open(news, "rb") as pipe:
            word = pipe.read()
        if word != room.STANDS:
            os.kill(pid, signal.SIGKILL)
            self._reap(pid)
            raise OSError(word.decode(errors="replace") or "its process ended while the walls were built")
        pidfd = os.pidfd_open(pid)
        control.send(self.line, Opened(pid), [pidfd])
        os.close(pidfd)

    def _reap(self, pid: int) -> int | None:
        if self.rooms.pop(pid, None) is None:
            return None
        _, status = os.waitpid(pid, 0)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)  # what is left of the room's session, which only tier `plain` allows
        while orphans := set(_children()) - self.rooms.keys():  # and what left the session
            for orphan in orphans:
                os.kill(orphan, signal.SIGKILL)
                os.waitpid(orphan, 0)
        return os.waitstatus_to_exitcode(status)

    def _watch(self) -> None:
        for pid, request in self.rooms.items():
            if request.folder is not None and overflows(Path(request.folder), request.limits.tmp, MOST_FILES):
                os.kill(pid, signal.SIGKILL)


def _become(user: int) -> None:
    """Stop being root, but for the one capability that gives rooms their namespaces."""
    syscalls.prctl(syscalls.PR_SET_KEEPCAPS, 1)
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    syscalls.keep_capabilities(1 << syscalls.CAP_SYS_ADMIN)


def _grow_up(birth: Birth) -> room.Frame:
    """Import everything, for all rooms."""
    for name in birth.imports:
        module = importlib.import_module(name)
        if name == "torch":
            module.set_num_threads(1)
            module.ones(2).half()  # reads /proc/cpuinfo, once for all; rooms have no /proc
    serve = importlib.import_module(birth.worker).serve
    importlib.util.find_spec("a module that is nowhere")  # the finders list each folder, which may be closed later
    sys.path[:] = [entry for entry in sys.path if entry not in birth.forget]
    ctypes.CDLL(None).malloc_trim(0)
    gc.collect()
    gc.freeze()
    threads = len(os.listdir("/proc/self/task"))
    if threads != 1:
        raise RuntimeError(f"{threads} threads run after the imports; a fork is not safe then")
    size = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return room.Frame(birth, os.getpid(), size, serve)


def _children() -> list[int]:
    return [int(pid) for pid in Path("/proc/thread-self/children").read_text().split()]
