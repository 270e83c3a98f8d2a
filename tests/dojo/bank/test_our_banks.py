"""The banks of this project: no errors, and each question takes its own key for right in whatever variant."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from dojo.bank.bank import BankError, open_bank
from dojo.bank.lint.banks import lint_banks
from dojo.marking.answer import AnyAnswer, NumberAnswer, OpenAnswer, TextAnswer
from dojo.marking.by_kind import mark
from dojo.marking.correct import correct
from dojo.marking.grammar import parse
from dojo.question.kinds import AnyQuestion, Number, Open, Term
from dojo.question.template import plain
from dojo.question.variant import Asked, draw

CONTENT = Path(__file__).parents[3]
QUESTIONS: list[AnyQuestion] = []
with suppress(BankError):  # the first test tells what is wrong with them
    bank = open_bank(CONTENT, None)
    QUESTIONS = [bank.question(entry.id) for entry in bank.entries()]


def keys(asked: Asked) -> list[AnyAnswer]:
    """Everything that the bank itself calls right."""
    question = asked.question
    if isinstance(question, Open):
        return [OpenAnswer("w", tuple(range(len(question.rubric))))]
    if isinstance(question, Number):
        return [NumberAnswer(plain(asked.answer))]
    if isinstance(question, Term):
        return [TextAnswer(word) for word in question.answers.all()]
    line = correct(asked).en
    if asked.kind in ("choice", "multi"):
        line = " ".join(
            letter for letter, place in zip("abcdefg", asked.order, strict=False) if right_option(question, place)
        )
    return [parse(asked, line)]


def right_option(question: AnyQuestion, place: int) -> bool:
    return bool(question.options[place].right)  # type: ignore[union-attr]  # only for kinds with options


def test_the_banks_have_no_errors() -> None:
    assert [str(finding) for finding in lint_banks(CONTENT) if finding.severity == "error"] == []


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_question_takes_its_own_key_for_right(question: AnyQuestion) -> None:
    for seed in range(20):
        asked = draw(question, seed)
        for answer in keys(asked):
            assert mark(asked, answer).outcome == "right", (seed, answer)


@pytest.mark.parametrize("question", [q for q in QUESTIONS if isinstance(q, Number)], ids=lambda question: question.id)
def test_the_traps_of_a_number_are_wrong_and_told(question: Number) -> None:
    for seed in range(20):
        asked = draw(question, seed)
        for trap in asked.traps:
            marked = mark(asked, NumberAnswer(plain(trap.value)))
            assert marked.outcome == "wrong", (seed, trap)
            assert marked.notes[0].kind == "trap", (seed, trap)


@pytest.mark.parametrize("question", [q for q in QUESTIONS if isinstance(q, Term)], ids=lambda question: question.id)
def test_the_near_misses_of_a_text_are_wrong_and_told(question: Term) -> None:
    asked = draw(question, 0)
    for near in question.near_misses:
        for word in near.text.all():
            marked = mark(asked, TextAnswer(word))
            assert marked.outcome == "wrong", word
            assert [note.why for note in marked.notes] == [near.why]
