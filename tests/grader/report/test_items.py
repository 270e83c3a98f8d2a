"""Item analysis: figures worked by hand, and notes where a test or kata tells nobody apart."""

from __future__ import annotations

import csv
import io

import pytest

from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.items import items, to_items
from grader.report.summary import Summary

NAMES = ("test_easy", "test_good", "test_odd", "test_free")


def case(name: str, ok: bool) -> TestResult:
    return TestResult(name, Bilingual(name, name), Verdict.PASSED if ok else Verdict.FAILED, int(ok), 1)


def cohort(*rows: str) -> Summary:
    """A row for each submission: `x` passes the test at its place, `.` fails it."""
    results = []
    for number, row in enumerate(rows):
        tests = tuple(case(name, sign == "x") for name, sign in zip(NAMES, row, strict=True))
        got = sum(test.points for test in tests)
        verdict = Verdict.PASSED if got == len(row) else Verdict.FAILED
        results.append(Result(f"m{number}", "k", f"{number}.py", verdict, got / len(row), got, len(row), 0.1, tests))
    return Summary(results, "full")


SIX = cohort("xx.x", "xx.x", "xx.x", "x.xx", "..xx", "..xx")


def test_difficulty_is_the_share_that_passed() -> None:
    found = {one.test: (one.passed, one.of, one.difficulty) for one in items(SIX)}
    assert found[""] == (0, 6, 0.0)
    assert found["easy"] == (4, 6, pytest.approx(2 / 3))
    assert found["good"] == (3, 6, 0.5)


def test_discrimination_is_the_correlation_with_the_points_of_the_other_tests() -> None:
    found = {one.test: one.discrimination for one in items(SIX)}
    # easy: 1 1 1 1 0 0 against the rest 2 2 2 2 2 2
    assert found["easy"] is None
    # good: 1 1 1 0 0 0 against 2 2 2 3 2 2
    assert found["good"] == pytest.approx(-1 / 5**0.5)
    # odd: 0 0 0 1 1 1 against 3 3 3 2 1 1
    assert found["odd"] == pytest.approx(-((25 / 29) ** 0.5))
    assert found["free"] is None  # everybody passed it


def test_notes_say_what_tells_nobody_apart() -> None:
    notes = {one.test: one.note.en if one.note else "" for one in items(SIX)}
    assert notes == {
        "": "nobody passes", "easy": "never fails alone", "good": "", "odd": "",
        "free": "everybody passes",
    }  # fmt: skip
    assert {one.test: one.alone for one in items(SIX)}["odd"] == 3  # and `good` once


def test_of_four_submissions_no_correlation_is_given() -> None:
    assert all(one.discrimination is None for one in items(cohort("xx.x", "x..x", "..xx", "xxxx")))


def test_the_table_has_a_row_for_each_kata_and_test() -> None:
    for lang, kata in (("en", "kata"), ("zh", "题目")):
        rows = list(csv.DictReader(io.StringIO(to_items(SIX, lang))))
        assert [row[kata] for row in rows] == ["k"] * 5
    assert not list(csv.DictReader(io.StringIO(to_items(Summary([], "full"), "en"))))
