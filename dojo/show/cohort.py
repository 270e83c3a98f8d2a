"""The page of a cohort: a row for each submission, unmet criteria, left-out files, and how many passed.

Members, katas, verdicts and points are never cut off. The reason gets the remaining width, or a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from rich.cells import cell_len, set_cell_size
from rich.text import Text

from dojo.show.terminal.console import Console
from dojo.show.verdict import COLOURS
from grader.judge.showing import clean
from grader.judge.verdicts import Result, Verdict
from grader.report.summary import Summary
from grader.report.wording import (
    COLON,
    LEFT_OUT,
    NO_POINTS,
    NOT_HANDED_IN,
    NOT_MET,
    by_member,
    points,
    state,
    summed_up,
    unmet,
)

HEADS = {"en": ("verdict", "member", "kata", "points", "why"), "zh": ("结果", "成员", "题目", "得分", "原因")}
FILE = {"en": "(file)", "zh": "(文件)"}
GAP = "  "
LEAST_WHY = 32  # cells; with less room, the reason goes on the next line
LEAST_MEMBER = 16  # cells; with less room, the name goes on the line above
PIPED = 160  # cells per line when the output is not a terminal; more if the names need it
WHY = 1000  # characters of a reason
LISTED, OF_A_FOLDER = 12, 4  # left-out files shown: in all, and per folder
COMMANDS = re.compile(r":(?=:)|#(?=#\[|#vso\[)")  # a CI server obeys these at the start of a line


class _Row(msgspec.Struct, frozen=True):
    """One row of the table; all texts are safe to print."""

    cells: tuple[str, str, str, str]
    why: str
    style: str


def print_cohort(summary: Summary, lang: str) -> None:
    """Print the table, unmet criteria, left-out files and the totals."""
    console = Console(highlight=False, soft_wrap=True)
    rows = [row for member, results in by_member(summary) for row in _rows(member, results, lang)]
    width = console.width if console.is_terminal else max(PIPED, _needed(rows) + LEAST_WHY)
    if rows:
        _print_table(console, rows, width, lang)
    for member in summary.members:
        if member.unmet and summary.asked:
            name = member.name or FILE[lang]
            _print_wrapped(console, f"{NOT_MET[lang]}{COLON[lang]}{name}{COLON[lang]}{unmet(member, lang)}")
    print_left_out(summary, lang, console)
    console.print(Text(summed_up(summary, lang), style="bold"))


def print_left_out(summary: Summary, lang: str, console: Console | None = None) -> None:
    """Print which files were not graded, and why; to standard error unless a console is given."""
    console = console or Console(highlight=False, soft_wrap=True, stderr=True)
    if not summary.left_out:
        return
    console.print(Text(LEFT_OUT[lang] + COLON[lang].rstrip()))
    per_folder: dict[str, int] = {}
    named = 0
    for one in summary.left_out:
        folder = one.path.rpartition("/")[0]
        per_folder[folder] = per_folder.get(folder, 0) + 1
        if named == LISTED or per_folder[folder] > OF_A_FOLDER:
            continue
        named += 1
        _print_wrapped(console, f"{one.path}{COLON[lang]}{one.why.in_(lang)}", GAP)
    if more := len(summary.left_out) - named:
        every = f"另有 {more} 项（--json 列出全部）" if lang == "zh" else f"and {more} more (--json lists all)"
        console.print(Text(GAP + every))


def _rows(member: str | None, results: Sequence[Result], lang: str) -> list[_Row]:
    name = _safe(member if member is not None else FILE[lang])
    if not results:
        return [_Row((NOT_HANDED_IN[lang], name, "", NO_POINTS), "", "yellow")]
    return [
        _Row(
            (state(result, lang), name, result.kata, points(result)),
            _safe(clean(" ".join(_why(result, lang).split()), WHY)),
            "yellow" if result.file is None else COLOURS.get(result.verdict, "yellow"),
        )
        for result in results
    ]


def _needed(rows: Sequence[_Row]) -> int:
    """The width of all columns except the reason."""
    return sum(_widths(rows, ("", "", "", ""))) + 4 * len(GAP)


def _widths(rows: Sequence[_Row], heads: Sequence[str]) -> list[int]:
    return [max(cell_len(text) for text in column) for column in zip(heads, *(row.cells for row in rows), strict=True)]


def _print_table(console: Console, rows: Sequence[_Row], width: int, lang: str) -> None:
    *heads, why = HEADS[lang]
    widths = _widths(rows, heads)
    beside = width - sum(widths) - 4 * len(GAP)  # cells left for the reason
    room = max(LEAST_MEMBER, widths[1] + beside + len(GAP))  # cells for a name if the reason goes elsewhere
    widths[1] = max(cell_len(text) for text in (heads[1], *(row.cells[1] for row in rows)) if cell_len(text) <= room)
    beside = width - sum(widths) - 4 * len(GAP)
    head = _line(heads, widths)
    console.print(Text(head + GAP + why if beside >= LEAST_WHY else head, style="bold"))
    for row in rows:
        verdict, name, kata, scored = row.cells
        line = Text()
        if cell_len(name) > widths[1]:
            console.print(Text(f"{GAP}{name}"))
            name = ""
        line.append(_line((verdict, name, kata, scored), widths))
        line.stylize(row.style, 0, len(verdict))
        if row.why and beside >= LEAST_WHY:
            line.append(GAP + _shorten(row.why, beside))
        console.print(line)
        if row.why and beside < LEAST_WHY:
            console.print(Text(GAP + _shorten(row.why, width - len(GAP)), style="dim"))


def _print_wrapped(console: Console, text: str, indent: str = "") -> None:
    """Print one line; on a terminal, wrap it at words with a hanging indent."""
    text = _safe(text)
    if not console.is_terminal:
        console.print(Text(indent + text))
        return
    for number, line in enumerate(Text(text).wrap(console, console.width - len(indent + GAP))):
        line.rstrip()
        console.print(Text(indent + (GAP if number else "")) + line)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(set_cell_size(text, width) for text, width in zip(cells, widths, strict=True)).rstrip()


def _shorten(text: str, cells: int) -> str:
    return text if cell_len(text) <= cells else set_cell_size(text, cells - 1).rstrip() + "…"


def _safe(text: str) -> str:
    """`text` with workflow commands broken up, so that a line may start anywhere in it."""
    return COMMANDS.sub(lambda found: found[0] + " ", text)


def _why(result: Result, lang: str) -> str:
    if result.verdict is Verdict.PASSED or result.file is None:
        return ""
    text = result.misconception or result.message
    if text is None:
        first = next((test for test in result.tests if test.verdict is not Verdict.PASSED), None)
        text = (first.message or first.promise) if first is not None else None
    return "" if text is None else text.in_(lang)
