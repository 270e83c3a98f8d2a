"""The scorecard of a mock interview: four competences from 0 to 1, and what they were computed from.

| competence | what it is |
|---|---|
| fundamentals | mean score of the questions on models and training: all topics that are not LLM systems |
| systems | mean score of the questions on LLM systems (`sections.SYSTEMS`): RAG, agents, serving, fine-tuning and so on |
| coding | share of the hidden suite's points that the last saved version gets |
| explaining | 0.8 times the mean score of the open questions (points that the candidate confirms, less false claims) plus 0.2 times the share of follow-ups that were answered |

A competence that nothing was asked about is None. A skipped question counts 0. Questions to the interviewer are kept and
counted but not scored: no program can judge them.
"""  # noqa: E501  # a table

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dojo.marking.answer import AnyAnswer
from dojo.mock.sections import SYSTEMS

COMPETENCES = ("fundamentals", "systems", "coding", "explaining")


class Asked(Struct, frozen=True):
    """One question of the interview: what came of it, and for an open one the words and the points found in them.

    `answer` is what was said to any other; None where nothing was, and in cards of older versions.
    """

    question: str
    topic: str
    seed: int
    outcome: str
    score: float
    open: bool = False
    words: str = ""
    points: tuple[int, ...] = ()
    claims: tuple[int, ...] = ()
    follow_up: str | None = None  # the answer to the follow-up; None where there was no follow-up
    answer: AnyAnswer | None = None


class Coded(Struct, frozen=True):
    """The kata: the verdict on the last version saved, seconds spent, the par time in seconds."""

    kata: str
    verdict: str | None
    score: float
    passed: int
    tests: int
    seconds: float
    par: float
    saves: int


class Scorecard(Struct, frozen=True):
    """A whole interview, as it is kept in the log; texts of questions stay in the banks."""

    at: float
    role: str
    minutes: float
    seconds: float
    asked: tuple[Asked, ...]
    coded: Coded | None
    notes: tuple[str, ...]
    scores: dict[str, float | None]


def scorecard(
    at: float,
    role: str,
    minutes: float,
    seconds: float,
    asked: Sequence[Asked],
    coded: Coded | None,
    notes: Sequence[str],
) -> Scorecard:
    """The card of what was asked, coded and noted."""
    follow_ups = [one.follow_up for one in asked if one.follow_up is not None]
    rubric = _mean([one.score for one in asked if one.open])
    answered = _mean([float(bool(words.strip())) for words in follow_ups])
    explaining = rubric if rubric is None or answered is None else 0.8 * rubric + 0.2 * answered
    scores = {
        "fundamentals": _mean([one.score for one in asked if one.topic not in SYSTEMS]),
        "systems": _mean([one.score for one in asked if one.topic in SYSTEMS]),
        "coding": coded.score if coded else None,
        "explaining": explaining,
    }
    rounded = {name: None if score is None else round(score, 4) for name, score in scores.items()}
    return Scorecard(at, role, minutes, round(seconds, 1), tuple(asked), coded, tuple(notes), rounded)


def _mean(numbers: Sequence[float]) -> float | None:
    return sum(numbers) / len(numbers) if numbers else None
