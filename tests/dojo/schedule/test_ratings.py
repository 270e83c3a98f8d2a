"""Which rating an answer gives, for each row of the table in `dojo.schedule.ratings`."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import to_builtins

from dojo.marking.answer import ChoiceAnswer
from dojo.progress import Answer, Outcome
from dojo.schedule.ratings import Rating, of_answer, of_kata


def given(outcome: Outcome, score: float, seconds: float = 60.0, confidence: int | None = None, **extra: Any) -> Answer:
    answer = {"given": to_builtins(ChoiceAnswer(0)), "hint": False, "late": False, **extra}
    return Answer(1, 0.0, 1, "q", "t", 1, answer, outcome, score, seconds, confidence, "en")


@pytest.mark.parametrize(
    ("answer", "rating"),
    [
        (given("wrong", 0.0), Rating.AGAIN),
        (given("skipped", 0.0), Rating.AGAIN),
        (given("partly", 0.4), Rating.AGAIN),
        (given("partly", 0.5), Rating.HARD),
        (given("right", 1.0, hint=True), Rating.HARD),
        (given("right", 1.0, hint=True, confidence=3), Rating.HARD),
        (given("right", 1.0, confidence=1), Rating.HARD),
        (given("right", 1.0, seconds=5.0, confidence=1), Rating.HARD),
        (given("right", 1.0, seconds=200.0), Rating.HARD),
        (given("right", 1.0), Rating.GOOD),
        (given("right", 1.0, seconds=15.0), Rating.EASY),
        (given("right", 1.0, confidence=3), Rating.EASY),
        (given("right", 1.0, seconds=15.0, given={"kind": "of another version"}), Rating.GOOD),
    ],
)
def test_an_answer_has_the_rating_of_its_row(answer: Answer, rating: Rating) -> None:
    assert of_answer(answer) is rating


def test_an_answer_of_an_old_log_without_details_has_one_too() -> None:
    assert of_answer(Answer(1, 0.0, 1, "q", "t", 1, "b", "right", 1.0, 0.0, None, "en")) is Rating.GOOD


@pytest.mark.parametrize(
    ("passed", "hints", "share", "rating"),
    [(False, 0, 0.2, Rating.AGAIN), (True, 0, None, Rating.GOOD), (True, 1, 0.4, Rating.HARD),
     (True, 0, 2.5, Rating.HARD), (True, 0, 0.5, Rating.EASY), (True, 0, 1.5, Rating.GOOD)],
)  # fmt: skip
def test_a_kata_has_the_rating_of_its_row(passed: bool, hints: int, share: float | None, rating: Rating) -> None:
    assert of_kata(passed, hints, share) is rating
