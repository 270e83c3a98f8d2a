"""How well each test of a kata tells submissions apart: classical item analysis over a cohort.

`difficulty` is the share of submissions that passed the test. `discrimination` is the correlation of passing it with
the points of all other tests: near 1 it sorts as they do, near 0 it says something else, below 0 those who did
well otherwise failed it, which is worth a look. `alone` counts submissions that failed this test and no other.
Source: Lord and Novick, "Statistical Theories of Mental Test Scores" (1968), chapter 15.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence

import msgspec

from grader.judge.verdicts import Bilingual, Result, Verdict
from grader.report.csv import as_csv
from grader.report.escaping import cell
from grader.report.summary import Summary

FEW = 5  # submissions below which a correlation says nothing
HEAD = {
    "en": ("kata", "test", "submissions", "passed", "difficulty", "discrimination", "failed alone", "note"),
    "zh": ("题目", "测试", "提交数", "通过", "通过率", "区分度", "单独失败", "备注"),
}
ALL_PASS = Bilingual("everybody passes", "所有人都通过")
NONE_PASS = Bilingual("nobody passes", "没有人通过")
NEVER_ALONE = Bilingual("never fails alone", "从不单独失败")


class Item(msgspec.Struct, frozen=True):
    """One test of a kata, or the kata as a whole (`test` is empty): of `of` submissions `passed` passed it."""

    kata: str
    test: str
    of: int
    passed: int
    discrimination: float | None = None
    alone: int = 0

    @property
    def difficulty(self) -> float:
        return self.passed / self.of

    @property
    def note(self) -> Bilingual | None:
        """What is worth a look."""
        if self.passed in (0, self.of):
            return ALL_PASS if self.passed else NONE_PASS
        return NEVER_ALONE if self.test and not self.alone else None


def items(summary: Summary) -> Iterator[Item]:
    """Each kata, then its tests, of those submissions whose suite was run to the end."""
    by_kata: dict[str, list[Result]] = {}
    for result in summary.results:
        if result.file is not None and result.verdict is not Verdict.BROKEN:
            by_kata.setdefault(result.kata, []).append(result)
    for kata, results in sorted(by_kata.items()):
        yield Item(kata, "", len(results), sum(result.verdict is Verdict.PASSED for result in results))
        yield from _tests(kata, [result for result in results if result.tests])


def _tests(kata: str, results: Sequence[Result]) -> Iterator[Item]:
    names = list(dict.fromkeys(test.name for result in results for test in result.tests))
    passed = [{test.name for test in result.tests if test.verdict is Verdict.PASSED} for result in results]
    points = {test.name: test.max_points for result in results for test in result.tests}
    totals = [sum(points[name] for name in each) for each in passed]
    for name in names:
        got = [name in each for each in passed]
        rest = [total - points[name] * hit for total, hit in zip(totals, got, strict=True)]
        alone = sum(not hit and len(each) == len(names) - 1 for hit, each in zip(got, passed, strict=True))
        yield Item(kata, name.removeprefix("test_"), len(got), sum(got), _correlation(got, rest), alone)


def _correlation(got: Sequence[bool], rest: Sequence[float]) -> float | None:
    """Of passing the test with the points of the others; None where one of them is constant, or there are few."""
    if len(got) < FEW or len(set(got)) < 2 or len(set(rest)) < 2:
        return None
    return statistics.correlation([float(hit) for hit in got], rest)


def to_items(summary: Summary, lang: str) -> str:
    """The items as CSV, with a line of headings."""
    return as_csv([HEAD[lang], *_rows(summary, lang)])


def _rows(summary: Summary, lang: str) -> Iterator[list[object]]:
    for one in items(summary):
        discrimination = "" if one.discrimination is None else f"{one.discrimination:.2f}"
        note = one.note.in_(lang) if one.note else ""
        shown = [cell(one.kata), cell(one.test), one.of, one.passed, f"{one.difficulty:.2f}", discrimination]
        yield [*shown, one.alone if one.test else "", note]
