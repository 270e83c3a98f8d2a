"""Reads questions from CSV: the columns of `sheet`, or some of them. One without `_en` or `_zh` is in one language."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import cast

from dojo.exchange.draft import Draft, Part, Said, Unreadable
from dojo.exchange.sheet import HEAD, PART
from dojo.question.kinds import KINDS
from dojo.suggestion import did_you_mean

_NUMBERED = re.compile(r"option_(\d{1,2})(?:_(.+))?$")
_YES = {"x", "1", "true", "yes", "right", "对", "是"}
_SAID = ("stem", "hint", "answer", "explanation", "follow_up", "follow_up_answer")


class NotASheet(ValueError):
    """The table as a whole can't be read."""


def read_csv(text: str, lang: str) -> list[Draft | Unreadable]:
    """A draft or a complaint for each row. Raises NotASheet where the first row is not the names of columns."""
    lines = text.removeprefix("\ufeff")
    try:
        dialect: type[csv.Dialect] | str = csv.Sniffer().sniff(lines.partition("\n")[0], ",;\t")
    except csv.Error:
        dialect = "excel"
    reader = csv.DictReader(io.StringIO(lines, newline=""), dialect=dialect, strict=True)
    try:
        _known(reader.fieldnames or (), lang)
        return list(_rows(reader, lang))
    except csv.Error as error:
        raise NotASheet(f"line {reader.line_num}: {error}; save the table as CSV in UTF-8") from None


def _known(columns: object, lang: str) -> None:
    names = [str(name) for name in cast("list[str]", columns)]
    known = {*HEAD, *_SAID}
    if not {"stem", f"stem_{lang}"} & set(names):
        raise NotASheet(f"line 1: no column `stem`; the columns are {', '.join(HEAD[:9])}…")
    for name in names:
        numbered = _NUMBERED.match(name)
        if not (name in known or (numbered and (numbered[2] or "en") in (*PART, "match", "why"))):
            near = did_you_mean(name, known)
            raise NotASheet(f"line 1: no column `{name}` is known{near}; leave it out or rename it")


def _rows(reader: csv.DictReader[str], lang: str) -> Iterator[Draft | Unreadable]:
    end = 1
    for row in reader:
        line, end = end + 1, reader.line_num
        if None in row:
            yield Unreadable(line, "the row has more cells than there are columns; quote texts that hold commas")
        elif any(row.values()):
            cells = {name: _bare(text or "") for name, text in row.items()}
            yield _draft(cells, line, lang)


def _bare(text: str) -> str:
    """The apostrophe that keeps a spreadsheet from running a cell is not part of it."""
    text = text.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@") else text


def _draft(cells: dict[str, str], line: int, lang: str) -> Draft | Unreadable:
    parts = list(_parts(cells, lang))
    said = {name: _said(cells, name, lang) for name in _SAID}
    kind = cells.get("kind") or _kind(parts, said["answer"])
    level = cells.get("level") or "1"
    if kind not in KINDS:
        return Unreadable(line, f"no kind `{kind}`{did_you_mean(kind, KINDS)}; the kinds are {', '.join(KINDS)}")
    if not said["stem"]:
        return Unreadable(line, "the row has no stem")
    if level not in ("1", "2", "3"):
        return Unreadable(line, f"level `{level}` is none of 1, 2, 3")
    tolerance = cells.get("tolerance", "")
    if tolerance and not re.fullmatch(r"\d+(\.\d+)?%?", tolerance):
        return Unreadable(line, f"the tolerance `{tolerance}` is neither a number like 0.01 nor a share like 5%")
    if kind == "boolean":
        said["answer"] = {"en": next(iter(said["answer"].values()), "")}
        if said["answer"]["en"].casefold() not in ("true", "false", "t", "f", "对", "错", "yes", "no"):
            return Unreadable(line, "the answer of a `boolean` is true or false")
    return Draft(
        line=line,
        kind=kind,
        id=cells.get("id", ""),
        level=int(level),
        as_of=cells.get("as_of", ""),
        sources=cells.get("sources", "").split(),
        katas=cells.get("katas", "").split(),
        parts=parts,
        unit=cells.get("unit", ""),
        tolerance=tolerance,
        **said,
    )


def _parts(cells: dict[str, str], lang: str) -> Iterator[Part]:
    numbers = sorted({int(found[1]) for name in cells if (found := _NUMBERED.match(name))})
    for number in numbers:
        name = f"option_{number}"
        text, match = _said(cells, name, lang), _said(cells, f"{name}_match", lang)
        if text or match:
            right = cells.get(f"{name}_right", "").casefold() in _YES
            yield Part(text=text, right=right, match=match, why=_said(cells, f"{name}_why", lang))


def _said(cells: dict[str, str], name: str, lang: str) -> Said:
    found = {one: cells.get(f"{name}_{one}", "") for one in ("en", "zh")}
    found[lang] = found[lang] or cells.get(name, "")
    return {one: text for one, text in found.items() if text}


def _kind(parts: list[Part], answer: Said) -> str:
    if parts:
        return (
            "match" if any(part.match for part in parts) else "multi" if sum(p.right for p in parts) > 1 else "choice"
        )
    word = next(iter(answer.values()), "")
    if word.casefold() in ("true", "false"):
        return "boolean"
    if not word:
        return "open"
    return "number" if re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", word, re.IGNORECASE) else "text"
