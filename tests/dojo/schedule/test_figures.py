"""Streak, forecast, retention, confidence and hard questions, from a log whose figures are known by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dojo.progress import FILE_NAME, Plan, Planned, open_progress
from dojo.schedule.figures import AHEAD, Figures, figures
from dojo.schedule.memory import due_day
from dojo.schedule.replay import local_day, memories

DAY = 86400.0
NOW = 1_790_000_000.0
Given = tuple[str, float, int, int | None]


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Figures]:
    """The figures of a log with these (question, score, days ago, confidence)."""

    def made(given: list[Given], gone: str = "") -> Figures:
        at = [NOW]
        with open_progress(tmp_path / FILE_NAME, lambda: at[0]) as progress:
            session = progress.begin_session(Plan((Planned("q", 1),)))
            for question, score, days, confidence in given:
                at[0] = NOW - days * DAY
                outcome = "right" if score == 1 else "wrong"
                progress.record_answer(
                    session, question=question, topic="t", seed=1, answer="b", outcome=outcome, score=score, seconds=30,
                    confidence=confidence,
                )  # fmt: skip
            remembered = memories(progress, None)
            return figures(
                progress.answers(), progress.verdicts(), remembered, local_day(NOW), lambda name: name != gone
            )

    return made


def test_a_streak_counts_days_in_a_row_and_today_may_still_be_empty(made: Callable[..., Figures]) -> None:
    found = made([("a", 1, 5, None), ("a", 1, 3, None), ("b", 1, 2, None), ("c", 1, 2, None), ("a", 1, 1, None)])
    assert found.streak == 3
    assert found.active[-6:] == (1, 0, 1, 2, 1, 0)


def test_what_comes_due_is_counted_on_its_day_and_what_was_missed_today(made: Callable[..., Figures]) -> None:
    found = made([("missed", 0, 1, None), ("known", 1, 0, None), ("gone", 0, 1, None)], gone="gone")
    assert (len(found.due), found.due[0], sum(found.due)) == (AHEAD, 1, 2)


def test_the_forecast_is_the_day_of_the_memory_model(made: Callable[..., Figures], tmp_path: Path) -> None:
    found = made([("known", 1, 0, None)])
    with open_progress(tmp_path / FILE_NAME, lambda: NOW) as progress:
        memory = memories(progress, None).questions["known"]
    assert found.due[due_day(memory) - local_day(NOW)] == 1


def test_retention_counts_reviews_of_a_later_day_only(made: Callable[..., Figures]) -> None:
    found = made([("a", 1, 4, None), ("a", 1, 4, None), ("a", 1, 2, None), ("a", 0, 1, None)])
    assert (found.reviews, found.retention) == (2, 0.5)
    assert 0.5 < found.expected < 1


def test_confidence_is_compared_with_the_scores(made: Callable[..., Figures]) -> None:
    found = made([("a", 1, 2, 3), ("b", 0, 2, 3), ("c", 0, 2, 1), ("d", 1, 2, None)])
    assert [(one.confidence, one.answers, one.score) for one in found.sureness] == [
        (3, 2, 0.5),
        (None, 1, 1.0),
        (1, 1, 0.0),
    ]


def test_a_question_is_hard_after_two_answers_and_never_when_all_were_right(made: Callable[..., Figures]) -> None:
    given = {"a": (0, 1), "b": (0, 0), "c": (1, 1), "d": (0,)}
    found = made([(name, score, days, None) for name, scores in given.items() for days, score in enumerate(scores)])
    assert [(one.question, one.score) for one in found.hardest] == [("b", 0.0), ("a", 0.5)]
