"""Variants: the same for the same seed, everywhere and always; fair; and of one draw the other draws tell nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dojo.question.kinds import (
    Choice,
    Match,
    Number,
    Option,
    Order,
    Pair,
    Text,
    Tolerance,
    Trap,
    Variable,
)
from dojo.question.variant import CannotDrawError, draw, pick, size, variant_of

SAME: dict[str, Any] = {
    "level": 1,
    "sources": ("s",),
    "stem": Text("Why?", "为什么？"),
    "explanation": Text("So.", "如此。"),
}


def same(word: str) -> Text:
    return Text(word, word)


def choice(shuffle: bool = True, count: int = 4) -> Choice:
    options = tuple(Option(same(word), word == "a") for word in "abcdefgh"[:count])
    return Choice(id="c", options=options, shuffle=shuffle, **SAME)


def number(**changes: object) -> Number:
    fields: dict[str, Any] = {
        **SAME,
        "id": "n",
        "stem": Text("<<n>> by <<d:,>>", "<<n>> 乘 <<d:,>>"),
        "variables": {"n": Variable(choices=(2, 3, 5)), "d": Variable(range=(1000, 9000, 1000))},
        "let": {"m": "n * d"},
        "answer": "m + 1",
        "explanation": Text("<<answer>>", "<<answer>>"),
        "traps": (Trap("n + d", Text("sum of <<n>>", "<<n>> 的和")),),
        **changes,
    }
    return Number(**fields)


def test_the_same_seed_draws_the_same_in_a_process_with_another_hash_seed() -> None:
    script = (
        "from dojo.question.kinds import *; from dojo.question.variant import draw, variant_of;"
        "t = Text('x', 'x'); s = dict(level=1, sources=('s',), stem=t, explanation=t);"
        "q = Order(id='o', items=tuple(Text(w, w) for w in 'abcde'), **s);"
        "n = Number(id='n', variables={'n': Variable(range=(1, 1000, 1))}, answer='n', **s);"
        "print([variant_of(draw(x, seed)) for seed in (0, 1, 2**63) for x in (q, n)])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for hash_seed in ("0", "1", "42")
    }
    assert len(printed) == 1


FIRST_ORDERS = [(2, 3, 1, 0), (2, 0, 3, 1), (2, 0, 1, 3), (3, 2, 1, 0)]
FIRST_VARIABLES = [{"n": 3, "d": 9000}, {"n": 5, "d": 9000}, {"n": 3, "d": 4000}]


def test_draws_are_those_of_the_first_release() -> None:
    """What was asked before must be drawn again after an update: these values may never change."""
    assert [draw(choice(), seed).order for seed in range(4)] == FIRST_ORDERS
    assert [draw(number(), seed).variables for seed in range(3)] == FIRST_VARIABLES


def test_texts_are_filled_with_what_was_drawn() -> None:
    asked = draw(number(), 5)
    n, d = asked.variables["n"], asked.variables["d"]
    assert isinstance(n, int)
    assert isinstance(d, int)
    assert asked.stem == Text(f"{n} by {d:,}", f"{n} 乘 {d:,}")
    assert asked.answer == n * d + 1
    assert asked.explanation.en == str(n * d + 1)
    assert [(trap.value, trap.why.en) for trap in asked.traps] == [(n + d, f"sum of {n}")]
    assert variant_of(asked) == {"variables": asked.variables}


def test_a_new_variable_changes_no_other() -> None:
    more = number(variables={"k": Variable(choices=(1, 2)), **number().variables})
    for seed in range(30):
        before, after = draw(number(), seed).variables, draw(more, seed).variables
        assert {name: after[name] for name in before} == before


def test_variables_do_not_move_together() -> None:
    twins = number(variables={"n": Variable(choices=(0, 1)), "d": Variable(choices=(0, 1))})
    pairs = Counter(tuple(draw(twins, seed).variables.values()) for seed in range(800))
    assert len(pairs) == 4
    assert min(pairs.values()) > 140


def test_every_order_comes_up_and_none_more_than_chance_gives() -> None:
    seen = Counter(draw(choice(), seed).order for seed in range(4800))
    assert len(seen) == 24
    # expected 200 each, standard deviation 13.8: five of them either way
    assert 131 < min(seen.values()) <= max(seen.values()) < 269


def test_options_that_keep_their_order_are_not_shuffled() -> None:
    assert {draw(choice(shuffle=False), seed).order for seed in range(50)} == {(0, 1, 2, 3)}


def test_order_says_where_each_shown_part_stands_in_the_bank() -> None:
    items = tuple(same(word) for word in "abcde")
    asked = draw(Order(id="o", items=items, **SAME), 3)
    assert asked.shown == tuple(items[place] for place in asked.order)
    assert sorted(asked.order) == list(range(5))


def test_only_the_right_hand_side_of_a_match_is_shuffled() -> None:
    pairs = tuple(Pair(same(word), same(word.upper())) for word in "abc")
    question = Match(id="m", pairs=pairs, extra=(same("X"),), **SAME)
    asked = draw(question, 9)
    assert asked.left == tuple(pair.left for pair in pairs)
    assert sorted(text.en for text in asked.shown) == ["A", "B", "C", "X"]


def test_a_draw_that_gives_no_value_is_drawn_again() -> None:
    sparse = number(variables={"n": Variable(choices=(0, 1)), "d": Variable(choices=(6,))}, let={"m": "d / n"})
    assert {draw(sparse, seed).variables["n"] for seed in range(30)} == {1}


def test_a_question_that_never_has_a_value_says_so() -> None:
    with pytest.raises(CannotDrawError, match="divides by zero"):
        draw(number(let={"m": "n / 0"}), 0)


@given(st.integers(-50, 50), st.integers(0, 40), st.integers(1, 7), st.integers(0, 2**64))
def test_a_range_is_inclusive_and_never_left(low: int, span: int, step: int, seed: int) -> None:
    variable = Variable(range=(low, low + span, step))
    values = {pick(variable, place) for place in range(size(variable))}
    assert values == set(range(low, low + span + 1, step))
    drawn = draw(number(variables={"n": variable, "d": Variable(choices=(1,))}), seed).variables["n"]
    assert drawn in values


def test_a_range_of_fractions_has_its_ends() -> None:
    variable = Variable(range=(0.1, 0.5, 0.1))
    assert [pick(variable, place) for place in range(size(variable))] == [0.1, 0.2, 0.3, 0.4, 0.5]


def test_an_exact_tolerance_is_the_default() -> None:
    assert number().tolerance == Tolerance(exact=True)
