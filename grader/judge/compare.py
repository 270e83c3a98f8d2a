"""Compares what came back with what was due. The one place that all suites use.

Kind, shape and dtype class are checked before values: an empty array, a broadcasting shape or an object that equals
everything must not pass by accident. What is expected decides what is accepted:

- a number: a Python number, a NumPy scalar, or an array or tensor of no dimension; a bool is no number, and a complex
  number is one only where one is due
- a list or tuple: a list or tuple of the same length, item by item; of numbers also a 1-D array or tensor
- an array: an array; a tensor: a tensor; of the same shape and of the same class of dtype (float, integer, bool)
- a dict: a dict with the same keys; a str, bool, None, set: the same kind, equal

What is expected also decides how close is close: a float32 answer where a float64 one is due has no more leave to be
wrong. So where inputs are float32 a suite expects a float32 array, tensor or scalar, or gives tolerances. `identical`
accepts nothing but the very types.
"""

from __future__ import annotations

import math
import sys
from typing import Any

import numpy as np

from grader.judge.outcomes import Mismatch
from grader.judge.showing import show
from grader.judge.verdicts import Bilingual

OF_KIND = "it is of kind"  # begins what is said of a result that is no array, no list, no number…
DOUBLE = (1e-6, 1e-9)
SINGLE = (1e-4, 1e-6)
SINGLES = tuple(np.dtype(name) for name in ("float32", "float16", "complex64"))
CLASSES = {"b": "bool", "i": "integer", "u": "integer", "f": "float", "c": "complex"}
IN_CHINESE = {"bool": "布尔", "integer": "整数", "float": "浮点", "complex": "复数"}


