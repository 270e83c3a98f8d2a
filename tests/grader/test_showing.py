"""Texts of what came back are short, harmless and quick to make, whatever it is."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from grader.judge.showing import LIMIT, CallText, clean, show


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([1000.0, float("-inf")], "[1000.0, -inf]"),
        ((1,), "(1,)"),
        ({"a": None}, "{'a': None}"),
        (np.array([0.5, 0.25]), "array([0.5, 0.25])"),
        (torch.tensor([[1.0]]), "tensor([[1.0]])"),
        (np.zeros((0, 3)), "array(shape=(0, 3), dtype=float64)"),
        (np.zeros(1000), "array(shape=(1000,), dtype=float64)"),
        ("\x1b[2J\u202e\ud800", r"'\x1b[2J\u202e\ud800'"),
    ],
)
def test_a_value_is_shown_as_a_learner_would_write_it(value: Any, text: str) -> None:
    assert show(value) == text


def test_an_integer_too_long_to_write_is_described() -> None:
    assert show([10**5000]) == "[<an integer of about 5,000 digits>]"


def test_every_text_is_bounded_and_a_wide_tree_costs_no_more_than_a_small_one() -> None:
    tree: Any = 0
    for _ in range(6):
        tree = [tree] * 12
    assert len(show(tree)) <= LIMIT
    assert len(show("x" * 10**6)) <= LIMIT
    assert len(show([list(range(100))] * 100)) <= LIMIT
    assert len(str(CallText("f" * 1000, (tree,), {"key": "y" * 10**6}))) <= LIMIT


def test_nothing_that_a_terminal_could_obey_is_left() -> None:
    text = clean("a\x1b]0;b\x07\u009b1m\u200f\u2028\nc", keep="\n")
    assert text == "a\\x1b]0;b\\x07\\x9b1m\\u200f\\u2028\nc"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", ": :error::x"),
        ("a\n \u3000::stop-commands::x", "a\n \u3000: :stop-commands::x"),
        ("so ##[add-mask]x ##vso[task]y", "so # #[add-mask]x # #vso[task]y"),
        ("x[::2] and a::b ## c", "x[::2] and a::b ## c"),
    ],
)
def test_nothing_is_left_by_which_a_log_commands_a_build_server(text: str, shown: str) -> None:
    assert clean(text, keep="\n") == shown


def test_a_call_reads_like_code() -> None:
    assert str(CallText("softmax", ([1.0, 2.0],), {"axis": -1})) == "softmax([1.0, 2.0], axis=-1)"
