"""Open questions: which points of the rubric an answer seems to make, and which false claims.

Finds patterns sentence by sentence, not meaning: it proposes, the learner decides. What the confirmed points are worth
is `by_kind`'s work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from dojo.marking.negation import denied
from dojo.marking.pattern import fold, pattern
from dojo.question.kinds import Open
from dojo.question.variant import Asked

MAX_SENTENCE = 2000
_MARKUP = re.compile(r"`+|(?<![a-z0-9])\*\*|\*\*(?![a-z0-9])", re.I)  # not the power in 2**k
_ENDS = re.compile(r"(?<=[!?;。！？；])|(?<=\.)(?=\s|$)|\n+")


class Proposal(Struct, frozen=True):
    """Places in `rubric` and in `not_said`, from 0."""

    points: tuple[int, ...] = ()
    claims: tuple[int, ...] = ()


def propose(asked: Asked, words: str) -> Proposal:
    """What `words` seem to say, by the patterns of the bank, in either language."""
    assert isinstance(asked.question, Open)
    return proposed(asked.question, words)


def proposed(question: Open, words: str) -> Proposal:
    said = _sentences(words)
    return Proposal(
        tuple(place for place, point in enumerate(question.rubric) if _says(said, point.patterns.all())),
        tuple(place for place, claim in enumerate(question.not_said) if _says(said, claim.patterns.all(), claim=True)),
    )


def _sentences(words: str) -> list[str]:
    parts = (fold(part).strip() for part in _ENDS.split(_MARKUP.sub("", words)))
    return [part[start : start + MAX_SENTENCE] for part in parts for start in range(0, len(part), MAX_SENTENCE)]


def _says(said: list[str], sources: Iterable[str], claim: bool = False) -> bool:
    for source in sources:
        wanted = pattern(source)
        for sentence in said:
            if any(not denied(sentence, start, end, wanted.source, claim) for start, end in wanted.spans(sentence)):
                return True
    return False
