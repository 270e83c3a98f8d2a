"""How much of answers in free words the patterns of our banks find, and how much they find that is not there."""

from __future__ import annotations

from pathlib import Path

import msgspec
import yaml

from dojo.bank.compile import compile_bank
from dojo.bank.finding import Report
from dojo.marking.rubric import proposed
from dojo.question.kinds import Open

QUESTIONS = Path(__file__).parents[3] / "questions"


class Answer(msgspec.Struct):
    """What a candidate said, and what a reader finds in it."""

    topic: str
    lang: str
    makes: set[int]
    claims: set[int]
    answer: str


ANSWERS = msgspec.convert(
    yaml.safe_load(Path(__file__).with_name("open_answers.yaml").read_text(encoding="utf-8")), list[Answer]
)


def first_open(topic: str) -> Open:
    bank = compile_bank((QUESTIONS / f"{topic}.yaml").read_bytes(), topic, Report(Path(topic)))
    assert bank is not None
    return next(question for question in bank.questions if isinstance(question, Open) and question.id in ASKED)


ASKED = {
    "cost-of-a-long-context", "settings-for-two-tasks", "why-decoders-won", "loss-becomes-nan", "gru-or-lstm",
    "bot-over-company-documents", "validation-loss-turns-up",
}  # fmt: skip


def test_most_points_and_claims_are_found_and_few_are_given_wrongly() -> None:
    questions = {topic: first_open(topic) for topic in {answer.topic for answer in ANSWERS}}
    points = claims = wrongly = 0
    for answer in ANSWERS:
        found = proposed(questions[answer.topic], answer.answer)
        made, claimed = {place + 1 for place in found.points}, {place + 1 for place in found.claims}
        points += len(made & answer.makes)
        claims += len(claimed & answer.claims)
        wrongly += len(made - answer.makes) + len(claimed - answer.claims)
    silent = sum(
        len(questions[answer.topic].rubric)
        + len(questions[answer.topic].not_said)
        - len(answer.makes)
        - len(answer.claims)
        for answer in ANSWERS
    )
    assert points >= 0.85 * sum(len(answer.makes) for answer in ANSWERS)
    assert claims >= 0.7 * sum(len(answer.claims) for answer in ANSWERS)
    assert wrongly < 0.05 * silent
