"""The judge's hold on the rooms: one warm zygote, and a new room from it for every submission.

What is said in a room, and what that may cost, is the business of those who talk through its channel. Off Linux
there is no zygote: `grader.sandbox.spawn` starts a process for each room.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from grader.sandbox import control, launch
from grader.sandbox.control import Fault, Message, Open, Opened, Ready, Reap, Reaped
from grader.sandbox.folders import remove
from grader.sandbox.held import Forked, Spawned, readable
from grader.sandbox.spawn import spawn
from grader.sandbox.tiers import RoomLimits, SandboxFault, Tier

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
        self.process: Forked | Spawned | None = None
        self._rooms = rooms
        self._folder = folder
        self._cpu = 0.0
        self._waited = 0.0
        self._dead = False
        self._status: int | None = None

    @property
    def pid(self) -> int:
        """Of the room's process, as the judge sees it; 0 before there is one."""
        return self.process.pid if self.process is not None else 0

    def alive(self) -> bool:
        """Whether the room's process still runs."""
        return not self._dead and self.process is not None and self.process.alive()

    def cpu_seconds(self) -> float:
        """CPU time of the room so far, in seconds; after its death as it was seen last."""
        if not self._dead and self.process is not None:
            try:  # asked for with each message: `suppress` would take longer than the answer
                self._cpu = self.process.cpu_seconds()
            except OSError:
                return self._cpu
        return self._cpu

    def waited_seconds(self) -> float:
        """How long the room was ready to run and had to wait for a core; after its death as it was seen last."""
        if not self._dead and self.process is not None:
            self._waited = self.process.waited_seconds()
        return self._waited

    def asleep(self) -> float | None:
        """Seconds that the room's threads ran or waited for a core, if all of them sleep now; else None."""
        if self._dead or self.process is None:
            return None
        try:
            return self.process.asleep()
        except OSError:  # what cannot be read says nothing
            return None

    def kill(self) -> int | None:
        """End everything in the room and wait for it; its exit status, a signal below zero, None where it is not known.

        What the room wrote stays readable until `close`.
        """
        if not self._dead:
            self.cpu_seconds()
            self.waited_seconds()
            self._dead = True
            if self.process is not None:
                self._status = self._rooms.end(self, self.process)
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
        warm: bool = sys.platform == "linux",
    ) -> None:
        """`imports` are loaded once; `hidden` are folders no room may see; `paths` are further folders of modules.

        Without a `warm` zygote each room is a process that imports everything anew, in tier `plain`.
        """
        if not warm and tier is not Tier.PLAIN:
            raise SandboxFault(f"tier {tier.value} needs Linux")
        if not hasattr(os, "set_blocking"):
            raise SandboxFault("on Windows this needs Python 3.12")
        self.tier = tier
        self._rooms: list[Room] = []
        self._ahead: Room | None = None
        self._folder = Path(tempfile.mkdtemp(prefix="dojo-rooms-")) if tier is not Tier.FULL else None
        self._count = 0
        self._born = not warm
        self._line: socket.socket | None = None
        self._zygote: launch.Launched | None = None
        try:
            if self._folder is not None:
                self._folder.chmod(0o711)  # rooms of root are other users; each reaches its own folder in here only
            self._plan = launch.plan(tier, imports, hidden, worker, paths, self._folder)
            if warm:
                self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
                with theirs:
                    self._zygote = launch.start(self._plan, theirs)
                self._tell(self._plan.birth)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Rooms:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def wait(self) -> None:
        """Until the zygote has imported everything, for which nobody else need wait. Raises `SandboxFault`."""
        if not self._born:
            self._hear(Ready, IMPORT_SECONDS)
            self._born = True

    def prepare(self, limits: RoomLimits) -> None:
        """Have a room built while nobody waits for it; the next `open` with the same limits takes it."""
        if self._ahead is None:
            self._ahead = self._ask(limits)

    def open(self, limits: RoomLimits) -> Room:
        """A room that nobody has touched and whose walls stand. Raises `SandboxFault` where none is to be had."""
        with contextlib.suppress(SandboxFault):  # what was prepared failed; whether a new one does, is to be seen
            self._await_ahead()
        room, self._ahead = self._ahead, None
        if room is not None and (room.limits != limits or not room.alive()):
            room.close()
            room = None
        if room is None:
            room = self._ask(limits)
            self._settle(room)
        return room

    def end(self, room: Room, process: Forked | Spawned) -> int | None:
        """For a room that is killed: nothing of it is left, and this was its exit status."""
        self._rooms.remove(room)
        status = process.end()
        if isinstance(process, Spawned):
            return status
        with contextlib.suppress(SandboxFault):  # said when the next room is asked for
            self._await_ahead()
        try:
            self._tell(Reap(process.inner))
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
        if self._line is not None:
            self._line.close()
        if self._zygote is not None:
            if self._born:
                self._zygote.end()
            else:  # it still imports, hears nothing, and has no room that it must end
                self._zygote.end(0)
        if self._folder is not None:
            remove(self._folder)

    def _ask(self, limits: RoomLimits) -> Room:
        """Tell the zygote to open a room; `_settle` must follow before anything else is said."""
        self.wait()
        folder = None
        if self._folder is not None:
            self._count += 1
            folder = self._folder / str(self._count)
            folder.mkdir(mode=0o700)
        channel, theirs = socket.socketpair()
        output, written = os.pipe()
        os.set_blocking(output, False)
        room = Room(self, limits, channel, output, folder)
        try:
            if self._line is None:
                assert folder is not None
                self._hold(room, Spawned(spawn(self._plan, limits, theirs, written, folder)))
            else:
                self._tell(Open(limits, None if folder is None else str(folder)), [theirs.fileno(), written])
        except SandboxFault:
            room.close()
            raise
        finally:
            theirs.close()
            os.close(written)
        return room

    def _settle(self, room: Room) -> None:
        """Hear that the room's walls stand, unless it is known already."""
        if room.process is not None:
            return
        try:
            opened, descriptors = self._hear(Opened, ANSWER_SECONDS)
        except SandboxFault:
            room.close()
            raise
        self._hold(room, Forked(descriptors[0], opened.pid))

    def _hold(self, room: Room, process: Forked | Spawned) -> None:
        room.process = process
        self._rooms.append(room)

    def _await_ahead(self) -> None:
        if self._ahead is not None:
            room, self._ahead = self._ahead, None
            self._settle(room)
            self._ahead = room

    def _tell(self, message: Message, descriptors: Sequence[int] = ()) -> None:
        assert self._line is not None
        try:
            control.send(self._line, message, descriptors)
        except OSError as error:
            raise self._fault(str(error)) from error

    def _hear(self, kind: type[Said], seconds: float) -> tuple[Said, list[int]]:
        assert self._line is not None
        if not readable(self._line.fileno(), seconds):
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
        return SandboxFault(f"the zygote in tier {self.tier.value} failed: {words or what}")
