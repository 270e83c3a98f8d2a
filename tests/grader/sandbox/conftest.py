"""Rooms to attack: opened through the judge's own interface, with a worker that runs whatever it is sent."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.judge.probing import Finding, probe
from grader.judge.rooms import Room, RoomLimits, Rooms
from grader.sandbox.tiers import Tier

STAND = Path(__file__).parent / "stand"
WALLED = (Tier.FULL, Tier.LOCKED)

Ask = Callable[[Room, str], str]


@pytest.fixture(scope="session")
def found() -> dict[Tier, Finding]:
    return {finding.tier: finding for finding in probe().findings}


@pytest.fixture(scope="module", params=WALLED, ids=lambda tier: tier.value)
def walled(request: pytest.FixtureRequest, found: dict[Tier, Finding]) -> Tier:
    """Each tier with walls that this machine has."""
    tier: Tier = request.param
    if not found[tier].works:
        pytest.skip(f"no tier {tier.value} here: {found[tier].trouble}")
    return tier


@pytest.fixture(scope="module")
def rooms(walled: Tier) -> Iterator[Rooms]:
    with Rooms(walled, worker="roomtalk", paths=[STAND]) as rooms:
        yield rooms


@pytest.fixture
def room(rooms: Rooms) -> Iterator[Room]:
    room = rooms.open(RoomLimits())
    yield room
    room.close()


@pytest.fixture(scope="session")
def ask() -> Ask:
    """Run code in a room; the `repr` of its `answer`, or the exception. EOFError if the room ends."""

    def ask(room: Room, code: str) -> str:
        room.channel.sendall(struct.pack("!I", len(code.encode())) + code.encode())
        (size,) = struct.unpack("!I", _read(room, 4))
        return _read(room, size).decode()

    return ask


@pytest.fixture(scope="session")
def stand() -> Path:
    return STAND


@pytest.fixture(scope="session")
def is_root() -> bool:
    return os.geteuid() == 0


def _read(room: Room, size: int) -> bytes:
    data = b""
    while len(data) < size:
        part = room.channel.recv(size - len(data))
        if not part:
            raise EOFError("the room has ended")
        data += part
    return data
