"""Values on the wire: plain data, arrays and tensors (see `arrays`), and numbers that name what stays on the other
side: a handle is an object of the worker's, a `Lent` one of the judge's.

Decoding checks everything and looks no name up; whatever is odd is a `WireError`.
"""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time
from typing import Any

import msgspec
from msgspec.msgpack import Ext

from grader.wire.arrays import (
    ARRAY,
    BIGINT,
    COMPLEX,
    DEVICE,
    DICT,
    FROZENSET,
    HANDLE,
    LENT,
    SET,
    TEXT,
    TUPLE,
    WireError,
    pack_array,
    unpack_array,
)

DEPTH = 64
DECODE_SECONDS = 0.5  # of CPU time for one frame; a full one of honest numbers takes a tenth of it

Read = Callable[..., Any]
Extension = Callable[..., Any]

EXACT = frozenset({bool, float, type(None), bytes})


class Lent(msgspec.Struct, frozen=True):
    """An object that stays in the judge: its number, the methods and the attributes that the worker may use."""

    number: int
    type_name: str
    methods: tuple[str, ...]
    attributes: tuple[str, ...]


_encoder = msgspec.msgpack.Encoder()

MAPS = frozenset({*range(0x80, 0x90), 0xDE, 0xDF})  # the first bytes of MessagePack's kinds
ARRAYS = frozenset({*range(0x90, 0xA0), 0xDC, 0xDD})
EXTENSIONS = frozenset({*range(0xC7, 0xCA), *range(0xD4, 0xD9)})
_PLAIN = msgspec.msgpack.Decoder(list[bool | int | float | str | None])
_ITEMS = msgspec.msgpack.Decoder(list[msgspec.Raw])
_PAIRS = msgspec.msgpack.Decoder(dict[bool | int | float | str | None, msgspec.Raw])
_EXTENSION = msgspec.msgpack.Decoder(Ext)
_SCALAR = msgspec.msgpack.Decoder()  # only given what is no container
_COMPLEX = msgspec.msgpack.Decoder(tuple[float, float])


def pack(value: Any, other: Callable[[Any], Ext], depth: int = 0) -> Any:
    """Turn a value into what MessagePack carries; `other` decides about objects that are not plain data."""
    kind = type(value)
    if kind in EXACT:
        return value
    if depth > DEPTH:
        raise WireError(f"the value is nested more than {DEPTH} levels deep")
    if kind is int:
        return value if -(1 << 63) <= value < 1 << 64 else Ext(BIGINT, _bigint(value))
    if kind is str:
        return _text(value)
    if kind is list:
        return [item if type(item) in EXACT else pack(item, other, depth + 1) for item in value]
    if kind is dict:
        pairs = [[pack(key, other, depth + 1), pack(item, other, depth + 1)] for key, item in value.items()]
        if any(type(key) in (Ext, bytes) for key, _ in pairs):  # which cannot be keys of a map as it is read
            return Ext(DICT, _encoder.encode(pairs))
        return dict(pairs)
    if kind is tuple:
        return Ext(TUPLE, _encoder.encode([pack(item, other, depth + 1) for item in value]))
    if kind is set or kind is frozenset:
        code = SET if kind is set else FROZENSET
        return Ext(code, _encoder.encode([pack(item, other, depth + 1) for item in value]))
    if kind is complex:
        return Ext(COMPLEX, _encoder.encode([value.real, value.imag]))
    packed = pack_array(value)
    return _pack_subclass(value, other, depth) if packed is None else packed


def reader(handles: Callable[[int, Any], Any]) -> tuple[Callable[[], None], Read, Extension]:
    """Makes values of bytes step by step: each level is typed, so that a key is a scalar whose hash nobody can choose.

    `handles` makes objects of what names one. Depth and CPU time of one frame are bounded. Three functions: a frame
    begins, the value of raw bytes, the value of an extension; the latter raise `WireError`, or what msgspec raises.
    """
    until = 0.0

    def begin() -> None:
        nonlocal until
        until = thread_time() + DECODE_SECONDS

    def read(raw: msgspec.Raw | memoryview, depth: int = 0) -> Any:
        if depth > DEPTH:
            raise WireError("nested too deep")
        check()
        first = memoryview(raw)[0]
        if first in ARRAYS:
            try:
                return _PLAIN.decode(raw)  # the usual list, in one step
            except msgspec.ValidationError:
                return [read(item, depth + 1) for item in _ITEMS.decode(raw)]
        if first in MAPS:
            return {key: read(item, depth + 1) for key, item in _PAIRS.decode(raw).items()}
        if first in EXTENSIONS:
            found = _EXTENSION.decode(raw)
            return extension(found.code, memoryview(found.data), depth + 1)
        return _SCALAR.decode(raw)

    def extension(code: int, payload: memoryview, depth: int = 1) -> Any:
        if code in (HANDLE, LENT):
            return handles(code, read(payload, depth))
        if code == TUPLE:
            return tuple(items(payload, depth))
        if code in (SET, FROZENSET):
            found = set()
            for item in items(payload, depth):
                check()
                found.add(item)
            return found if code == SET else frozenset(found)
        if code == DICT:
            pairs: dict[Any, Any] = {}
            for key, value in items(payload, depth):
                check()
                pairs[key] = value
            return pairs
        if code == BIGINT:
            return int.from_bytes(payload, "little", signed=True)
        if code == TEXT:
            return bytes(payload).decode("utf-8", "surrogatepass")
        if code == COMPLEX:
            return complex(*_COMPLEX.decode(payload))
        if ARRAY <= code <= DEVICE:
            return unpack_array(code, payload)
        raise WireError(f"unknown extension {code}")

    def items(payload: memoryview, depth: int) -> list[Any]:
        value = read(payload, depth)
        if type(value) is not list:
            raise WireError("a tuple, set or dict that is no list inside")
        return value

    def check() -> None:
        if thread_time() > until:
            raise WireError("it takes too long to decode")

    return begin, read, extension


def _bigint(value: int) -> bytes:
    return value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True)


def _text(value: str) -> Any:
    try:
        value.encode()
    except UnicodeEncodeError:
        return Ext(TEXT, value.encode("utf-8", "surrogatepass"))
    return value


def _pack_subclass(value: Any, other: Callable[[Any], Ext], depth: int) -> Any:
    """A named tuple is a tuple, an OrderedDict a dict: the base's own methods read it, not the subclass's.

    Its class decides, not what an object says of its `__class__`, which may be code of a submission's.
    """
    kind = type(value)
    if issubclass(kind, int):
        return pack(int.__pos__(value), other, depth)
    if issubclass(kind, float):
        return float.__pos__(value)
    if issubclass(kind, str):
        return _text(str.__str__(value))
    if issubclass(kind, bytes):
        return bytes.__getitem__(value, slice(None))
    containers: tuple[Any, ...] = (list, tuple, set, frozenset)
    for container in containers:
        if issubclass(kind, container):
            return pack(container(container.__iter__(value)), other, depth)
    if issubclass(kind, dict):
        return pack(dict(dict.items(value)), other, depth)
    return other(value)
