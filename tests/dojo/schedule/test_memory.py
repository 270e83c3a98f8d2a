"""What is remembered: the arithmetic agrees with the library's, and days are the learner's own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dojo.schedule.memory import RETENTION, Memory, due_day, recall, reviewing
from dojo.schedule.ratings import Rating

REVIEWS = st.lists(st.tuples(st.sampled_from(Rating), st.integers(0, 60)), min_size=1, max_size=8)


@given(REVIEWS, st.integers(0, 400))
def test_memory_and_recall_are_those_of_the_library(reviews: list[tuple[Rating, int]], later: int) -> None:
    review = reviewing()
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, memory, day = fsrs.Card(card_id=1), None, 20_000
    for rating, days in reviews:
        day += days
        at = datetime(1970, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)
        card, _ = scheduler.review_card(card, fsrs.Rating(int(rating)), at)
        memory = review(memory, rating, day)
    assert memory is not None
    assert (memory.stability, memory.difficulty) == pytest.approx((card.stability, card.difficulty))
    at = datetime(1970, 1, 1, 12, tzinfo=UTC) + timedelta(days=day + later)
    assert recall(memory, day + later) == pytest.approx(scheduler.get_card_retrievability(card, at))


@given(st.floats(0.05, 2000), st.sampled_from([0.7, 0.8, 0.9, 0.95]))
def test_an_item_is_due_on_the_first_day_on_which_recall_is_low_enough(stability: float, retention: float) -> None:
    memory = Memory(stability, 5.0, 20_000, 3)
    day = due_day(memory, retention)
    assert day > memory.day
    assert recall(memory, day) <= retention + 1e-9
    assert day == memory.day + 1 or recall(memory, day - 1) > retention - 1e-9


def test_a_stability_is_the_days_until_recall_is_ninety_percent() -> None:
    assert recall(Memory(12.0, 5.0, 100, 3), 112) == pytest.approx(RETENTION)


def test_a_clock_that_was_set_back_makes_no_time_run_backwards() -> None:
    review = reviewing()
    first = review(None, Rating.GOOD, 100)
    assert review(first, Rating.GOOD, 40) == review(first, Rating.GOOD, 100)
    assert recall(first, 40) == 1.0
