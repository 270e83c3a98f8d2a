"""Values on the wire: plain data, arrays and tensors (see `arrays`), and numbers that name what stays on the other
side: a handle is an object of the worker's, a `Lent` one of the judge's.

Decoding checks everything and looks no name up; whatever is odd is a `WireError`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec.msgpack import Ext

from grader.wire.arrays import pack_array, unpack_array
from grader.wire.codes import (
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
)

DEPTH = 64
DECODE_SECONDS = 0.5  # of CPU time for one frame; a full one of honest numbers takes a tenth of it

EXACT = frozenset({bool, float, type(None), bytes})


class Lent(msgspec.Struct, frozen=True):
    """An object that stays in the judge: its number, the methods and the attributes that the worker may use."""

    number: int
    type_name: str
    methods: tuple[str, ...]
    attributes: tuple[str, ...]


_encoder = msgspec.msgpack.Encoder()


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
        if any(type(key) is Ext for key, _ in pairs):  # an Ext cannot be a key of MessagePack's own map
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


class Patience:
    """Bounds the CPU time of one decoding: keys with equal hashes make dicts and sets as slow as a sender likes."""

    def __init__(self) -> None:
        self._until = 0.0

    def begin(self) -> None:
        self._until = time.thread_time() + DECODE_SECONDS

    def check(self) -> None:
        if time.thread_time() > self._until:
            raise WireError("it takes too long to decode")


def value_decoder(handles: Callable[[int, Any], Any], patience: Patience) -> Callable[[int, memoryview], Any]:
    """The hook by which MessagePack extensions become values; `handles` makes objects of those that name one."""
    level = 0

    def hook(code: int, payload: memoryview) -> Any:
        nonlocal level
        level += 1
        try:
            patience.check()
            if level > DEPTH:
                raise WireError("nested too deep")
            if code in (HANDLE, LENT):
                return handles(code, values.decode(payload))
            return _unpack(code, payload, values, patience)
        finally:
            level -= 1

    values = msgspec.msgpack.Decoder(ext_hook=hook)
    return hook


def check_depth(value: Any, patience: Patience, depth: int = 0) -> None:
    """Refuse what is nested so deep that code that walks over it would fail."""
    if depth > DEPTH:
        raise WireError("nested too deep")
    patience.check()
    kind = type(value)
    if kind is list or kind is tuple or kind is set or kind is frozenset:
        for item in value:
            if type(item) not in EXACT:
                check_depth(item, patience, depth + 1)
    elif kind is dict:
        for key, item in value.items():
            check_depth(key, patience, depth + 1)
            check_depth(item, patience, depth + 1)


def _bigint(value: int) -> bytes:
    return value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True)


def _text(value: str) -> Any:
    try:
        value.encode()
    except UnicodeEncodeError:
        return Ext(TEXT, value.encode("utf-8", "surrogatepass"))
    return value


def _pack_subclass(value: Any, other: Callable[[Any], Ext], depth: int) -> Any:
    """A named tuple is a tuple, an OrderedDict a dict: the base's own methods read it, not the subclass's."""
    if isinstance(value, int):
        return pack(int.__pos__(value), other, depth)
    if isinstance(value, float):
        return float.__pos__(value)
    if isinstance(value, str):
        return _text(str.__str__(value))
    if isinstance(value, bytes):
        return bytes.__getitem__(value, slice(None))
    containers: tuple[Any, ...] = (list, tuple, set, frozenset)
    for container in containers:
        if isinstance(value, container):
            return pack(container(container.__iter__(value)), other, depth)
    if isinstance(value, dict):
        return pack(dict(dict.items(value)), other, depth)
    return other(value)


def _unpack(code: int, payload: memoryview, values: Any, patience: Patience) -> Any:
    if code == TUPLE:
        return tuple(_list(values.decode(payload)))
    if code == SET:
        return _set(_list(values.decode(payload)), patience)
    if code == FROZENSET:
        return frozenset(_set(_list(values.decode(payload)), patience))
    if code == DICT:
        pairs: dict[Any, Any] = {}
        for key, value in _list(values.decode(payload)):
            patience.check()
            pairs[key] = value
        return pairs
    if code == BIGINT:
        return int.from_bytes(payload, "little", signed=True)
    if code == TEXT:
        return bytes(payload).decode("utf-8", "surrogatepass")
    if code == COMPLEX:
        return complex(*msgspec.msgpack.decode(payload, type=tuple[float, float]))
    if ARRAY <= code <= DEVICE:
        return unpack_array(code, payload)
    raise WireError(f"unknown extension {code}")


def _set(items: list[Any], patience: Patience) -> set[Any]:
    found = set()
    for item in items:
        patience.check()
        found.add(item)
    return found


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise WireError("a tuple or set that is no list inside")
    return value
