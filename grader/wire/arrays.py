"""Arrays and tensors on the wire: bytes with a dtype and a shape. A name that arrives counts only if it is listed.

Also the numbers of all extensions, and the error for what may not cross. Other values are left to `values`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from math import prod
from types import ModuleType, SimpleNamespace
from typing import Any

import msgspec
from msgspec.msgpack import Ext

TUPLE, SET, FROZENSET, BIGINT, TEXT, COMPLEX, ARRAY, SCALAR = range(1, 9)  # the extensions by which values cross
TENSOR, NP_DTYPE, PT_DTYPE, SIZE, DEVICE, HANDLE, LENT, DICT = range(9, 17)
AXIS = 4096  # the longest axis of an array without items, which could claim any length at no cost
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


class WireError(Exception):
    """A frame or a value that is not allowed to cross."""


class Opaque(msgspec.Struct, frozen=True):
    """A tensor that arrived where PyTorch is not loaded: nothing can be done with it but to name it."""

    type_name: str


_encoder = msgspec.msgpack.Encoder()
_ARRAY = msgspec.msgpack.Decoder(tuple[str, list[int], bytes])
_SIZES = msgspec.msgpack.Decoder(list[int])
_libraries: dict[str, SimpleNamespace] = {}


def numpy_tools() -> Any:
    """What of NumPy is used here, as it was when it was first used: nobody can replace it afterwards. None without."""
    return _libraries.get("numpy") or _take("numpy", lambda library: {})


def torch_tools() -> Any:
    """As `numpy_tools`; also the methods of tensors, which can't be replaced where they are taken from."""
    return _libraries.get("torch") or _take("torch", lambda library: {"methods": library._C.TensorBase})


def _take(name: str, more: Callable[[Any], dict[str, Any]]) -> Any:
    library: Any = sys.modules.get(name)
    if type(library) is not ModuleType:  # not loaded, or forbidden: then a wall stands there that must not be touched
        return None
    _libraries[name] = SimpleNamespace(**{**vars(library), **more(library)})
    return _libraries[name]


def pack_array(value: Any) -> Ext | None:
    """An array, a tensor, a NumPy scalar, a dtype, a size or a device as an extension; None for anything else.

    The class decides, and no method of a subclass is called.
    """
    numpy, torch, kind = numpy_tools(), torch_tools(), type(value)
    if numpy is not None:
        if issubclass(kind, numpy.dtype):
            return Ext(NP_DTYPE, value.str.lstrip("<>=|").encode()) if _known(value) else None
        if issubclass(kind, numpy.ndarray):
            plain = value if kind is numpy.ndarray else numpy.ndarray.view(value, numpy.ndarray)
            return _pack_numpy(plain, ARRAY, numpy)
        if issubclass(kind, numpy.generic) and kind.__module__ == "numpy":
            return _pack_numpy(value, SCALAR, numpy)
    return None if torch is None else _pack_torch(value, kind, torch)


def _pack_numpy(value: Any, code: int, numpy: Any) -> Ext | None:
    if value.dtype.kind in "fc" and not _known(value.dtype):  # a longdouble
        value = value.astype("f8" if value.dtype.kind == "f" else "c16")
    if not _known(value.dtype):
        return None
    plain = numpy.ascontiguousarray(value, dtype=value.dtype.newbyteorder("<"))
    return Ext(code, _encoder.encode([value.dtype.str.lstrip("<>=|"), list(value.shape), plain.tobytes()]))


def _known(dtype: Any) -> bool:
    return dtype.str.lstrip("<>=|") in NUMPY_DTYPES


def _pack_torch(value: Any, kind: type, torch: Any) -> Ext | None:
    if issubclass(kind, torch.Tensor):
        if kind is torch.Tensor:
            return _pack_tensor(value, torch)
        with torch._C.DisableTorchFunctionSubclass():
            return _pack_tensor(value, torch)
    if kind is torch.dtype:
        return Ext(PT_DTYPE, str(value).removeprefix("torch.").encode())
    if kind is torch.Size:
        return Ext(SIZE, _encoder.encode(list(value)))
    if kind is torch.device:
        return Ext(DEVICE, value.type.encode())
    return None


def _pack_tensor(value: Any, torch: Any) -> Ext | None:
    methods = torch.methods
    name = str(methods.dtype.__get__(value)).removeprefix("torch.")
    meta = methods.device.__get__(value).type == "meta"
    if name not in TORCH_DTYPES or methods.layout.__get__(value) is not torch.strided or meta:
        return None
    plain = methods.detach(value)
    for method in (methods.cpu, methods.resolve_conj, methods.resolve_neg, methods.contiguous):
        plain = method(plain)
    plain = methods.view(plain, torch.int16) if name == "bfloat16" else plain
    return Ext(TENSOR, _encoder.encode([name, list(methods.shape.__get__(value)), methods.numpy(plain).tobytes()]))


def unpack_array(code: int, payload: memoryview) -> Any:
    """An array, a scalar, a tensor, or what describes one, from the payload of an extension of that kind."""
    if code in (ARRAY, SCALAR, TENSOR):
        name, shape, data = _ARRAY.decode(payload)
        return _tensor(name, shape, data) if code == TENSOR else _array(name, shape, data, code == SCALAR)
    return _description(code, payload)


def _array(name: str, shape: list[int], data: bytes, scalar: bool = False) -> Any:
    import numpy as loaded

    numpy = numpy_tools() or loaded
    if name not in NUMPY_DTYPES:
        raise WireError(f"dtype {name[:20]!r} cannot cross")
    dtype = numpy.dtype("<" + name)
    if (
        len(shape) > 32
        or any(not 0 <= size <= (AXIS if 0 in shape else len(data)) for size in shape)
        or prod(shape) * dtype.itemsize != len(data)
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
    torch = torch_tools()
    if torch is None:
        return Opaque("Tensor")
    tensor = torch.from_numpy(array)
    return torch.methods.view(tensor, torch.bfloat16) if name == "bfloat16" else tensor


def _description(code: int, payload: memoryview) -> Any:
    torch = torch_tools()
    if code == SIZE:
        sizes = _SIZES.decode(payload)
        return torch.Size(sizes) if torch is not None else tuple(sizes)
    name = bytes(payload).decode()
    if code == NP_DTYPE and name in NUMPY_DTYPES:
        import numpy as loaded

        return (numpy_tools() or loaded).dtype("<" + name)
    if code == PT_DTYPE and name in TORCH_DTYPES:
        return vars(torch)[name] if torch is not None else Opaque("dtype")
    if code == DEVICE and name in DEVICES:
        return torch.device(name) if torch is not None else Opaque("device")
    raise WireError("a dtype or device that cannot cross")
