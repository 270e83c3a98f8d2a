"""The page of a cohort: a row for each submission, and a last line with how many passed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from dojo.show.terminal.console import Console
from dojo.show.verdict import COLOURS
from grader.judge.verdicts import Result, Verdict
from grader.report.wording import summed_up, verdict_name

HEADS = {"en": ("verdict", "member", "kata", "points", "why"), "zh": ("结果", "成员", "题目", "得分", "原因")}
MEMBER, WHY = 32, 70  # characters
PIPED = 160  # cells, where no terminal says how wide a line may be


def print_cohort(results: Sequence[Result], lang: str) -> None:
    """The table and the count."""
    # One line a row, and our own word first: build servers obey a line that begins with `::`, whoever wrote it.
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in HEADS[lang]:
        table.add_column(head, no_wrap=True, overflow="ellipsis")
    for result in results:
        verdict = Text(verdict_name(result.verdict, lang), style=COLOURS.get(result.verdict, "yellow"))
        points = f"{result.points:g}/{result.max_points:g}"
        why = _shorten(" ".join(_why(result, lang).split()), WHY)
        table.add_row(verdict, Text(_shorten(result.member or "", MEMBER)), Text(result.kata), Text(points), Text(why))
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = PIPED
    console.print(table)
    console.print(summed_up(results, lang))


def _shorten(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _why(result: Result, lang: str) -> str:
    if result.verdict is Verdict.PASSED:
        return ""
    text = result.misconception or result.message
    if text is None:
        first = next((test for test in result.tests if test.verdict is not Verdict.PASSED), None)
        text = (first.message or first.promise) if first is not None else None
    return "" if text is None else text.in_(lang)
