"""What a session asks: a fair draw where a seed decides, else what is worth most by the log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dojo.bank.bank import Bank, open_bank
from dojo.content import content_root
from dojo.progress import FILE_NAME, Outcome, Plan, Progress, open_progress
from dojo.quiz.begin import Wish, begin
from dojo.quiz.choose import Filter, draw_fairly
from dojo.quiz.journal import Journal

DAY = 86_400.0
NOON = 1_790_000_000.0 // DAY * DAY + DAY / 2


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    return open_bank(content_root({}), tmp_path_factory.mktemp("cache"))


class Clock:
    at = NOON

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def progress(tmp_path: Path, clock: Clock) -> Iterator[Progress]:
    with open_progress(tmp_path / FILE_NAME, clock) as opened:
        yield opened


def answer(progress: Progress, questions: list[str], outcome: Outcome) -> None:
    session = progress.begin_session(Plan(()))
    for question in questions:
        progress.record_answer(
            session, question=question, topic="any", seed=1, answer=None, outcome=outcome,
            score=float(outcome == "right"), seconds=1.0,
        )  # fmt: skip


def asked(bank: Bank, progress: Progress, wish: Wish, chance: int = 5) -> list[str]:
    return [planned.question for planned in begin(bank, Journal(progress), wish, "en", chance).plan]


def test_a_learner_without_answers_has_a_plain_draw(bank: Bank, progress: Progress) -> None:
    plan = begin(bank, Journal(progress), Wish(count=10), "en", 5).plan
    assert list(plan) == draw_fairly(bank, Filter(), 10, 5)


def test_a_seed_of_ones_own_decides_alone(bank: Bank, progress: Progress) -> None:
    answer(progress, [entry.id for entry in bank.entries()][:30], "wrong")
    plan = begin(bank, Journal(progress), Wish(count=10, seed=7), "en", 5).plan
    assert list(plan) == draw_fairly(bank, Filter(), 10, 7)


def test_what_was_missed_is_in_the_next_sitting(bank: Bank, progress: Progress) -> None:
    every = [entry.id for entry in bank.entries()]
    answer(progress, every[:20], "right")
    answer(progress, every[20:23], "wrong")
    for chance in range(20):
        session = begin(bank, Journal(progress), Wish(count=10), "en", chance)
        assert set(every[20:23]) <= {planned.question for planned in session.plan}
        assert session.mix is not None
        assert (session.mix.missed, session.mix.due, session.mix.new) == (3, 0, 7)


def test_what_is_due_comes_back_and_leaves_room_for_what_is_new(bank: Bank, progress: Progress, clock: Clock) -> None:
    every = [entry.id for entry in bank.entries()]
    answer(progress, every[:30], "right")
    clock.at += 300 * DAY
    session = begin(bank, Journal(progress), Wish(count=10), "en", 5)
    assert session.mix is not None
    assert (session.mix.missed, session.mix.due, session.mix.new) == (0, 8, 2)


def test_where_nothing_is_new_or_due_the_sitting_is_whole_all_the_same(bank: Bank, progress: Progress) -> None:
    topic = bank.topics[0]
    mine = [entry.id for entry in bank.entries([topic])]
    answer(progress, mine, "right")
    session = begin(bank, Journal(progress), Wish(topics=(topic,), count=5), "en", 5)
    assert session.total == 5
    assert session.mix is not None
    assert session.mix.early == 5


@pytest.mark.parametrize("wish", [Wish(level=2), Wish(kinds=("number",)), Wish(topics=("attention",), level=1)])
def test_a_wish_holds_whatever_the_schedule_says(bank: Bank, progress: Progress, wish: Wish) -> None:
    answer(progress, [entry.id for entry in bank.entries()][::2], "wrong")
    for question in asked(bank, progress, wish):
        entry = bank.entry(question)
        assert entry is not None
        assert wish.level in (None, entry.level)
        assert not wish.kinds or entry.kind in wish.kinds
        assert not wish.topics or entry.topic in wish.topics


def test_a_question_that_left_the_bank_is_not_asked(bank: Bank, progress: Progress) -> None:
    answer(progress, ["gone-since"], "wrong")
    assert "gone-since" not in asked(bank, progress, Wish(count=50))


def test_a_question_that_anothers_feedback_answers_is_not_in_the_same_quiz(bank: Bank, progress: Progress) -> None:
    pairs = [(entry.id, other) for entry in bank.entries() for other in bank.apart(entry.id)]
    assert pairs, "the shipped banks have such pairs"
    for seed in range(40):
        chosen = {planned.question for planned in draw_fairly(bank, Filter(), 60, seed)}
        assert len(chosen) == 60
        assert not [pair for pair in pairs if set(pair) <= chosen]
    answer(progress, [one for one, _ in pairs] + [other for _, other in pairs], "wrong")
    chosen = set(asked(bank, progress, Wish(count=40)))
    assert not [pair for pair in pairs if set(pair) <= chosen]
