"""The zygote: a process that has imported everything once and forks a room whenever the judge asks for one.

It reads no suite, no reference and no submission, for its memory is every room's memory. `room` builds the walls.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import functools
import gc
import importlib
import importlib.util
import operator
import os
import random
import select
import signal
import socket
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from grader.sandbox import control, forks, landlock, namespaces, room, syscalls
from grader.sandbox.control import Birth, Fault, Open, Opened, Ready, Reap, Reaped
from grader.sandbox.folders import overflows, remove
from grader.sandbox.syscalls import Step

WATCH_MILLISECONDS = 50  # between looks at a room's folder that no file system bounds
MOST_FILES = namespaces.MOST_FILES
MOST_WORDS = 4096  # bytes of what a room says of its walls
CHILDREN_READ = 1 << 16  # bytes


def main(control_descriptor: int) -> Callable[[], object]:
    """Serve the judge behind the control socket until it is gone. Returns only in a room: what the room is to call."""
    sys.argv = [""]
    line = socket.socket(fileno=_aside(control_descriptor))
    try:
        message = control.receive(line, control.LARGEST)
        if message is not None and isinstance(message[0], Birth):
            zygote = Zygote(line, message[0])
            try:
                control.send(line, Ready(zygote.frame.size))
                serve = zygote.serve()
            except BaseException:
                zygote.end()
                raise
            if serve is not None:
                return serve
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
        self.plans: dict[Open, tuple[Step, ...]] = {}
        processes = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
        self.leave = [syscalls.unshare(syscalls.CLONE_NEWPID)]  # the next child begins a namespace of its own
        self.come_back = [syscalls.setns(processes, syscalls.CLONE_NEWPID)]
        self.children = os.open("/proc/thread-self/children", os.O_RDONLY | os.O_CLOEXEC)
        self.frame = _grow_up(birth)
        syscalls.perform(
            [syscalls.prctl(syscalls.PR_SET_CHILD_SUBREAPER, 1), syscalls.prctl(syscalls.PR_SET_DUMPABLE, 0)]
        )

    def serve(self) -> Callable[[], object] | None:
        """Answer the judge, and look at folders between. In a room: what it is to call."""
        poll = select.poll()
        poll.register(self.line, select.POLLIN)
        small = forks.candidates()
        while True:
            while small and not poll.poll(0):  # while there is nothing else to do
                forks.collapse(small.pop())
            while not poll.poll(WATCH_MILLISECONDS if self.frame.watched and self.rooms else None):
                self._watch()
            message = control.receive(self.line)
            if message is None:
                return None
            request, descriptors = message
            try:
                if isinstance(request, Open) and self._open(request, descriptors):
                    descriptors.clear()  # which are closed
                    return self.frame.serve
                if isinstance(request, Reap):
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

    def _open(self, request: Open, descriptors: list[int]) -> bool:
        """Fork a room. Whether this is the room."""
        channel, output = descriptors
        walls = self._plan(request)
        news, told = os.pipe()
        namespaced = self.frame.namespaced
        if namespaced:
            syscalls.perform(self.leave)
        pid = -1
        try:
            pid = os.fork()
        finally:
            if namespaced and pid:
                syscalls.perform(self.come_back)
        if pid == 0:
            room.enter(walls, room.Gate(channel, output, told))
            return True
        os.close(told)
        self.rooms[pid] = request
        word = os.read(news, MOST_WORDS)
        os.close(news)
        if word != room.STANDS:
            os.kill(pid, signal.SIGKILL)
            self._reap(pid)
            raise OSError(word.decode(errors="replace") or "its process ended while the walls were built")
        pidfd = os.pidfd_open(pid)
        control.send(self.line, Opened(pid), [pidfd])
        os.close(pidfd)
        return False

    def _plan(self, request: Open) -> tuple[Step, ...]:
        """Where a room has no folder of its own in which it differs, one plan does for all with the same limits."""
        walls = self.plans.get(request) or room.plan(self.frame, request)
        if request.folder is None:
            self.plans[request] = walls
        return walls

    def _reap(self, pid: int) -> int | None:
        if self.rooms.pop(pid, None) is None:
            return None
        _, status = os.waitpid(pid, 0)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)  # what is left of the room's session, which only tier `plain` allows
        while orphans := self._orphans():  # and what left the session
            for orphan in orphans:
                os.kill(orphan, signal.SIGKILL)
                os.waitpid(orphan, 0)
        return os.waitstatus_to_exitcode(status)

    def _orphans(self) -> list[int]:
        """Children that are no rooms, or the first of them; a blank follows each number that is not cut short."""
        listed = os.pread(self.children, CHILDREN_READ, 0)
        return [pid for word in listed[: listed.rfind(b" ") + 1].split() if (pid := int(word)) not in self.rooms]

    def _watch(self) -> None:
        for pid, request in self.rooms.items():
            if request.folder is not None and overflows(Path(request.folder), request.limits.tmp, MOST_FILES):
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(pid, signal.SIGKILL)


def _aside(control_descriptor: int) -> int:
    """The control socket, and with it all descriptors to come, above those that a room has."""
    moved = fcntl.fcntl(control_descriptor, fcntl.F_DUPFD_CLOEXEC, room.RESERVED)
    os.closerange(3, room.RESERVED)
    for _ in range(3, room.RESERVED):
        os.open(os.devnull, os.O_RDONLY | os.O_CLOEXEC)
    return moved


def _become(user: int) -> None:
    """Stop being root, but for the one capability that gives rooms their namespaces."""
    syscalls.perform([syscalls.prctl(syscalls.PR_SET_KEEPCAPS, 1)])
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    syscalls.perform([syscalls.keep_capabilities(1 << syscalls.CAP_SYS_ADMIN)])


def _grow_up(birth: Birth) -> room.Frame:
    """Import everything, and make what is the same for all rooms."""
    for name in birth.imports:
        module = importlib.import_module(name)
        if name == "torch":
            module.set_num_threads(1)
            module.ones(2).half()  # reads /proc/cpuinfo, once for all; rooms have no /proc
    _settle_chance()
    from grader.sandbox.hiding import private_builtins  # and nobody finds it in this module

    with private_builtins():
        worker = importlib.import_module(birth.worker)
    importlib.util.find_spec("a module that is nowhere")  # the finders list each folder, which may be closed later
    sys.path[:] = [entry for entry in sys.path if entry not in birth.forget]
    tempfile.tempdir = None
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    serve = _prepared(worker)
    forks.let_go() if birth.tier == "plain" else forks.forget()
    rules = landlock.rules(birth.readable)
    gc.collect()
    gc.freeze()
    threads = len(os.listdir("/proc/self/task"))
    if threads != 1:
        raise RuntimeError(f"{threads} threads run after the imports; a fork is not safe then")
    size = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return room.Frame(birth, os.getpid(), size, serve, rules)


def _settle_chance() -> None:
    """Numbers drawn without a seed begin alike in every zygote, so that one submission gets one verdict."""
    random.seed(0)
    for library, seed in (("numpy", "random.seed"), ("torch", "manual_seed")):
        if library in sys.modules:
            operator.attrgetter(seed)(sys.modules[library])(0)


def _prepared(worker: ModuleType) -> Callable[[], object]:
    """What a room of this worker runs; one that can be warmed up is."""
    prepare = getattr(worker, "prepare", None)
    serve: Callable[[], object] = prepare(room.CHANNEL) if prepare else functools.partial(worker.serve, room.CHANNEL)
    return serve
