"""Kind and shape are checked before values; what the contract accepts is accepted."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from grader.judge.outcomes import Mismatch
from grader.judge.suite import close, identical, is_number, same

ACCEPTED = [
    (1, 1.0),
    (np.float32(1), 1.0),
    (np.array(1.0), 1.0),
    (torch.tensor(1.0), 1.0),
    ((0.5, 0.5), [0.5, 0.5]),
    ([0.5, 0.5], (0.5, 0.5)),
    (np.array([0.5, 0.5]), [0.5, 0.5]),
    (torch.tensor([0.5, 0.5]), [0.5, 0.5]),
    ([np.float64(0.5), 0.5], [0.5, 0.5]),
    ([[1, 2], (3, 4)], [(1, 2), [3, 4]]),
    (float("inf"), float("inf")),
    (float("nan"), float("nan")),
    (np.array([1.0, np.nan]), np.array([1.0, np.nan])),
    (np.float32(1.0), 1.0),
    (1.00005, np.float32(1.0)),
    (np.array([1.00005]), np.array([1.0], dtype=np.float32)),
    (1 + 0j, 1 + 0j),
    (np.array([1.0], dtype=np.float32), np.array([1.0])),
    ({"a": 1.0}, {"a": 1}),
    (np.bool_(True), True),
    ("text", "text"),
    (None, None),
]

REFUSED = [
    (True, 1.0),
    (None, 1.0),
    ("1.0", 1.0),
    (1.0001, 1.0),
    (float("nan"), 1.0),
    (np.float32(1.00005), 1.0),
    (torch.tensor(1.00005), 1.0),
    (np.array([1.00005], dtype=np.float32), np.array([1.0])),
    ([np.float32(1.00005), 0.0], [1.0, 0.0]),
    (torch.tensor([1.00005, 0.0]), [1.0, 0.0]),
    (1 + 0j, 1.0),
    (1 + 1e-12j, 1.0),
    (np.complex64(1), 1.0),
    (np.array([1 + 0j]), [1.0]),
    ([1 + 0j], [1.0]),
    (np.array(1 + 0j), np.array(1.0)),
    (1.0, float("nan")),
    (1.0, float("inf")),
    (10**400, 1.0),
    ([], [0.5]),
    ([0.5, 0.5, 0.5], [0.5, 0.5]),
    (np.array([]), [0.5]),
    (np.array([]), 3.0),
    (np.array([3.0]), 3.0),
    (np.array([[0.5, 0.5]]), [0.5, 0.5]),
    (np.array([0.5, 0.5]), [[0.5], [0.5]]),
    (0.5, np.array([0.5, 0.5])),
    ([0.5, 0.5], np.array([0.5, 0.5])),
    (np.array([0.5]), np.array([0.5, 0.5])),
    (np.array([[0.5, 0.5]]), np.array([0.5, 0.5])),
    (torch.tensor([0.5]), np.array([0.5])),
    (np.array([0.5]), torch.tensor([0.5])),
    (np.array([1]), np.array([1.0])),
    (np.array([1.0]), np.array([True])),
    (1, True),
    ({"a": 1.0, "b": 2.0}, {"a": 1.0}),
    ("text ", "text"),
    ({1, 2}, [1, 2]),
]


@pytest.mark.parametrize(("actual", "expected"), ACCEPTED, ids=repr)
def test_what_the_contract_accepts_is_close(actual: Any, expected: Any) -> None:
    close(actual, expected)


@pytest.mark.parametrize(("actual", "expected"), REFUSED, ids=repr)
def test_another_kind_shape_or_value_is_a_mismatch(actual: Any, expected: Any) -> None:
    with pytest.raises(Mismatch) as caught:
        close(actual, expected)
    assert caught.value.message.en
    assert caught.value.message.zh


def test_same_forgives_no_rounding() -> None:
    same([1, 2.0], [1.0, 2])
    with pytest.raises(Mismatch):
        same(1.0 + 1e-12, 1.0)


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        ([1], (1,)),
        ({"betas": [0.9, 0.999]}, {"betas": (0.9, 0.999)}),
        (1.0, 1),
        (True, 1),
        ({"epoch": 1.0}, {"epoch": 1}),
        (np.array([0.5], dtype=np.float16), np.array([0.5])),
        ([0.5], np.array([0.5])),
        ({1.0: None}, {1: None}),
        (torch.tensor([0.5]), torch.tensor([0.5], dtype=torch.float64)),
        ([1, 2], [1]),
    ],
    ids=repr,
)
def test_what_must_be_identical_keeps_its_types(actual: Any, expected: Any) -> None:
    identical(expected, expected)
    with pytest.raises(Mismatch):
        identical(actual, expected)


def test_a_complex_number_is_no_number_of_a_suite() -> None:
    assert is_number(1.0)
    assert not is_number(1.0 + 0j)
    assert not is_number(np.complex128(1))


def test_a_mismatch_says_where() -> None:
    with pytest.raises(Mismatch) as caught:
        close([[1.0, 2.0], [3.0, 5.0]], [[1.0, 2.0], [3.0, 4.0]])
    assert caught.value.message.en == "the value is wrong at [1][1]"
    with pytest.raises(Mismatch) as caught:
        close(np.array([[1.0, 2.0]]), np.array([[1.0, 3.0]]))
    assert "(2.0 where 3.0 was due) at [0, 1]" in caught.value.message.en
