"""What the judge and its zygote say to each other, a message a packet. No room ever holds this socket."""

from __future__ import annotations

import socket
from collections.abc import Sequence

import msgspec

from grader.sandbox.tiers import RoomLimits

LARGEST = 1 << 20  # bytes; a birth lists some hundreds of paths
USUAL = 1 << 14  # bytes of all else
MOST_DESCRIPTORS = 4


class Birth(msgspec.Struct, frozen=True, tag=True):
    """Said once to a new zygote: what it is to be. It must name nothing that a room may not know."""

    tier: str
    imports: tuple[str, ...]
    worker: str  # the module whose `serve` a room runs
    readable: tuple[str, ...] = ()  # what Landlock lets a room read
    kept: tuple[str, ...] = ()  # folders under /tmp that a room still needs when it gets a /tmp of its own
    closed: tuple[str, ...] = ()  # folders that are empty in a room: what the zygote read there
    user: int | None = None  # as root: the id that the zygote takes before it does anything
    forget: tuple[str, ...] = ()  # folders that leave sys.path once everything is imported
    folder: str | None = None  # where the rooms' folders lie; removed if the judge dies before it has done that


class Open(msgspec.Struct, frozen=True, tag=True):
    """Asks for a room; its channel and its output come beside the message."""

    limits: RoomLimits
    folder: str | None  # the room's own folder where it has no /tmp of its own


class Reap(msgspec.Struct, frozen=True, tag=True):
    """Asks for the exit status of a room that was killed or has left, and for the end of whatever it left behind."""

    pid: int


class Ready(msgspec.Struct, frozen=True, tag=True):
    """Everything is imported; `size` is the address space in bytes that every room is born with."""

    size: int


class Opened(msgspec.Struct, frozen=True, tag=True):
    """The room's walls stand; its pidfd comes beside the message. `pid` is as the zygote sees it."""

    pid: int


class Reaped(msgspec.Struct, frozen=True, tag=True):
    """As `os.waitstatus_to_exitcode`: an exit status, or a signal's number below zero."""

    status: int | None


class Fault(msgspec.Struct, frozen=True, tag=True):
    """The zygote could not do it, which is no submission's fault."""

    text: str


Message = Birth | Open | Reap | Ready | Opened | Reaped | Fault

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Message).decode


def send(control: socket.socket, message: Message, descriptors: Sequence[int] = ()) -> None:
    """Send one message with descriptors beside it."""
    socket.send_fds(control, [_encode(message)], list(descriptors))


def receive(control: socket.socket, largest: int = USUAL) -> tuple[Message, list[int]] | None:
    """The next message and its descriptors; None once the other side is gone."""
    packet, descriptors, _, _ = socket.recv_fds(control, largest, MOST_DESCRIPTORS)
    return (_decode(packet), descriptors) if packet else None
