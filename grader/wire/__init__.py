"""What may cross between judge and worker, and nothing else.

A frame is a length and a MessagePack body. Bodies are the structs of this module; values inside them are plain data,
see `grader.wire.values`. What a message means is left to the two sides.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

import msgspec

from grader.wire.arrays import WireError
from grader.wire.values import reader

FROM_WORKER = 4 << 20  # bytes: an empty list is 1 byte on the wire and 56 in memory, so this bounds the judge's memory
FROM_JUDGE = 64 << 20
HEADER = struct.Struct("<I")


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag=True, array_like=True):
    """A frame's body. `id` is the number of the request that it is or answers."""

    id: int


class Load(Message, frozen=True):
    """Run a submission's source as the module `name`; `support` are modules that the kata brings along."""

    name: str
    source: bytes
    support: dict[str, bytes]
    forbidden: list[str]


class Call(Message, frozen=True):
    """Call an object. Warnings whose text holds `refused` are raised as exceptions."""

    target: int
    args: Any
    kwargs: Any
    refused: str = ""


class Get(Message, frozen=True):
    target: int
    name: str


class Index(Message, frozen=True):
    target: int
    key: Any


class Length(Message, frozen=True):
    target: int


class Iterate(Message, frozen=True):
    """At most `limit` items of a handle, as a list."""

    target: int
    limit: int


class Again(Message, frozen=True):
    """Make the last `Call` once more, with the very same objects as arguments, whatever became of them."""


class Box(Message, frozen=True):
    value: Any


class Unbox(Message, frozen=True):
    target: int


class Differentiate(Message, frozen=True):
    """Call with gradients on; the answer is the gradients of <output, cotangent> for the tensors in `args`, or for
    the module's parameters."""

    target: int
    args: Any
    cotangent: Any
    parameters: bool


class LentValue(Message, frozen=True):
    """The judge's answer to a `LentUse`."""

    value: Any


class LentRaised(Message, frozen=True):
    type_name: str
    text: str


class Value(Message, frozen=True):
    """What came of a request. `after`: the arguments afterwards, if they changed. All of it is the worker's claim."""

    value: msgspec.Raw
    after: tuple[list[msgspec.Raw], dict[str, msgspec.Raw]] | None = None
    warnings: list[str] = []
    grad_enabled: bool = True
    line: int | None = None


class Raised(Message, frozen=True):
    type_name: str
    text: str
    bases: list[str]
    line: int | None
    traceback: list[int] = []


class Forbidden(Message, frozen=True):
    name: str
    line: int | None


class LentUse(Message, frozen=True):
    """The submission uses a lent object: `name` is a method, or an attribute where `args` is None."""

    lent: int
    name: str
    args: list[msgspec.Raw] | None
    kwargs: dict[str, msgspec.Raw]
    grad_enabled: bool


Request = Load | Call | Again | Get | Index | Length | Iterate | Box | Unbox | Differentiate | LentValue | LentRaised
Reply = Value | Raised | Forbidden | LentUse

_encoder = msgspec.msgpack.Encoder()


def frame(message: Message, limit: int) -> bytes:
    """Bytes of one frame. The values in `message` are packed already."""
    body = _encoder.encode(message)
    if len(body) > limit:
        raise WireError(f"a frame of {len(body):,} bytes is larger than the {limit:,} allowed")
    return HEADER.pack(len(body)) + body


def decoder(messages: Any, handles: Callable[[int, Any], Any]) -> Callable[[bytes], Any]:
    """A strict decoder of `messages`; `handles` turns what names an object on either side into a Python object."""
    begin, read, extension = reader(handles)
    bodies = msgspec.msgpack.Decoder(messages, ext_hook=extension)

    def decode(body: bytes) -> Any:
        begin()
        try:
            return _with_values(bodies.decode(body), read)
        except WireError:
            raise
        except (msgspec.MsgspecError, RecursionError, ValueError, TypeError, OverflowError, MemoryError) as error:
            raise WireError(f"{type(error).__name__}: {str(error)[:200]}") from None

    return decode


def _with_values(message: Any, read: Callable[[msgspec.Raw], Any]) -> Any:
    """A message of the worker's with its values read; one of the judge's has them already."""
    if isinstance(message, Value):
        after = message.after and ([read(raw) for raw in message.after[0]], _read_all(message.after[1], read))
        return msgspec.structs.replace(message, value=read(message.value), after=after)
    if isinstance(message, LentUse):
        args = None if message.args is None else [read(raw) for raw in message.args]
        return msgspec.structs.replace(message, args=args, kwargs=_read_all(message.kwargs, read))
    return message


def _read_all(named: dict[str, msgspec.Raw], read: Callable[[msgspec.Raw], Any]) -> dict[str, Any]:
    return {name: read(raw) for name, raw in named.items()}
