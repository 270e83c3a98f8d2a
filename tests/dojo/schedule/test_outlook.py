"""What is done on a day so that most is remembered on the day of the interview."""

from __future__ import annotations

import pytest

from dojo.schedule.memory import Memory, bin_of, curve, fitted_stretch, recall, reviewing
from dojo.schedule.outlook import (
    MARGINAL,
    Candidate,
    View,
    best_retention,
    first_of_last_days,
    forecast,
    gain_per_minute,
    ranked,
)
from dojo.schedule.ratings import Rating

TODAY = 20_000


def view(days: int, minutes: float = 20.0, stretch: float = 1.0) -> View:
    return View(TODAY + days, minutes, reviewing(), stretch)


def seen(name: str, stability: float, ago: int, rating: Rating = Rating.GOOD, weight: float = 1.0) -> Candidate:
    return Candidate(name, weight, Memory(stability, 5.0, TODAY - ago, int(rating)))


def test_a_minute_gains_most_on_what_counts_more_and_is_remembered_less() -> None:
    look = view(5)
    assert gain_per_minute(seen("weak", 1.0, 20), TODAY, look) > gain_per_minute(seen("strong", 200.0, 1), TODAY, look)
    heavy = gain_per_minute(seen("heavy", 5.0, 5, weight=3.0), TODAY, look)
    assert heavy == pytest.approx(3 * gain_per_minute(seen("light", 5.0, 5), TODAY, look))


def test_far_from_the_day_what_is_due_and_missed_comes_first_then_what_is_new() -> None:
    items = [Candidate("new"), seen("due", 2.0, 20), seen("kept", 100.0, 2), seen("missed", 50.0, 1, Rating.AGAIN)]
    order = [one.id for one in ranked(items, TODAY, TODAY + 50, view(60), 0.9)]
    assert set(order[:2]) == {"due", "missed"}
    assert order[2:] == ["new", "kept"]


def test_what_was_practised_today_is_not_asked_again_by_the_plan() -> None:
    assert ranked([seen("done", 2.0, 0)], TODAY, TODAY, view(5), 0.9) == []


@pytest.mark.parametrize("retention", [MARGINAL, 0.9])
@pytest.mark.parametrize("ago", [0, 1])
def test_a_share_of_each_day_goes_first_to_what_was_missed(retention: float, ago: int) -> None:
    items = [Candidate(f"new-{n}") for n in range(40)] + [seen(f"missed-{n}", 0.2, ago, Rating.AGAIN) for n in range(9)]
    look = view(10, minutes=20.0)
    order = [one.id for one in ranked(items, TODAY, TODAY + 5, look, retention)]
    assert order[:2] == [f"missed-{n}" for n in range(2)]  # 3 of 20 minutes, 1.25 for each
    assert set(order) == {one.id for one in items}
    found = forecast(items, TODAY, look, retention, chance=1)
    assert found.days[0][0] >= 2
    assert all(reviews > 0 for reviews, _ in found.days)


def test_new_items_of_weightier_topics_come_first() -> None:
    items = [Candidate("light", 0.5), Candidate("heavy", 3.0)]
    assert [one.id for one in ranked(items, TODAY, TODAY + 50, view(60), 0.9)] == ["heavy", "light"]


@pytest.mark.parametrize(("days", "first"), [(1, 0), (2, 1), (10, 5), (20, 10), (60, 50)])
def test_the_last_days_are_ten_or_half_of_those_left(days: int, first: int) -> None:
    assert first_of_last_days(TODAY, TODAY + days) == TODAY + first


def test_a_forecast_keeps_to_the_minutes_and_does_not_fall_below_doing_nothing() -> None:
    items = [Candidate(f"new-{n}") for n in range(50)] + [seen(f"seen-{n}", 3.0, 10) for n in range(20)]
    look = view(12, minutes=10.0)
    found = forecast(items, TODAY, look, 0.8, chance=1)
    assert len(found.days) == 12
    assert all(reviews * 0.6 + new * 1.5 <= 10.0 + 1.5 for reviews, new in found.days)
    untouched = sum(recall(one.memory, look.target) for one in items if one.memory) / len(items)
    assert found.recall > untouched


def test_the_same_chance_gives_the_same_forecast() -> None:
    items = [Candidate(f"new-{n}") for n in range(30)]
    assert forecast(items, TODAY, view(8), 0.7, chance=3) == forecast(items, TODAY, view(8), 0.7, chance=3)


def test_the_retention_that_is_chosen_is_no_worse_than_any_other_in_its_own_simulation() -> None:
    items = [Candidate(f"new-{n}") for n in range(60)]
    look = view(14)
    chosen = best_retention(items, TODAY, look, chance=2)
    best = forecast(items, TODAY, look, chosen, chance=2).recall
    assert all(best >= forecast(items, TODAY, look, each, chance=2).recall for each in (MARGINAL, 0.7, 0.9))


def test_a_plan_of_ten_thousand_questions_looks_at_those_it_can_reach() -> None:
    items = [Candidate(f"new-{n}", 1.0 + n % 3) for n in range(10_000)]
    found = forecast(items, TODAY, view(7), 0.8, chance=1)
    assert sum(new for _, new in found.days) <= 7 * 20 / 1.5 + 7


def test_a_learner_who_forgets_faster_is_noticed() -> None:
    assert fitted_stretch({}) == 1.0
    shares = (0.5, 1.0, 2.0, 4.0)
    as_expected = {bin_of(share): (100, round(100 * curve(share))) for share in shares}
    faster = {bin_of(share): (100, round(100 * curve(share * 8))) for share in shares}
    assert fitted_stretch(as_expected) == pytest.approx(1.0, rel=0.5)
    assert 1 / 16 < fitted_stretch(faster) < 1 / 4
