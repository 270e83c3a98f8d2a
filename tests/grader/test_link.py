"""The line to a worker that does not listen."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from grader import wire
from grader.catalogue import Limits
from grader.judge.budget import Budget
from grader.judge.link import Link
from grader.judge.outcomes import Stop
from grader.judge.rooms import RoomLimits, Rooms
from grader.judge.verdicts import Verdict
from grader.sandbox.tiers import Tier

STAND = Path(__file__).parent / "sandbox" / "stand"


def test_a_worker_that_takes_no_frame_is_ended_and_waited_for_only_once() -> None:
    with Rooms(Tier.PLAIN, worker="roomtalk", paths=[STAND]) as rooms:
        room = rooms.open(RoomLimits())
        code = b"import time; time.sleep(60)"
        room.channel.sendall(len(code).to_bytes(4, "big") + code)
        budget = Budget(Limits(test_cpu=0.05), time.monotonic)
        link = Link(room, budget, lambda code, payload: payload, 1 << 16)
        began = time.monotonic()
        with pytest.raises(Stop) as stopped:
            link.send(wire.Box(1, b"x" * (8 << 20)))  # more than a socket holds
        assert stopped.value.verdict is Verdict.TIMEOUT
        assert not room.alive()
        with pytest.raises(Stop):
            link.send(wire.Box(2, b""))
        assert time.monotonic() - began < 5
        room.close()


def test_a_large_frame_to_a_worker_that_listens_costs_no_waiting() -> None:
    with Rooms(Tier.PLAIN, worker="roomtalk", paths=[STAND]) as rooms:
        room = rooms.open(RoomLimits())
        code = b"""
import os, socket
channel = socket.socket(fileno=os.dup(3))
left = 4 << 20
while left > 0:
    left -= len(channel.recv(min(left, 1 << 15)))
"""
        room.channel.sendall(len(code).to_bytes(4, "big") + code)
        link = Link(room, Budget(Limits(), time.monotonic), lambda code, payload: payload, 1 << 16)
        began = time.monotonic()
        link.send(wire.Box(1, b"x" * (4 << 20)))
        assert time.monotonic() - began < 1.5  # half a second for each buffer that was full before
        room.close()
