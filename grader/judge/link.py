"""The line to one worker: a request goes out, a reply comes back, within the budget, or a `Stop` is raised.

Wall clocks and the CPU clock are read here, in the judge. The end of a line is not the end of a worker, so every
trouble kills the room.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import struct
import time
from collections.abc import Callable
from typing import Any, NoReturn

from grader import wire
from grader.judge.budget import Budget
from grader.judge.outcomes import Stop
from grader.judge.rooms import Room
from grader.judge.verdicts import Bilingual, Verdict
from grader.wire.arrays import WireError

GONE = Bilingual("the program left before it answered", "程序没有回答就退出了")
REFUSED = Bilingual("the worker sent something that the judge did not ask for", "运行环境收到了评测方没有要求的数据")


SOON = 20_000  # microseconds
TAKEN = 8 << 20  # bytes of frames in one test: a suite, and what it lends, may keep all of them


class Link:
    """Frames to and from one room. Also collects what the room prints, up to `kept` bytes, and drops the rest."""

    def __init__(self, room: Room, budget: Budget, named: Callable[[int, Any], Any], kept: int) -> None:
        self.room = room
        self.budget = budget
        self.kept = kept
        self.printed = bytearray()
        self.taken = 0  # bytes of frames in this test
        self._decode = wire.decoder(wire.Reply, named)
        self._received = bytearray()
        self._channel = room.channel
        # A reply comes within a millisecond as a rule: to wait for it in one call is cheaper than to poll first.
        self._channel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("@ll", 0, SOON))
        self._poll = select.poll()
        self._poll.register(self._channel, select.POLLIN)
        self._poll.register(room.output, select.POLLIN)
        self._open = True

    def send(self, message: wire.Message) -> None:
        """Send one frame. Whatever the worker has sent unasked by then ends it."""
        data = memoryview(wire.frame(message, wire.FROM_JUDGE))
        self._wait_for(0)
        if self._received:
            self.refuse()
        waiting = False
        while data:
            try:
                data = data[self._channel.send(data, socket.MSG_DONTWAIT) :]
                waiting = False
            except BlockingIOError:
                waiting = not self._wait_for_place(waiting)
            except OSError:
                self._gone()

    def receive(self) -> Any:
        """The next message of the worker's, decoded."""
        needed = wire.HEADER.size
        waiting, asked = False, True
        while True:
            if len(self._received) >= wire.HEADER.size:
                needed = wire.HEADER.size + wire.HEADER.unpack_from(self._received)[0]
                if needed > wire.HEADER.size + wire.FROM_WORKER:
                    self.refuse()
            if len(self._received) >= needed:
                break
            if not self._open:
                self._gone()
            try:
                patience = self.budget.patience(self.room, waiting)
            except Stop:
                # It may have answered while the judge itself had no core to run on.
                if waiting and self._wait_for(0) and self._whole():
                    continue
                self.room.kill()
                raise
            if asked:
                asked = False
                self._take_frames(0)
            else:
                waiting = not self._wait_for(patience)
        self.taken += needed
        if self.taken > TAKEN:
            self.refuse()
        body = bytes(self._received[wire.HEADER.size : needed])
        del self._received[:needed]
        started = time.thread_time()
        try:
            return self._decode(body)
        except WireError:
            self.refuse()
        finally:
            self.budget.charge(time.thread_time() - started)

    def quiet(self) -> None:
        """Take what has been printed, and see that no frame is left over."""
        self._wait_for(0)
        if self._received:
            self.refuse()

    def take_rest(self) -> None:
        """Take what has been printed so far, also by a room that is gone."""
        for _ in range(16):  # 1 MB: more than is kept, and no flood can hold the judge here
            before = len(self.printed)
            self._take_output()
            if len(self.printed) in (before, self.kept):
                return

    def refuse(self) -> NoReturn:
        """End the room: it sent what it must not send."""
        self.room.kill()
        raise Stop(Verdict.ERROR, REFUSED)

    def _whole(self) -> bool:
        """Whether a whole frame is there."""
        size = wire.HEADER.size
        return len(self._received) >= size and len(self._received) >= size + wire.HEADER.unpack_from(self._received)[0]

    def _wait_for_place(self, waiting: bool) -> bool:
        """Until the channel takes more; whether that came about. A worker that speaks meanwhile is ended."""
        try:
            patience = self.budget.patience(self.room, waiting)
        except Stop:
            self.room.kill()
            raise
        if not self._open:
            self._gone()
        self._poll.modify(self._channel, select.POLLIN | select.POLLOUT)
        came = self._wait_for(patience)
        if self._open:
            self._poll.modify(self._channel, select.POLLIN)
        if self._received:
            self.refuse()
        return came

    def _wait_for(self, seconds: float) -> bool:
        """Take what comes within so many seconds; whether anything came."""
        found = self._poll.poll(seconds * 1000)
        for descriptor, event in found:
            if descriptor == self.room.output:
                self._take_output()
            elif event != select.POLLOUT:
                self._take_frames()
        return bool(found)

    def _take_frames(self, flags: int = socket.MSG_DONTWAIT) -> None:
        """Take what is there; without flags, wait for it a short while."""
        try:
            data = self._channel.recv(1 << 16, flags)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._poll.unregister(self._channel)
            self._open = False
        self._received += data

    def _take_output(self) -> None:
        try:
            data = os.read(self.room.output, 1 << 16)
        except BlockingIOError:
            return
        if not data:
            with contextlib.suppress(KeyError):
                self._poll.unregister(self.room.output)
        self.printed += data[: max(0, self.kept - len(self.printed))]

    def _gone(self) -> NoReturn:
        status = self.room.kill()
        if status is not None and status == -signal.SIGXCPU:
            raise self.budget.over()
        crash = status is not None and status < 0 and status != -signal.SIGKILL
        name = signal.Signals(-status).name if crash and status is not None else ""
        message = Bilingual(f"the program crashed ({name})", f"程序崩溃({name})") if crash else GONE
        raise Stop(Verdict.ERROR, message)
