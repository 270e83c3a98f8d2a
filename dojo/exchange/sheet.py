"""Questions as a table, one row each, that a spreadsheet can edit and `dojo bank import` reads.

A text stands in two columns, `stem_en` and `stem_zh`. The parts of a question are numbered, `option_1_en`,
`option_1_right`, `option_1_why_en`: options of a choice, steps in their order, the left side of a pair (the right side
is `option_1_match_en`), traps of a number, near misses of a term, points of a rubric (`right`) and false claims.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from dojo.exchange.left_out import MARKING, NUMBERS, PRINTS
from dojo.question.kinds import Boolean, Choice, Match, Multi, Number, Open, Order, Term, Text
from dojo.question.template import plain
from dojo.question.variant import Asked

LOSSES = (NUMBERS, MARKING, PRINTS)
HEAD = (
    "id", "topic", "kind", "level", "as_of", "sources", "katas", "stem_en", "stem_zh", "hint_en", "hint_zh",
    "answer_en", "answer_zh", "unit", "tolerance", "explanation_en", "explanation_zh",
    "follow_up_en", "follow_up_zh", "follow_up_answer_en", "follow_up_answer_zh",
)  # fmt: skip
PART = ("en", "zh", "right", "match_en", "match_zh", "why_en", "why_zh")
OR = " | "  # between answers of which each will do

Part = dict[str, str]


def to_csv(asked: Iterable[Asked]) -> str:
    """All questions in one table, with a byte order mark, so that Excel sees UTF-8. A cell never starts a formula."""
    rows = [(_row(one), list(_parts(one))) for one in asked]
    most = max((len(parts) for _, parts in rows), default=0)
    columns = [*HEAD, *(f"option_{number}_{name}" for number in range(1, most + 1) for name in PART)]
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    for row, parts in rows:
        for number, part in enumerate(parts, start=1):
            row.update({f"option_{number}_{name}": text for name, text in part.items()})
        writer.writerow({name: _inert(text) for name, text in row.items()})
    return out.getvalue()


def _inert(text: str) -> str:
    """A spreadsheet runs a cell that begins with one of these signs; an apostrophe before it makes it a text."""
    if text.startswith(("=", "+", "-", "@", "\t", "\r")) and not _is_number(text):
        return "'" + text
    return text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _row(asked: Asked) -> dict[str, str]:
    question = asked.question
    row = {
        "id": question.id,
        "topic": question.topic,
        "kind": str(question.kind),
        "level": str(question.level),
        "as_of": question.as_of or "",
        "sources": " ".join(question.sources),
        "katas": " ".join(question.katas),
        **_both("stem", asked.stem),
        **_both("hint", asked.hint),
        **_both("explanation", asked.explanation),
    }
    if isinstance(question, Boolean):
        row["answer_en"] = row["answer_zh"] = "true" if question.answer else "false"
    elif isinstance(question, Number):
        row["answer_en"] = row["answer_zh"] = plain(asked.answer)
        row["unit"] = question.unit or ""
        tolerance = question.tolerance
        if tolerance.relative is not None:
            row["tolerance"] = f"{plain(tolerance.relative * 100)}%"
        elif tolerance.absolute is not None:
            row["tolerance"] = plain(tolerance.absolute)
    elif isinstance(question, Term):
        row["answer_en"], row["answer_zh"] = OR.join(question.answers.en), OR.join(question.answers.zh)
    elif isinstance(question, Open) and question.follow_up is not None:
        row.update(_both("follow_up", question.follow_up.stem) | _both("follow_up_answer", question.follow_up.answer))
    return row


def _parts(asked: Asked) -> Iterator[Part]:
    question = asked.question
    if isinstance(question, (Choice, Multi)):
        for option in question.options:
            yield {**_both("", option.text), "right": "x" * option.right, **_both("why", option.why)}
    elif isinstance(question, Order):
        for item in question.items:
            yield _both("", item)
    elif isinstance(question, Match):
        for pair in question.pairs:
            yield _both("", pair.left) | _both("match", pair.right)
        for extra in question.extra:
            yield _both("match", extra)
    elif isinstance(question, Number):
        for trap in asked.traps:
            yield {"en": plain(trap.value), "zh": plain(trap.value), **_both("why", trap.why)}
    elif isinstance(question, Term):
        for near in question.near_misses:
            yield {"en": OR.join(near.text.en), "zh": OR.join(near.text.zh), **_both("why", near.why)}
    elif isinstance(question, Open):
        for point in question.rubric:
            yield {**_both("", point.point), "right": "x"}
        for claim in question.not_said:
            yield _both("", claim.claim) | _both("why", claim.why)


def _both(name: str, text: Text | None) -> dict[str, str]:
    stem = f"{name}_" if name else ""
    return {} if text is None else {f"{stem}en": text.en, f"{stem}zh": text.zh}
