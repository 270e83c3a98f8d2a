"""Answers, as data: what a learner said, in places of the variant that was shown. Kept with the log."""

from __future__ import annotations

from msgspec import Struct

from dojo.question.kinds import Lang, Text
from dojo.question.variant import Asked

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class ChoiceAnswer(Struct, frozen=True, tag="choice", tag_field="kind"):
    place: int


class MultiAnswer(Struct, frozen=True, tag="multi", tag_field="kind"):
    """`places` rise and do not repeat."""

    places: tuple[int, ...]


class BooleanAnswer(Struct, frozen=True, tag="boolean", tag_field="kind"):
    value: bool


class NumberAnswer(Struct, frozen=True, tag="number", tag_field="kind"):
    written: str


class TextAnswer(Struct, frozen=True, tag="text", tag_field="kind"):
    written: str


class OrderAnswer(Struct, frozen=True, tag="order", tag_field="kind"):
    """Shown places, in the order the learner puts them."""

    places: tuple[int, ...]


class MatchAnswer(Struct, frozen=True, tag="match", tag_field="kind"):
    """For each left-hand side, the shown place of its right-hand side."""

    places: tuple[int, ...]


class OpenAnswer(Struct, frozen=True, tag="open", tag_field="kind"):
    """`points` and `claims` are the places, in rubric and `not_said`, that the learner confirms to have said."""

    words: str
    points: tuple[int, ...] = ()
    claims: tuple[int, ...] = ()


AnyAnswer = (
    ChoiceAnswer | MultiAnswer | BooleanAnswer | NumberAnswer | TextAnswer | OrderAnswer | MatchAnswer | OpenAnswer
)


def written(asked: Asked, answer: AnyAnswer, lang: Lang = "en") -> str:
    """The answer as a line that `grammar.parse` reads back as the same answer (an open one: its words)."""
    if isinstance(answer, BooleanAnswer):
        words = ("对", "错") if lang == "zh" else ("true", "false")
        return words[not answer.value]
    if isinstance(answer, ChoiceAnswer):
        return LETTERS[answer.place]
    if isinstance(answer, MatchAnswer):
        return " ".join(f"{LETTERS[left]}{right + 1}" for left, right in enumerate(answer.places))
    if isinstance(answer, (MultiAnswer, OrderAnswer)):
        return " ".join(LETTERS[place] for place in answer.places)
    return answer.words if isinstance(answer, OpenAnswer) else answer.written


class AnswerError(ValueError):
    """The line is no answer to this question; `expected` says what would be."""

    def __init__(self, expected: Text) -> None:
        super().__init__(expected.en)
        self.expected = expected
