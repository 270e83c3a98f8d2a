"""Two lines for a question in a list: its id, kind and level, and a piece of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dojo.question.kinds import AnyQuestion, Lang
from dojo.show.text.markup import Look, flat
from dojo.show.text.wrap import crop


def lines(question: AnyQuestion, snippet: str, lang: Lang, columns: int) -> Iterator[str]:
    """`snippet` stands in for the stem where it is not empty; a long text is cut at the end of the line."""
    level = f"{'级别' if lang == 'zh' else 'level'} {question.level}"
    yield f"  {question.id}  ({question.kind}, {level})"
    look = Look(columns=columns, colour=False)
    text = re.sub(r"<<[^<>]*>>", "…", snippet or question.stem.of(lang))  # the numbers of a variant
    yield "    " + crop(flat(text, look), max(columns - 4, 8)).plain
