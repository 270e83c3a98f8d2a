"""Two lines for a question in a list: its id, kind and level, and a piece of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dojo.question.kinds import AnyQuestion, Lang
from dojo.show.phrases import say
from dojo.show.text.markup import Look, flat
from dojo.show.text.wrap import crop


def about(question: AnyQuestion, lang: Lang, topic: str = "", seed: int | None = None) -> str:
    """Kind and level in brackets, with the topic before them and the seed behind where they are given."""
    zh = lang == "zh"
    said = [topic] if topic else []
    said += (
        [say(f"kind_{question.kind}", lang), f"难度 {question.level}"]
        if zh
        else [question.kind, f"level {question.level}"]
    )
    said += [] if seed is None else [f"{'种子' if zh else 'seed'} {seed}"]
    return f"（{'，'.join(said)}）" if zh else f"({', '.join(said)})"


def lines(question: AnyQuestion, snippet: str, lang: Lang, columns: int) -> Iterator[str]:
    """`snippet` stands in for the stem where it is not empty; a long text is cut at the end of the line."""
    yield f"  {question.id}  {about(question, lang)}"
    look = Look(columns=columns, colour=False)
    text = re.sub(r"<<[^<>]*>>", "…", snippet or question.stem.of(lang))  # the numbers of a variant
    yield "    " + crop(flat(text, look), max(columns - 4, 8)).plain
