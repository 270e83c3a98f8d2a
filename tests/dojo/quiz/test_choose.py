"""What a session asks: the narrow queries of the log choose what the whole history would."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from dojo.bank.bank import Bank, open_bank
from dojo.content import content_root
from dojo.progress import FILE_NAME, Answer, Outcome, Plan, Planned, Progress, open_progress
from dojo.quiz.begin import Wish, begin
from dojo.quiz.choose import choose
from dojo.quiz.journal import Journal


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    return open_bank(content_root({}), tmp_path_factory.mktemp("cache"))


@pytest.fixture
def progress(tmp_path: Path) -> Iterator[Progress]:
    ticks = itertools.count(1_790_000_000)
    with open_progress(tmp_path / FILE_NAME, lambda: float(next(ticks))) as opened:
        yield opened


def answer_at_random(bank: Bank, progress: Progress, count: int, chance: Random) -> None:
    """Answers to a few questions again and again, one of them gone from the bank; some are taken back."""
    questions = [entry.id for entry in chance.sample(bank.entries(), 40)] + ["gone-since"]
    session = progress.begin_session(Plan(()))
    for _ in range(count):
        outcomes: tuple[Outcome, ...] = ("right", "right", "partly", "wrong", "skipped")
        answer = progress.record_answer(
            session, question=chance.choice(questions), topic="any", seed=1, answer={"outcome": "wrong"},
            outcome=chance.choice(outcomes), score=0.5, seconds=1.0,
        )  # fmt: skip
        if chance.random() < 0.2:
            progress.retract(answer)


def planned_by_the_whole_history(
    bank: Bank, topics: tuple[str, ...] | None, level: int | None, count: int, seed: int, answers: list[Answer]
) -> list[Planned]:
    newest = {answer.question: answer for answer in answers}
    missed = []
    for answer in sorted(newest.values(), key=lambda answer: answer.at):
        entry = bank.entry(answer.question)
        wanted = entry and (not topics or entry.topic in topics) and level in (None, entry.level)
        if wanted and answer.outcome in ("wrong", "partly"):
            missed.append(answer.question)
    random = Random(seed)
    entries = bank.entries(topics, level)
    chosen = missed[: count // 3]
    others = [entry.id for entry in random.sample(entries, min(4 * count, len(entries))) if entry.id not in chosen]
    others.sort(key=lambda question: newest[question].at if question in newest else 0.0)
    chosen = (chosen + others)[:count]
    random.shuffle(chosen)
    return [Planned(question, random.randrange(2**32)) for question in chosen]


@pytest.mark.parametrize("answers", [1, 30, 300])
def test_the_plan_is_that_of_the_whole_history(bank: Bank, progress: Progress, answers: int) -> None:
    answer_at_random(bank, progress, answers, Random(answers))
    topics: tuple[str, ...] | None
    for seed, topics, level, count in itertools.product(range(5), (None, bank.topics[:2]), (None, 2), (1, 5, 10, 100)):
        due = planned_by_the_whole_history(bank, topics, level, count, seed, progress.answers())
        assert choose(bank, topics, level, count, seed, Journal(progress)) == due


def test_a_learner_without_answers_has_a_plain_draw(bank: Bank, progress: Progress) -> None:
    plan = begin(bank, Journal(progress), Wish(count=10), "en", 5).plan
    assert list(plan) == choose(bank, None, None, 10, 5)


def test_of_one_or_two_questions_none_is_a_missed_one_by_rule(bank: Bank, progress: Progress) -> None:
    session = progress.begin_session(Plan(()))
    for entry in bank.entries():
        progress.record_answer(
            session, question=entry.id, topic=entry.topic, seed=1, answer=None, outcome="wrong", score=0.0, seconds=1.0
        )
    first = bank.entries()[0].id
    plans = [choose(bank, None, None, 2, seed, progress) for seed in range(50)]
    assert sum(first in [planned.question for planned in plan] for plan in plans) < 25
