"""Quiz and katas lead to each other: a failed kata brings its questions, a missed question names its kata."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dojo.bank.bank import Bank, open_bank
from dojo.cli import main
from dojo.marking.answer import BooleanAnswer
from dojo.progress import FILE_NAME, Plan, Planned, open_progress
from dojo.question.kinds import Boolean
from dojo.quiz.begin import Wish, begin
from dojo.quiz.choose import Filter, worth_most
from dojo.quiz.journal import Journal
from dojo.show.quiz.summary import next_lines
from dojo.show.text.markup import Look

ROOT = Path(__file__).resolve().parents[3]
SLUGS = sorted(path.parent.name for path in (ROOT / "katas").glob("*/*/kata.yaml"))
NOW = 1_790_000_000.0


@pytest.fixture(scope="module")
def bank() -> Bank:
    return open_bank(ROOT, None)


@pytest.fixture
def kata(bank: Bank) -> str:
    """A kata that three questions or more are on."""
    return next(slug for slug in SLUGS if len(bank.training(slug)) >= 3)


def run(home: Path, *words: str, given: str = "") -> Result:
    return CliRunner().invoke(main, list(words), input=given, env={"DOJO_HOME": str(home), "DOJO_LANG": "en"})


def test_every_question_on_a_kata_names_it(bank: Bank, kata: str) -> None:
    found = bank.training(kata)
    assert all(kata in bank.question(name).katas for name in found)
    assert set(found) == {entry.id for entry in bank.entries() if kata in bank.question(entry.id).katas}
    assert bank.training("no_such_kata") == []


@pytest.mark.parametrize("verdict", ["failed", "passed"])
def test_a_failed_kata_brings_its_questions_into_the_next_quiz(
    bank: Bank, kata: str, verdict: str, tmp_path: Path
) -> None:
    with open_progress(tmp_path / FILE_NAME, lambda: NOW) as progress:
        progress.record_verdict(kata, verdict, 0.5, "d", 1.0)
        remembered = Journal(progress).remembered()
        assert remembered is not None
        plan, mix = worth_most(bank, Filter(), 10, random.randrange(10**6), remembered)
    on_it = [planned.question for planned in plan if planned.question in bank.training(kata)]
    if verdict == "failed":
        assert 1 <= mix.kata <= len(on_it)  # questions that answer one another are kept apart
    else:
        assert mix.kata == 0


def test_a_question_answered_since_is_not_brought_again(bank: Bank, kata: str, tmp_path: Path) -> None:
    at = [NOW]
    with open_progress(tmp_path / FILE_NAME, lambda: at[0]) as progress:
        progress.record_verdict(kata, "failed", 0.5, "d", 1.0)
        session = progress.begin_session(Plan((Planned("q", 1),)))
        for name in bank.training(kata):
            progress.record_answer(
                session, question=name, topic="t", seed=1, answer="b", outcome="right", score=1.0, seconds=30
            )
        at[0] += 86400
        remembered = Journal(progress).remembered()
        assert remembered is not None
        assert worth_most(bank, Filter(), 10, 1, remembered)[1].kata == 0


def test_quiz_on_a_kata_asks_only_its_questions(bank: Bank, kata: str, tmp_path: Path) -> None:
    result = run(tmp_path, "quiz", "--kata", kata, "--plain", "--count", "2", given=":q\n")
    assert result.exit_code == 0, result.output
    assert "question 1 of 2" in result.output
    wrong = run(tmp_path, "quiz", "--kata", "nosuch", "--plain")
    assert (wrong.exit_code, "no questions on a kata 'nosuch'" in wrong.output) == (2, True)


def test_the_end_of_a_quiz_names_the_kata_of_what_was_missed(bank: Bank, kata: str) -> None:
    question = bank.training(kata)[0]
    session = begin(bank, Journal(None), Wish(ids=(question,)), "en", 1)
    session.skip(1.0)
    said = " ".join(line.plain for line in next_lines(session, "en", Look(), keys=True))
    assert f"write the code: dojo kata start {bank.question(question).katas[0]}" in said


def test_the_weakest_topic_is_one_with_a_wrong_answer_not_one_that_was_skipped(bank: Bank) -> None:
    skipped, answered = (
        next(one for one in bank.entries() if one.topic == topic and one.kind == "boolean")
        for topic in ("alignment", "gru_lstm")
    )
    session = begin(bank, Journal(None), Wish(ids=(skipped.id, answered.id)), "en", 1)

    def said() -> str:
        return " ".join(line.plain for line in next_lines(session, "en", Look(), keys=True))

    session.skip(1.0)
    assert "Weakest topic" not in said()
    question = session.current.question if session.current else None
    assert isinstance(question, Boolean)
    session.answer(BooleanAnswer(not question.answer), 1.0)
    assert "Weakest topic: dojo quiz --topic gru_lstm" in said()


def test_the_page_of_a_kata_names_the_questions_on_it(bank: Bank, kata: str, tmp_path: Path) -> None:
    names = bank.training(kata)
    shown = run(tmp_path, "kata", "show", kata).output
    assert f"{len(names)} questions on the same idea: dojo quiz --kata {kata}" in shown
    assert [name for name in names if f"- {name}\n" not in shown] == []


def test_every_kata_has_a_question_on_its_idea(bank: Bank) -> None:
    assert [slug for slug in SLUGS if not bank.training(slug)] == []
