"""Arithmetic of the banks: exact where it can be, bounded, and never more than arithmetic."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dojo.question.expression import Fault, evaluate
from dojo.question.kinds import Value

NAMES: dict[str, Value] = {"n": 4, "d": 8, "x": [1, 2.5]}


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("1 + 2 * 3", 7),
        ("n * d", 32),
        ("-n // 3", -2),
        ("d % 3", 2),
        ("2 ** 10", 1024),
        ("2 ** -1", 0.5),
        ("x[0] + x[1]", 3.5),
        ("x[-1]", 2.5),
        ("sum(x)", 3.5),
        ("max(n, d) - min(x)", 7),
        ("sum([n, d])", 12),
        ("n if n > 2 and d < 9 else 0", 4),
        ("3 if not n == 4 else 5", 5),
        ("ceil(2.1) + floor(2.9) + abs(-1)", 6),
        ("log2(8)", 3.0),
        ("exp(0) + sqrt(4) + tanh(0)", 3.0),
        ("log(e)", 1.0),
        ("round(2.567, 1)", 2.6),
    ],
)
def test_arithmetic_is_worked_out(source: str, value: float) -> None:
    assert evaluate(source, NAMES) == value
    assert type(evaluate(source, NAMES)) is type(value)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "is not an expression"),
        ("n *", "is not an expression"),
        ("a; b", "is not an expression"),
        ("m", "no variable `m`"),
        ("nn", "did you mean `n`?"),
        ("sqroot(4)", "did you mean `sqrt`?"),
        ("exp", "no variable `exp`"),
        ("n.real", "Attribute is not allowed"),
        ("(1).__class__.__bases__", "Attribute is not allowed"),
        ("__import__('os')", "no function `__import__`"),
        ("'a' * 9", "only numbers are allowed"),
        ("True", "only numbers are allowed"),
        ("[i for i in x]", "ListComp is not allowed"),
        ("lambda: 1", "Lambda is not allowed"),
        ("x[0:1]", "Slice is not allowed"),
        ("f'{n}'", "JoinedStr is not allowed"),
        ("max(x, key=n)", "a call is a function's name and numbers"),
        ("(exp)(1)(2)", "a call is a function's name and numbers"),
        ("1 / 0", "divides by zero"),
        ("log(0)", "has no value"),
        ("(-8) ** 0.5", "the root of a negative number"),
        ("x[5]", "has no value"),
        ("x + 1", "has no value"),
        ("x * 2", "a list can't be multiplied"),
        ("1e308 * 10", "is not finite"),
        ("1e308 * 10 - 1e308 * 10", "is not finite"),
        ("9 ** 9 ** 9", "is out of bounds"),
        ("exp(1000)", "is out of bounds"),
        ("2 ** 1500", "is out of bounds"),
        ("n == 4", "is not a number but bool"),
        ("[[1]]", "is not a number but list"),
        ("1" * 600, "more than 500 characters"),
        ("(" * 240 + "1" + ")" * 240, "is not an expression"),
    ],
)
def test_what_is_no_number_is_a_fault_in_words(source: str, message: str) -> None:
    value = evaluate(source, NAMES)
    assert isinstance(value, Fault)
    assert message in value.message


@pytest.mark.parametrize(
    "source",
    [
        "round(7, -999999999)",
        "round(7, 10**30)",
        "round(1.5, 999999999)",
        "10**300 ** 7",
        "2**2000 * 2**2000",
        "2 ** (10**9)",
        "sum([10**600, 10**600 * 10**600])",
        "[1] + " * 80 + "[1]",
        "min([9**200**1, 2])" + " * 9**200" * 40,
    ],
)
def test_every_operation_is_bounded_in_size(source: str) -> None:
    start = time.monotonic()
    value = evaluate(source, NAMES)
    assert isinstance(value, (Fault, list))
    assert time.monotonic() - start < 0.5


def test_a_list_does_not_grow_without_bound() -> None:
    names: dict[str, Value] = {"a": [1] * 300}
    assert evaluate("a + a", names) == [1] * 600
    assert isinstance(evaluate("a + a + a + a", names), Fault)


@pytest.mark.parametrize("source", ["9**9**9**9", "*".join(["(2**2000)"] * 40), "10**2000" + "+10**2000" * 50])
def test_no_expression_takes_long(source: str) -> None:
    start = time.perf_counter()
    evaluate(source, NAMES)
    assert time.perf_counter() - start < 1


@given(st.text(alphabet="nd x012+-*/%().[],<>=ifelsandortexp\"'_:{}@", max_size=40))
def test_any_text_is_a_value_or_a_fault(source: str) -> None:
    value = evaluate(source, NAMES)
    assert isinstance(value, (int, float, list, Fault))
    assert not isinstance(value, bool)


def test_each_evaluation_sees_its_own_names_only() -> None:
    assert evaluate("n * pi", {"n": 2, "pi": 3}) == 6
    assert evaluate("n * pi", {"n": 1}) == 3.141592653589793
    assert isinstance(evaluate("n", {}), Fault)
    assert isinstance(evaluate("1 / n", {"n": 0}), Fault)
    assert evaluate("1 / n", {"n": 2}) == 0.5


def test_a_variable_may_not_stand_in_for_a_function_nor_a_function_for_a_variable() -> None:
    assert isinstance(evaluate("exp + exp(1)", {}), Fault)
    assert evaluate("exp + exp(0)", {"exp": 2}) == 3.0
