"""Who knows nothing gains nothing by a clever habit: exact averages over everything the draw can show.

Chance is what guessing at a choice of as many options is worth, 1/n. The averages are exact fractions over all orders
that can be shown (each is equally likely, which test_variant holds), marked by `mark` itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dojo.marking.answer import AnyAnswer, ChoiceAnswer, MatchAnswer, MultiAnswer, NumberAnswer, OrderAnswer
from dojo.marking.by_kind import mark, net_correct, over_chance, tau
from dojo.question.kinds import AnyQuestion, Choice, Match, Multi, Number, Option, Order, Pair, Text, Tolerance, Trap
from dojo.question.variant import Asked, draw

COMMON: dict[str, Any] = {"level": 1, "sources": ("s",), "stem": Text("a", "b"), "explanation": Text("c", "d")}
WORDS = "abcdefg"


def same(word: str) -> Text:
    return Text(word, word)


def multi(count: int, right: int) -> Multi:
    return Multi(id="m", options=tuple(Option(same(WORDS[i]), i < right) for i in range(count)), **COMMON)


def order(count: int) -> Order:
    return Order(id="o", items=tuple(same(word) for word in WORDS[:count]), **COMMON)


def match(count: int, extra: int) -> Match:
    pairs = tuple(Pair(same(word), same(word.upper())) for word in WORDS[:count])
    return Match(id="x", pairs=pairs, extra=tuple(same(str(i)) for i in range(extra)), **COMMON)


def every_showing(question: AnyQuestion) -> Iterator[Asked]:
    asked = draw(question, 0)
    for shown in permutations(range(len(asked.order))):
        yield replace(asked, order=shown)


def average(question: AnyQuestion, answer: AnyAnswer) -> Fraction:
    scores = [mark(asked, answer).score for asked in every_showing(question)]
    assert all(0 <= score <= 1 for score in scores)
    return Fraction(sum(scores), len(scores))


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_a_guess_at_a_choice_is_worth_one_in_n(count: int) -> None:
    options = tuple(Option(same(WORDS[i]), i == 0) for i in range(count))
    question = Choice(id="c", options=options, **COMMON)
    assert {average(question, ChoiceAnswer(place)) for place in range(count)} == {Fraction(1, count)}


@pytest.mark.parametrize(("count", "right"), [(n, r) for n in (2, 3, 4, 5) for r in range(1, n)])
def test_no_set_of_blind_ticks_beats_chance(count: int, right: int) -> None:
    question = multi(count, right)
    for ticks in range(count + 1):
        worth = {average(question, MultiAnswer(places)) for places in combinations(range(count), ticks)}
        assert len(worth) == 1, "which letters are ticked must not matter"
        assert worth.pop() <= Fraction(1, count)
    assert average(question, MultiAnswer(())) == 0
    assert average(question, MultiAnswer(tuple(range(count)))) == 0


@pytest.mark.parametrize(("count", "right"), [(n, r) for n in (6, 7) for r in range(1, n)])
def test_no_number_of_blind_ticks_beats_chance_among_many_options(count: int, right: int) -> None:
    """Larger questions by the formula: all showings would be too many."""
    wrong = count - right
    for ticks in range(count + 1):
        worth, ways = Fraction(0), 0
        for places in combinations(range(count), ticks):
            hits = sum(place < right for place in places)
            exact = hits == right == ticks
            worth += 1 if exact else max(Fraction(0), net_correct(hits, ticks - hits, right, wrong) / 2)
            ways += 1
        assert worth / ways <= Fraction(1, count)


@given(st.integers(1, 6), st.integers(1, 6), st.data())
def test_net_correct_ticks_are_worth_nothing_on_average(right: int, wrong: int, data: st.DataObject) -> None:
    ticks = data.draw(st.integers(0, right + wrong))
    nets = [
        net_correct(sum(place < right for place in places), sum(place >= right for place in places), right, wrong)
        for places in combinations(range(right + wrong), ticks)
    ]
    assert sum(nets) == 0


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_every_blind_order_is_worth_the_same_and_no_more_than_chance(count: int) -> None:
    question = order(count)
    worth = {average(question, OrderAnswer(places)) for places in permutations(range(count))}
    assert len(worth) == 1, "leaving the items as they are shown, or turning them round, must gain nothing"
    assert worth.pop() <= Fraction(1, count)


@pytest.mark.parametrize("count", [3, 4, 5, 6, 7])
def test_rank_correlation_is_nothing_on_average_and_below_chance_without_its_negative_half(count: int) -> None:
    taus = [tau(places) for places in permutations(range(count))]
    assert sum(taus) == 0
    assert [max(taus), min(taus)] == [Fraction(1), Fraction(-1)]
    assert Fraction(sum(max(value, Fraction(0)) for value in taus), len(taus)) <= Fraction(1, count)


@pytest.mark.parametrize(("count", "extra"), [(2, 0), (2, 2), (3, 0), (3, 1), (3, 2), (4, 0)])
def test_every_blind_match_is_worth_the_same_and_no_more_than_chance(count: int, extra: int) -> None:
    question = match(count, extra)
    worth = {average(question, MatchAnswer(places)) for places in permutations(range(count + extra), count)}
    assert len(worth) == 1
    assert worth.pop() <= Fraction(1, count)


@pytest.mark.parametrize(("pairs", "rights"), [(n, n + e) for n in range(3, 7) for e in range(3)])
def test_hits_over_chance_are_nothing_on_average(pairs: int, rights: int) -> None:
    answers = list(permutations(range(rights), pairs)) if rights < 8 else list(permutations(range(rights), 4))
    pairs = len(answers[0])
    values = [over_chance(sum(place == i for i, place in enumerate(answer)), pairs, rights) for answer in answers]
    assert sum(values) == 0
    assert max(values) == 1


@given(st.text(alphabet="abcd", min_size=1, max_size=4), st.integers(0, 2**32))
def test_a_habit_of_letters_is_worth_no_more_than_chance_over_many_draws(habit: str, start: int) -> None:
    """The same over drawn seeds, as a learner meets them: 100 questions, five standard deviations of a fair coin."""
    question = multi(4, 2)
    places = tuple(sorted({"abcd".index(letter) for letter in habit}))
    scores = [mark(draw(question, start + seed), MultiAnswer(places)).score for seed in range(100)]
    assert float(sum(scores)) / 100 <= 1 / 4 + 5 * 0.5 / 100**0.5


@given(st.integers(-100, 100), st.integers(1, 40), st.integers(-100, 100))
def test_a_trap_is_never_right(answer: int, tolerance: int, trap: int) -> None:
    question = Number(
        id="n",
        answer=str(answer),
        tolerance=Tolerance(absolute=tolerance),
        traps=(Trap(str(trap), same("t")),),
        **COMMON,
    )
    outcome = mark(draw(question, 0), NumberAnswer(str(trap))).outcome
    assert outcome == ("right" if trap == answer else "wrong")
