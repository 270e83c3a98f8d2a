"""Values on the wire: plain data, arrays and tensors as bytes with a dtype and a shape, and numbers that name what
stays on the other side: a `Handle` is an object of the worker's, a `Lent` one of the judge's.

Decoding checks everything and looks no name up; whatever is odd is a `WireError`.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec.msgpack import Ext

DEPTH = 64
DECODE_SECONDS = 0.5  # of CPU time for one frame; a full one of honest numbers takes a tenth of it
AXIS = 1 << 24  # an array without items may still have this many empty rows

TUPLE, SET, FROZENSET, BIGINT, TEXT, COMPLEX, ARRAY, SCALAR = range(1, 9)
TENSOR, NP_DTYPE, PT_DTYPE, SIZE, DEVICE, HANDLE, LENT, DICT = range(9, 17)

NUMPY_DTYPES = {f"{kind}{size}" for kind, sizes in {"i": "1248", "u": "1248", "f": "248"}.items() for size in sizes} | {
    "b1",
    "c8",
    "c16",
}
TORCH_DTYPES = {
    "bool": "b1",
    "uint8": "u1",
    "int8": "i1",
    "int16": "i2",
    "int32": "i4",
    "int64": "i8",
    "float16": "f2",
    "bfloat16": "i2",
    "float32": "f4",
    "float64": "f8",
    "complex64": "c8",
    "complex128": "c16",
}
DEVICES = {"cpu", "meta", "cuda", "mps"}
EXACT = frozenset({bool, float, type(None), bytes})


class WireError(Exception):
    """A frame or a value that is not allowed to cross."""


class Handle(msgspec.Struct, frozen=True):
    """An object that stays in the worker: its number there and the name of its type (a claim, for messages)."""

    number: int
    type_name: str


class Lent(msgspec.Struct, frozen=True):
    """An object that stays in the judge: its number, the methods and the attributes that the worker may use."""

    number: int
    type_name: str
    methods: tuple[str, ...]
    attributes: tuple[str, ...]


class Opaque(msgspec.Struct, frozen=True):
    """A tensor that arrived where PyTorch is not loaded: nothing can be done with it but to name it."""

    type_name: str


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
    packed = _pack_array(value)
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


def _pack_array(value: Any) -> Ext | None:
    numpy, torch = sys.modules.get("numpy"), sys.modules.get("torch")
    # A forbidden module may stand in sys.modules as a wall that must not be touched, hence the look at the type first.
    root = type(value).__module__.partition(".")[0]
    if numpy is not None and isinstance(value, numpy.ndarray | numpy.generic | numpy.dtype):
        if isinstance(value, numpy.dtype):
            return Ext(NP_DTYPE, value.str.lstrip("<>=|").encode()) if _known(value) else None
        if not _known(value.dtype):
            return None
        code = SCALAR if isinstance(value, numpy.generic) else ARRAY
        plain = numpy.ascontiguousarray(value, dtype=value.dtype.newbyteorder("<"))
        return Ext(code, _encoder.encode([value.dtype.str.lstrip("<>=|"), list(numpy.shape(value)), plain.tobytes()]))
    if root == "torch" or any(base.__module__.partition(".")[0] == "torch" for base in type(value).__mro__):
        return _pack_torch(value, torch)
    return None


def _known(dtype: Any) -> bool:
    return dtype.str.lstrip("<>=|") in NUMPY_DTYPES


def _pack_torch(value: Any, torch: Any) -> Ext | None:
    if isinstance(value, torch.Tensor):
        name = str(value.dtype).removeprefix("torch.")
        if name not in TORCH_DTYPES or value.layout is not torch.strided or value.device.type == "meta":
            return None
        shape = list(value.shape)
        plain = value.detach().cpu().resolve_conj().resolve_neg().contiguous()
        data = (plain.view(torch.int16) if name == "bfloat16" else plain).numpy().tobytes()
        return Ext(TENSOR, _encoder.encode([name, shape, data]))
    if isinstance(value, torch.dtype):
        return Ext(PT_DTYPE, str(value).removeprefix("torch.").encode())
    if isinstance(value, torch.Size):
        return Ext(SIZE, _encoder.encode(list(value)))
    if isinstance(value, torch.device):
        return Ext(DEVICE, value.type.encode())
    return None


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
    if code in (ARRAY, SCALAR, TENSOR):
        name, shape, data = msgspec.msgpack.decode(payload, type=tuple[str, list[int], bytes])
        return _tensor(name, shape, data) if code == TENSOR else _array(name, shape, data, code == SCALAR)
    if code in (NP_DTYPE, PT_DTYPE, SIZE, DEVICE):
        return _description(code, payload)
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


def _array(name: str, shape: list[int], data: bytes, scalar: bool = False) -> Any:
    import numpy

    if name not in NUMPY_DTYPES:
        raise WireError(f"dtype {name[:20]!r} cannot cross")
    dtype = numpy.dtype("<" + name)
    if (
        len(shape) > 32
        or any(not 0 <= size <= AXIS for size in shape)
        or math.prod(shape) * dtype.itemsize != len(data)
    ):
        raise WireError("the shape does not fit the data")
    if scalar and shape:
        raise WireError("a scalar with a shape")
    array = numpy.frombuffer(data, dtype).reshape(shape).copy()
    return array[()] if scalar else array


def _tensor(name: str, shape: list[int], data: bytes) -> Any:
    if name not in TORCH_DTYPES:
        raise WireError(f"dtype {name[:20]!r} cannot cross")
    array = _array(TORCH_DTYPES[name], shape, data)
    torch = sys.modules.get("torch")
    if torch is None:
        return Opaque("Tensor")
    tensor = torch.from_numpy(array)
    return tensor.view(torch.bfloat16) if name == "bfloat16" else tensor


def _description(code: int, payload: memoryview) -> Any:
    torch = sys.modules.get("torch")
    if code == SIZE:
        sizes = msgspec.msgpack.decode(payload, type=list[int])
        return torch.Size(sizes) if torch is not None else tuple(sizes)
    name = bytes(payload).decode()
    if code == NP_DTYPE and name in NUMPY_DTYPES:
        import numpy

        return numpy.dtype("<" + name)
    if code == PT_DTYPE and name in TORCH_DTYPES:
        return getattr(torch, name) if torch is not None else Opaque("dtype")
    if code == DEVICE and name in DEVICES:
        return torch.device(name) if torch is not None else Opaque("device")
    raise WireError("a dtype or device that cannot cross")
