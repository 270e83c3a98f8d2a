"""The score matrix as CSV: a row for each member, a column for each kata.

A cell is the score from 0 to 1, and empty if nothing was handed in. Files that belong to no member have a row each,
named by their path. Every cell is quoted. A name that a spreadsheet would run as a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from grader.judge.verdicts import Result
from grader.report.escaping import cell
from grader.report.summary import Summary
from grader.report.wording import by_member

HEAD = {
    "en": ("member", "score", "passed", "graded", "met"),
    "zh": ("成员", "平均分", "通过", "已评测", "达标"),
}
YES_NO = {"en": ("yes", "no"), "zh": ("是", "否")}


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV with every cell in quotes. Texts that are not ours must have gone through `escaping.cell`."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return text.getvalue()


def to_csv(summary: Summary, lang: str) -> str:
    """The table, with a line of headings."""
    katas = sorted({result.kata for result in summary.results})
    return as_csv([[*HEAD[lang], *katas], *_rows(summary, katas, lang)])


def _rows(summary: Summary, katas: Sequence[str], lang: str) -> Iterator[list[str | int]]:
    yes, no = YES_NO[lang]
    members = {member.name: member for member in summary.members}
    for name, results in by_member(summary, everybody=True):
        member = members.get(name)
        if name is None or member is None:
            for result in results:
                yield [cell(result.file or ""), *_counts([result]), "", *_scores([result], katas)]
            continue
        met = yes if member.met else no
        yield [cell(name), _number(member.score), member.passed, member.graded, met, *_scores(results, katas)]


def _counts(results: Sequence[Result]) -> list[str | int]:
    passed = sum(result.verdict == "passed" for result in results)
    return [_number(sum(result.score for result in results) / len(results)), passed, len(results)]


def _scores(results: Sequence[Result], katas: Sequence[str]) -> Iterator[str]:
    by_kata: Mapping[str, Result] = {result.kata: result for result in results}
    for kata in katas:
        result = by_kata.get(kata)
        yield "" if result is None or result.file is None else _number(result.score)


def _number(score: float) -> str:
    return f"{score:.4f}".rstrip("0").rstrip(".")
