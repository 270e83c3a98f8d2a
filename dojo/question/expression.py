"""Arithmetic of number questions: works an expression out, or says why not. Never raises, never reaches an attribute.

`simpleeval` does the evaluation; here stand the names and functions it knows, the syntax it may see and the bounds.
Every operation takes bounded values and gives a bounded value, and an expression is short: so its work is bounded.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, ClassVar, cast

import simpleeval  # type: ignore[import-untyped]  # it has no types
from msgspec import Struct

from dojo.question.kinds import Value
from dojo.suggestion import did_you_mean

MAX_LENGTH = 500
MAX_BITS = 2048  # of a whole number on the way
MAX_ITEMS = 1000  # of a list
MAX_DIGITS = 100  # to round to
MAX_NUMBER = 2**1000  # what a float can still hold
CONSTANTS = {"pi": math.pi, "e": math.e}

_SYNTAX = (
    ast.UnaryOp, ast.BinOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Call, ast.Name, ast.Constant, ast.List,
    ast.Subscript, ast.Load, ast.USub, ast.UAdd, ast.Not, ast.And, ast.Or, ast.Add, ast.Sub, ast.Mult, ast.Div,
    ast.FloorDiv, ast.Mod, ast.Pow, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE,
)  # fmt: skip


class Fault(Struct, frozen=True):
    """Why an expression has no value, in words for its author."""

    message: str


class _Parsed(Struct, frozen=True):
    """An expression that was found to be allowed; `names` are those it reads, without repeats."""

    tree: ast.expr
    names: tuple[str, ...]


def evaluate(source: str, names: Mapping[str, Value]) -> Value | Fault:
    """The value of an expression: an int (exact), a finite float, or a list of them."""
    parsed = _parse(source)
    if isinstance(parsed, Fault):
        return parsed
    for name in parsed.names:
        if name not in names and name not in CONSTANTS:
            return Fault(f"`{source}`: no variable `{name}`{did_you_mean(name, [*names, *CONSTANTS])}")
    try:
        value = _ARITHMETIC.value(source, parsed.tree, names)
    except ZeroDivisionError:
        return Fault(f"`{source}` divides by zero")
    except (OverflowError, RecursionError, MemoryError, simpleeval.NumberTooHigh):
        return Fault(f"`{source}` is out of bounds")
    except (ArithmeticError, ValueError, TypeError, LookupError, simpleeval.InvalidExpression) as error:
        return Fault(f"`{source}` has no value: {error}")
    return _checked(source, value)


@lru_cache(maxsize=256)  # a question's expressions are worked out for up to 200 draws, one question after the other
def _parse(source: str) -> _Parsed | Fault:
    if len(source) > MAX_LENGTH:
        return Fault(f"an expression of more than {MAX_LENGTH} characters")
    try:
        tree = ast.parse(source.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Fault(f"`{source}` is not an expression")
    names: dict[str, None] = {}
    called: set[int] = set()
    for node in ast.walk(tree):  # a call comes before its function's name
        if not isinstance(node, _SYNTAX):
            return Fault(f"`{source}`: {type(node).__name__} is not allowed; only arithmetic, lists and indexing are")
        if isinstance(node, ast.Constant) and type(node.value) not in (int, float):
            return Fault(f"`{source}`: only numbers are allowed, not {node.value!r}")
        if isinstance(node, ast.Call):
            if not isinstance(node.func, ast.Name) or node.keywords:
                return Fault(f"`{source}`: a call is a function's name and numbers")
            if node.func.id not in FUNCTIONS:
                return Fault(f"`{source}`: no function `{node.func.id}`{did_you_mean(node.func.id, FUNCTIONS)}")
            called.add(id(node.func))
        if isinstance(node, ast.Name) and id(node) not in called:
            names[node.id] = None
    return _Parsed(tree, tuple(names))


def _checked(source: str, value: Any) -> Value | Fault:
    for number in value if isinstance(value, list) else [value]:
        if type(number) not in (int, float):
            return Fault(f"`{source}` is not a number but {type(number).__name__}")
        if isinstance(number, float) and not math.isfinite(number):
            return Fault(f"`{source}` is not finite ({number})")
        if abs(number) > MAX_NUMBER:
            return Fault(f"`{source}` is out of bounds")
    return cast("Value", value)


def _power(base: float, exponent: float) -> Any:
    whole = isinstance(base, int) and isinstance(exponent, int)
    if whole and abs(base) > 1 and exponent * int(abs(base)).bit_length() > MAX_BITS:
        raise simpleeval.NumberTooHigh
    value = base**exponent
    if isinstance(value, complex):
        raise ValueError("the root of a negative number")
    return value


def _times(left: float, right: float) -> float:
    """Product of numbers only: a list times a number would repeat the list."""
    if isinstance(left, list) or isinstance(right, list):
        raise TypeError("a list can't be multiplied")
    return left * right


def _round(number: float, digits: int = 0) -> float:
    if isinstance(digits, int) and abs(digits) > MAX_DIGITS:
        raise simpleeval.NumberTooHigh
    return round(number, digits) if digits else round(number)


def _bounded(operation: Callable[..., Any]) -> Callable[..., Any]:
    """The operation, with a result that the next one can take."""

    def function(*values: Any) -> Any:
        return _within_bounds(operation(*values))

    return function


def _within_bounds(value: Any) -> Any:
    if isinstance(value, list) and len(value) > MAX_ITEMS:
        raise simpleeval.NumberTooHigh
    if isinstance(value, int) and value.bit_length() > MAX_BITS:
        raise simpleeval.NumberTooHigh
    return value


def _spread(combine: Callable[[Iterable[Any]], Any]) -> Callable[..., Any]:
    """min, max and sum of a list or of several numbers."""

    def function(*numbers: Any) -> Any:
        return combine(numbers[0] if len(numbers) == 1 and isinstance(numbers[0], list) else numbers)

    return function


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "exp": math.exp,
    "log": math.log,
    "log2": math.log2,
    "sqrt": math.sqrt,
    "tanh": math.tanh,
    "ceil": math.ceil,
    "floor": math.floor,
    "round": _round,
    "abs": abs,
    "min": _spread(min),
    "max": _spread(max),
    "sum": _spread(sum),
}
FUNCTIONS = {name: _bounded(function) for name, function in _FUNCTIONS.items()}


class _Arithmetic(simpleeval.SimpleEval):  # type: ignore[misc]  # its class is Any to mypy
    OPERATORS: ClassVar[dict[type[ast.AST], Callable[..., Any]]] = {
        **{
            kind: _bounded(function)
            for kind, function in simpleeval.DEFAULT_OPERATORS.items()
            if issubclass(kind, _SYNTAX)
        },
        ast.Add: _bounded(operator.add),
        ast.Mult: _bounded(_times),
        ast.Pow: _bounded(_power),
    }

    def __init__(self) -> None:
        super().__init__(operators=self.OPERATORS, functions=FUNCTIONS, names={})
        self._keep_only_arithmetic(self.nodes)

    def value(self, source: str, tree: ast.expr, names: Mapping[str, Value]) -> Any:
        self.names = {**CONSTANTS, **names}
        return self.eval(source, tree)

    def _keep_only_arithmetic(self, handlers: dict[type[ast.AST], Any]) -> None:
        for kind in [kind for kind in handlers if kind not in _SYNTAX]:
            del handlers[kind]
        handlers[ast.List] = lambda node: [self._eval(item) for item in node.elts]


_ARITHMETIC = _Arithmetic()  # one for all: making it costs more than most expressions do
