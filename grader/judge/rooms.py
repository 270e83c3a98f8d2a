"""The judge's hold on the rooms: one warm zygote, and a new room from it for every submission.

What is said in a room, and what that may cost, is the business of those who talk through its channel. Off Linux
there is no zygote: `grader.sandbox.spawn` starts a process for each room.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from grader.sandbox import control, launch
from grader.sandbox.control import Fault, Message, Open, Opened, Ready, Reap, Reaped
from grader.sandbox.folders import remove
from grader.sandbox.limits import RoomLimits
from grader.sandbox.tiers import SandboxFault, Tier

__all__ = ["Room", "RoomLimits", "Rooms", "SandboxFault"]

IMPORT_SECONDS = 120.0  # torch from a cold disk
ANSWER_SECONDS = 20.0  # a fork on a machine that swaps

Said = TypeVar("Said", bound=Message)


class Room:
    """One submission's process behind its walls, and the judge's ends of what leads there."""

    def __init__(
        self, rooms: Rooms, limits: RoomLimits, channel: socket.socket, output: int, folder: Path | None
    ) -> None:
        self.limits = limits
        self.channel = channel  # blocking; frames
        self.output = output  # non-blocking; what the room writes to its descriptors 1 and 2
        self.pid = 0  # as the judge sees it
        self._rooms = rooms
        self._folder = folder
        self._inner = 0  # the pid as the zygote sees it
        self._pidfd = -1
        self._cpu = 0.0
        self._dead = False
        self._status: int | None = None

    def alive(self) -> bool:
        """Whether the room's process still runs."""
        return not self._dead and not _readable(self._pidfd, 0)

    def cpu_seconds(self) -> float:
        """CPU time of the room so far, in seconds; after its death as it was seen last."""
        if not self._dead:
            with contextlib.suppress(OSError):
                self._cpu = time.clock_gettime((~self.pid << 3) | 2)  # a process's clock, as clock_getcpuclockid(3)
        return self._cpu

    def kill(self) -> int | None:
        """End everything in the room and wait for it; its exit status, a signal below zero, None where it is not known.

        What the room wrote stays readable until `close`.
        """
        if not self._dead:
            self.cpu_seconds()
            self._dead = True
            if self._pidfd >= 0:
                with contextlib.suppress(ProcessLookupError):
                    signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
                _readable(self._pidfd, ANSWER_SECONDS)
                os.close(self._pidfd)
                self._status = self._rooms.reap(self, self._inner)
            if self._folder is not None:
                remove(self._folder)
        return self._status

    def close(self) -> None:
        """Kill the room, then let go of its channel and its output."""
        self.kill()
        self.channel.close()
        if self.output >= 0:
            os.close(self.output)
            self.output = -1

    def settle(self, pid: int, pidfd: int) -> None:
        """Take what the zygote says of the room's process."""
        self._inner, self._pidfd = pid, pidfd
        lines = Path(f"/proc/self/fdinfo/{pidfd}").read_text().splitlines()
        self.pid = next(int(line.split()[1]) for line in lines if line.startswith("Pid:"))


class Rooms:
    """One warm zygote in one tier. Make it in a thread that lives as long: the zygote dies with that thread."""

    def __init__(
        self,
        tier: Tier,
        imports: Sequence[str] = (),
        hidden: Sequence[Path] = (),
        *,
        worker: str = "grader.sandbox.worker",
        paths: Sequence[Path] = (),
    ) -> None:
        """`imports` are loaded once; `hidden` are folders no room may see; `paths` are further folders of modules."""
        self.tier = tier
        self._rooms: list[Room] = []
        self._ahead: Room | None = None
        self._folder = Path(tempfile.mkdtemp(prefix="dojo-rooms-")) if tier is not Tier.FULL else None
        self._count = 0
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._zygote: launch.Launched | None = None
        try:
            with theirs:
                self._zygote, birth = launch.start(tier, imports, hidden, worker, paths, self._folder, theirs)
            self._tell(birth)
            self._hear(Ready, IMPORT_SECONDS)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Rooms:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def prepare(self, limits: RoomLimits) -> None:
        """Have a room built while nobody waits for it; the next `open` with the same limits takes it."""
        if self._ahead is None:
            self._ahead = self._ask(limits)

    def open(self, limits: RoomLimits) -> Room:
        """A room that nobody has touched and whose walls stand. Raises `SandboxFault` where none is to be had."""
        self._await_ahead()
        room, self._ahead = self._ahead, None
        if room is not None and (room.limits != limits or not room.alive()):
            room.close()
            room = None
        if room is None:
            room = self._ask(limits)
            self._settle(room)
        return room

    def reap(self, room: Room, pid: int) -> int | None:
        """For a room that was killed: its exit status, once nothing of it is left."""
        self._rooms.remove(room)
        try:
            self._await_ahead()
            self._tell(Reap(pid))
            return self._hear(Reaped, ANSWER_SECONDS)[0].status
        except SandboxFault:  # the zygote is dead, and every room with it
            return None

    def close(self) -> None:
        """End every room and the zygote; no process, file or mount of them is left."""
        with contextlib.suppress(SandboxFault):
            self._await_ahead()
        if self._ahead is not None:
            self._ahead.close()
            self._ahead = None
        for room in tuple(self._rooms):
            room.close()
        self._line.close()
        if self._zygote is not None:
            self._zygote.end()
        if self._folder is not None:
            remove(self._folder)

    def _ask(self, limits: RoomLimits) -> Room:
        """Tell the zygote to open a room; `_settle` must follow before anything else is said."""
        folder = None
        if self._folder is not None:
            self._count += 1
            folder = self._folder / str(self._count)
            folder.mkdir(mode=0o700)
        channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        output, written = os.pipe()
        os.set_blocking(output, False)
        room = Room(self, limits, channel, output, folder)
        try:
            self._tell(Open(limits, None if folder is None else str(folder)), [theirs.fileno(), written])
        except SandboxFault:
            room.close()
            raise
        finally:
            theirs.close()
            os.close(written)
        return room

    def _settle(self, room: Room) -> None:
        try:
            opened, descriptors = self._hear(Opened, ANSWER_SECONDS)
        except SandboxFault:
            room.close()
            raise
        room.settle(opened.pid, descriptors[0])
        self._rooms.append(room)

    def _await_ahead(self) -> None:
        if self._ahead is not None and not self._ahead.pid:
            room, self._ahead = self._ahead, None
            self._settle(room)
            self._ahead = room

    def _tell(self, message: Message, descriptors: Sequence[int] = ()) -> None:
        try:
            control.send(self._line, message, descriptors)
        except OSError as error:
            raise self._fault(str(error)) from error

    def _hear(self, kind: type[Said], seconds: float) -> tuple[Said, list[int]]:
        if not _readable(self._line.fileno(), seconds):
            raise self._fault(f"no answer in {seconds:.0f} s")
        try:
            answer = control.receive(self._line)
        except OSError as error:
            raise self._fault(str(error)) from error
        if answer is None:
            raise self._fault("it ended")
        if isinstance(answer[0], Fault):
            raise SandboxFault(answer[0].text)
        if not isinstance(answer[0], kind):
            raise self._fault(f"{kind.__name__} was due, {type(answer[0]).__name__} came")
        return answer[0], answer[1]

    def _fault(self, what: str) -> SandboxFault:
        words = self._zygote.words() if self._zygote is not None else ""
        return SandboxFault(f"the zygote in tier {self.tier.value} failed: {what}{': ' if words else ''}{words}")


def _readable(descriptor: int, seconds: float) -> bool:
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(seconds * 1000))
