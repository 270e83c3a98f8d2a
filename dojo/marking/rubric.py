"""Open questions: which points of the rubric an answer seems to make, and which false claims.

Finds words, not meaning: it proposes, the learner decides. What the confirmed points are worth is `marking`'s work.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from msgspec import Struct

from dojo.question.kinds import Open
from dojo.question.variant import Asked

_ENDINGS = r"(?:s|es|d|ed|ing)?"
_GAP = re.compile(r"[\s\-‐‑–_]+")
_GAP_IN_CHINESE = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")


class Proposal(Struct, frozen=True):
    """Places in `rubric` and in `not_said`, from 0."""

    points: tuple[int, ...] = ()
    claims: tuple[int, ...] = ()


def propose(asked: Asked, words: str) -> Proposal:
    """What `words` seem to say, by the synonyms of the bank, in either language."""
    question = asked.question
    assert isinstance(question, Open)
    said = _fold(words)
    return Proposal(
        tuple(place for place, point in enumerate(question.rubric) if _says(said, point.synonyms.all())),
        tuple(place for place, claim in enumerate(question.not_said) if _says(said, claim.synonyms.all())),
    )


def _fold(text: str) -> str:
    return _GAP_IN_CHINESE.sub("", _GAP.sub(" ", unicodedata.normalize("NFKC", text).casefold()))


def _says(said: str, synonyms: Iterable[str]) -> bool:
    return any(_pattern(synonym).search(said) for synonym in synonyms)


def _pattern(synonym: str) -> re.Pattern[str]:
    """Whole words with their endings; between Chinese characters and Latin letters no space is needed."""
    folded = re.escape(_fold(synonym).strip()).replace(r"\ ", " ?")
    if not folded:
        return re.compile(r"(?!)")
    head = r"(?<![a-z0-9])" if re.match(r"\\?[a-z0-9]", folded) else ""
    tail = rf"{_ENDINGS}(?![a-z0-9])" if re.search(r"[a-z0-9]$", folded) else ""
    return re.compile(head + folded + tail)
