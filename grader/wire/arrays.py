"""Arrays and tensors on the wire: bytes with a dtype and a shape. A name that arrives counts only if it is listed.

Also the numbers of all extensions, and the error for what may not cross. Other values are left to `values`.
"""

from __future__ import annotations

import math
import sys
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


def pack_array(value: Any) -> Ext | None:
    """An array, a tensor, a NumPy scalar, a dtype, a size or a device as an extension; None for anything else."""
    numpy, torch = sys.modules.get("numpy"), sys.modules.get("torch")
    # A forbidden module may stand in sys.modules as a wall that must not be touched, hence the look at the type first.
    root = type(value).__module__.partition(".")[0]
    if numpy is not None and isinstance(value, numpy.ndarray | numpy.generic | numpy.dtype):
        if isinstance(value, numpy.dtype):
            return Ext(NP_DTYPE, value.str.lstrip("<>=|").encode()) if _known(value) else None
        if value.dtype.kind in "fc" and not _known(value.dtype):  # a longdouble
            value = value.astype("f8" if value.dtype.kind == "f" else "c16")
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


def unpack_array(code: int, payload: memoryview) -> Any:
    """An array, a scalar, a tensor, or what describes one, from the payload of an extension of that kind."""
    if code in (ARRAY, SCALAR, TENSOR):
        name, shape, data = msgspec.msgpack.decode(payload, type=tuple[str, list[int], bytes])
        return _tensor(name, shape, data) if code == TENSOR else _array(name, shape, data, code == SCALAR)
    return _description(code, payload)


def _array(name: str, shape: list[int], data: bytes, scalar: bool = False) -> Any:
    import numpy

    if name not in NUMPY_DTYPES:
        raise WireError(f"dtype {name[:20]!r} cannot cross")
    dtype = numpy.dtype("<" + name)
    if (
        len(shape) > 32
        or any(not 0 <= size <= (AXIS if 0 in shape else len(data)) for size in shape)
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
