"""A mark, as data: what an answer is worth, and what to say about it."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from dojo.question.kinds import Text

Outcome = Literal["right", "partly", "wrong"]
NoteKind = Literal["chosen", "missed", "right", "trap", "near_miss", "typo", "claim", "point", "unit", "close"]
RIGHT, WRONG = Fraction(1), Fraction(0)


class Note(Struct, frozen=True):
    """Something to say about the answer; `about` is the option, trap, near miss, point or claim it speaks of."""

    why: Text
    kind: NoteKind
    about: Text | None = None


class Mark(Struct, frozen=True):
    """`correct` is the right answer in the variant that was shown."""

    outcome: Outcome
    score: Fraction
    correct: Text
    notes: tuple[Note, ...] = ()
