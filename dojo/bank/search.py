"""Finds questions by words in any of their texts, in both languages; Chinese by parts of the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import asdict

from dojo.bank.bank import Bank
from dojo.question.kinds import Lang, Text, Words

_AROUND = 30  # characters before the word in a snippet


def search(bank: Bank, words: Sequence[str], lang: Lang) -> Iterator[tuple[str, str]]:
    """Id of each question that has every word somewhere, and a text of it around the first word.

    The text is in `lang`; where the words stand in texts of the other language only, it is empty.
    """
    wanted = [_folded(word) for word in words]
    for entry in bank.entries():
        question = bank.question(entry.id)
        shown = list(_texts(question, lang))
        folded = [_folded(text) for text in (entry.id, *shown, *_texts(question, "zh" if lang == "en" else "en"))]
        if all(any(word in text for text in folded) for word in wanted):
            near = ((text, word) for word in wanted for text in shown if word in _folded(text))
            yield entry.id, next((_around(text, word) for text, word in near), "")


def _texts(part: object, lang: Lang) -> Iterator[str]:
    """All that a learner may read of a question in a language, stem first; patterns and expressions are none of it."""
    if isinstance(part, Text):
        yield part.of(lang)
    elif isinstance(part, Words):
        yield from part.all()
    elif isinstance(part, Struct):
        values = asdict(part)
        for name in sorted(values, key=lambda name: name != "stem"):
            if name not in ("patterns", "examples", "variables", "let"):
                yield from _texts(values[name], lang)
    elif isinstance(part, Iterable) and not isinstance(part, (str, bytes, dict)):
        for one in part:
            if isinstance(one, Struct):
                yield from _texts(one, lang)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _around(text: str, word: str) -> str:
    """The text from a little before the word."""
    line = " ".join(text.split())
    start = max(line.casefold().find(word) - _AROUND, 0)
    if start:
        start = line.find(" ", start, start + 20) + 1 or start
    return ("…" if start else "") + line[start:]