class Difference(Exception):
    """Where and how two values differ, in both languages; `path` such as `[0][2]` is added on the way up."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.en = en
        self.zh = zh
        self.path = ""


def compare(actual: Any, expected: Any, rtol: float | None, atol: float | None, exact: bool = False) -> None:
    """Raise `Mismatch` unless `actual` is of the kind and shape of `expected` and close to it (equal, if `exact`)."""
    try:
        _compare(actual, expected, rtol, atol, exact)
    except Difference as difference:
        raise _mismatch(difference, actual, expected) from None


def identical(actual: Any, expected: Any) -> None:
    """Raise `Mismatch` unless `actual` is what `expected` is: types and dtypes at every level, and equal."""
    try:
        _same_types(actual, expected)
        _compare(actual, expected, None, None, exact=True)
    except Difference as difference:
        raise _mismatch(difference, actual, expected) from None


def is_number(value: Any) -> bool:
    """Whether `value` is one number: a float or integer of Python, NumPy or PyTorch, of no dimension."""
    return _number(value) is not None and not isinstance(_number(value), complex)


def kind(value: Any) -> str:
    """The kind of a value in words, for messages."""
    if is_number(value) and not isinstance(value, np.ndarray) and not _is_tensor(value):
        return "number"
    if isinstance(value, np.ndarray):
        return f"array of shape {value.shape}"
    if _is_tensor(value):
        return f"tensor of shape {tuple(value.shape)}"
    return (
        str(getattr(value, "__kind__", type(value).__name__))
        if type(value).__module__ != "builtins"
        else {"NoneType": "None"}.get(type(value).__name__, type(value).__name__)
    )


def _compare(actual: Any, expected: Any, rtol: float | None, atol: float | None, exact: bool) -> None:
    if isinstance(expected, dict):
        if not isinstance(actual, dict):
            raise _wrong_kind(actual, "dict")
        if set(actual) != set(expected):
            raise Difference(
                f"its keys are {show(list(actual))}, not {show(list(expected))}",
                f"键是 {show(list(actual))}，应为 {show(list(expected))}",
            )
        for key, item in expected.items():
            _inside(f"[{key!r}]", actual[key], item, rtol, atol, exact)
    elif isinstance(expected, list | tuple):
        items = _items(actual, expected)
        if len(items) != len(expected):
            raise _wrong_length(items, expected)
        relative, absolute = (0.0, 0.0) if exact else _tolerances(False, rtol, atol)
        for index, (item, due) in enumerate(zip(items, expected, strict=True)):
            if type(item) is type(due) is float and abs(item - due) <= absolute + relative * abs(due) < math.inf:
                continue  # as all else below would find, for most of what suites compare
            _inside(f"[{index}]", item, due, rtol, atol, exact)
    elif (isinstance(expected, np.ndarray) and expected.ndim) or (_is_tensor(expected) and expected.ndim):
        _compare_arrays(actual, expected, rtol, atol, exact)
    elif _number(expected) is not None:
        _compare_numbers(actual, expected, rtol, atol, exact)
    else:
        if isinstance(actual, np.bool_) or (_is_tensor(actual) and actual.ndim == 0 and isinstance(expected, bool)):
            actual = actual.item()
        if type(actual) is not type(expected):
            raise _wrong_kind(actual, kind(expected))
        if actual != expected:
            raise _wrong_value()


def _same_types(actual: Any, expected: Any, path: str = "") -> None:
    dtypes = getattr(actual, "dtype", None), getattr(expected, "dtype", None)
    if type(actual) is not type(expected) or dtypes[0] != dtypes[1]:
        names = type(actual).__name__, type(expected).__name__
        found, due = (f"{name} of {d}" if d else name for name, d in zip(names, dtypes, strict=True))
        difference = Difference(f"it is of type {found}, not {due}", f"类型是 {found}，应为 {due}")
        difference.path = path
        raise difference
    if isinstance(expected, dict):
        if {type(key) for key in actual} != {type(key) for key in expected}:
            raise Difference("its keys are of other types", "键的类型不同")
        for key in expected.keys() & actual.keys():
            _same_types(actual[key], expected[key], f"{path}[{key!r}]")
    elif isinstance(expected, list | tuple):
        for index, (item, due) in enumerate(zip(actual, expected, strict=False)):
            _same_types(item, due, f"{path}[{index}]")


def _mismatch(difference: Difference, actual: Any, expected: Any) -> Mismatch:
    place = f" at {difference.path}" if difference.path else ""
    message = Bilingual(difference.en + place, difference.zh + (f"（位置 {difference.path}）" if place else ""))
    return Mismatch(message, show(expected), show(actual), actual)


def _inside(step: str, actual: Any, expected: Any, rtol: float | None, atol: float | None, exact: bool) -> None:
    try:
        _compare(actual, expected, rtol, atol, exact)
    except Difference as difference:
        difference.path = step + difference.path
        raise


def _items(actual: Any, expected: Any) -> Any:
    if isinstance(actual, list | tuple):
        return actual
    numbers = all(_number(item) is not None for item in expected)
    if numbers and (isinstance(actual, np.ndarray) or _is_tensor(actual)) and actual.ndim == 1:
        if len(actual) != len(expected):
            raise _wrong_length(actual, expected)
        if str(actual.dtype).endswith("float64"):
            return actual.tolist()  # which loses nothing
        return list(actual) if isinstance(actual, np.ndarray) else list(actual.unbind())
    raise _wrong_kind(actual, f"list of {len(expected)}")


def _compare_numbers(actual: Any, expected: Any, rtol: float | None, atol: float | None, exact: bool) -> None:
    found, due = _number(actual), _number(expected)
    if found is None or due is None or (isinstance(found, complex) and not isinstance(due, complex)):
        raise _wrong_kind(actual, "number")
    if exact:
        same = found == due or (found != found and due != due)
    else:
        same = _close(found, due, *_tolerances(_is_single(expected), rtol, atol))
    if not same:
        raise _wrong_value()


def _close(found: Any, due: Any, rtol: float, atol: float) -> bool:
    try:
        if isinstance(found, complex) or isinstance(due, complex):
            return bool(abs(found - due) <= atol + rtol * abs(due))
        if math.isnan(due) or math.isinf(due):
            return bool(found == due or (found != found and math.isnan(due)))
        return bool(abs(found - due) <= atol + rtol * abs(due))
    except OverflowError:  # an integer too large for a float
        return bool(found == due)


def _compare_arrays(actual: Any, expected: Any, rtol: float | None, atol: float | None, exact: bool) -> None:
    tensor = _is_tensor(expected)
    if not (_is_tensor(actual) if tensor else isinstance(actual, np.ndarray)):
        raise _wrong_kind(actual, f"{'tensor' if tensor else 'array'} of shape {tuple(expected.shape)}")
    if tuple(actual.shape) != tuple(expected.shape):
        shapes = (tuple(actual.shape), tuple(expected.shape))
        raise Difference(f"its shape is {shapes[0]}, not {shapes[1]}", f"形状是 {shapes[0]}，应为 {shapes[1]}")
    found, due = _array(actual), _array(expected)
    if (has := CLASSES.get(found.dtype.kind)) != (wants := CLASSES.get(due.dtype.kind)):
        chinese = (IN_CHINESE.get(str(has), has), IN_CHINESE.get(str(wants), wants))
        raise Difference(f"its dtype is {has}, not {wants}", f"dtype 是{chinese[0]}类型，应为{chinese[1]}类型")
    if exact or due.dtype.kind in "biu":
        same = (found == due) | ((found != found) & (due != due))
    else:
        relative, absolute = _tolerances(_is_single(expected), rtol, atol)
        same = np.isclose(found, due, rtol=relative, atol=absolute, equal_nan=True)
    if not same.all():
        index = tuple(int(i) for i in np.argwhere(~same)[0])
        difference = _wrong_value()
        difference.en += f" ({show(found[index].item())} where {show(due[index].item())} was due)"
        difference.zh += f"（得到 {show(found[index].item())}，应为 {show(due[index].item())}）"
        difference.path = str(list(index))
        raise difference


def _tolerances(single: bool, rtol: float | None, atol: float | None) -> tuple[float, float]:
    default = SINGLE if single else DOUBLE
    return (default[0] if rtol is None else rtol, default[1] if atol is None else atol)


def _is_tensor(value: Any) -> bool:
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.Tensor)


def _is_single(value: Any) -> bool:
    dtype = getattr(value, "dtype", None)
    if dtype is None or isinstance(dtype, np.dtype):
        return dtype in SINGLES
    return str(dtype) in ("torch.float32", "torch.float16", "torch.bfloat16", "torch.complex64")


def _array(value: Any) -> Any:
    if _is_tensor(value):
        return (value.float() if str(value.dtype) == "torch.bfloat16" else value).detach().numpy()
    return value


def _number(value: Any) -> Any:
    if isinstance(value, bool | np.bool_):
        return None
    if isinstance(value, int | float | complex):
        return value
    if isinstance(value, np.number) or (
        isinstance(value, np.ndarray) and value.ndim == 0 and value.dtype.kind in "iufc"
    ):
        return value.item()
    if _is_tensor(value) and value.ndim == 0 and "bool" not in str(value.dtype):
        return value.item()
    return None


def _wrong_kind(actual: Any, wanted: str) -> Difference:
    return Difference(f"{OF_KIND} {kind(actual)}, not {wanted}", f"类型是 {kind(actual)}，应为 {wanted}")


def _wrong_value() -> Difference:
    return Difference("the value is wrong", "数值不对")


def _wrong_length(actual: Any, expected: Any) -> Difference:
    return Difference(
        f"it has {len(actual)} items, not {len(expected)}", f"有 {len(actual)} 项，应有 {len(expected)} 项"
    )
