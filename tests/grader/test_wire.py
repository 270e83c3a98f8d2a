"""Values cross and come back as they were; what is odd is refused."""

from __future__ import annotations

import collections
import contextlib
from typing import Any

import msgspec
import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from msgspec.msgpack import Ext

from grader import wire
from grader.wire.arrays import ARRAY, HANDLE, TENSOR, TUPLE, WireError
from grader.wire.values import pack


def _handle(value: object) -> Ext:
    return Ext(HANDLE, msgspec.msgpack.encode([7, type(value).__name__]))


decode = wire.decoder(wire.Reply, lambda code, payload: ("named", code, payload))


def crossed(value: Any) -> Any:
    frame = wire.frame(wire.Value(id=1, value=pack(value, _handle)), wire.FROM_WORKER)
    return decode(frame[wire.HEADER.size :]).value


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(plain)
def test_plain_data_crosses_as_it_is(value: Any) -> None:
    assert crossed(value) == value
    assert type(crossed(value)) is type(value)


@pytest.mark.parametrize(
    "value",
    [np.arange(6.0).reshape(2, 3), np.zeros((0, 3)), np.array(1, dtype=np.int8), np.array([True]), np.array([1 + 2j])],
)
def test_arrays_keep_shape_and_dtype(value: Any) -> None:
    back = crossed(value)
    assert back.shape == value.shape
    assert back.dtype == value.dtype
    assert (back == value).all()


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16, torch.int64, torch.bool])
def test_tensors_keep_shape_and_dtype(dtype: torch.dtype) -> None:
    value = torch.tensor([[1.0, 0.0]]).to(dtype)
    assert torch.equal(crossed(value), value)
    assert crossed(value).dtype == dtype


def test_subclasses_of_plain_types_cross_as_the_plain_type() -> None:
    assert type(crossed(collections.OrderedDict(a=1))) is dict
    assert type(crossed(collections.namedtuple("Pair", "a b")(1, 2))) is tuple
    assert crossed({(1, 2): 3}) == {(1, 2): 3}
    assert crossed("\ud800") == "\ud800"


def test_other_objects_stay_and_are_named() -> None:
    assert crossed(object()) == ("named", HANDLE, [7, "object"])
    assert crossed(np.array([None], dtype=object)) == ("named", HANDLE, [7, "ndarray"])


def _message(value: Any) -> bytes:
    return msgspec.msgpack.encode(["Value", 1, value, None, [], True, None])


def _ext(code: int, payload: Any) -> bytes:
    return _message(Ext(code, msgspec.msgpack.encode(payload)))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xc1",
        msgspec.msgpack.encode(["Nobody", 1]),
        msgspec.msgpack.encode(["Value", "one", None, None, [], True, None]),
        _message(None) + b"\x00",
        _ext(ARRAY, ["f8", [3], b"\0" * 8]),
        _ext(ARRAY, ["f8", [-1], b""]),
        _ext(ARRAY, ["f8", [0, 1 << 62], b""]),
        _ext(ARRAY, ["O", [1], b"\0" * 8]),
        _ext(TENSOR, ["load", [1], b"\0" * 8]),
        _ext(TUPLE, {"a": 1}),
        _ext(99, []),
        b"\x91" * 100_000,
    ],
)
def test_what_is_odd_is_refused(body: bytes) -> None:
    with pytest.raises(WireError):
        decode(body)


def test_deep_nesting_is_refused_on_both_sides() -> None:
    deep: list[Any] = []
    for _ in range(200):
        deep = [deep]
    with pytest.raises(WireError):
        pack(deep, _handle)
    with pytest.raises(WireError):
        decode(_message(deep))


def test_a_frame_over_the_limit_is_not_made() -> None:
    with pytest.raises(WireError):
        wire.frame(wire.Value(id=1, value=b"x" * (wire.FROM_WORKER + 1)), wire.FROM_WORKER)


@given(st.binary(max_size=200))
def test_random_bytes_are_refused_or_decoded_and_nothing_else(body: bytes) -> None:
    with contextlib.suppress(WireError):
        decode(body)
