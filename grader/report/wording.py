"""The words that all reports share: names of verdicts, points, and what there is to say of a test that did not pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.summary import Member, Summary

VERDICTS = {
    "passed": "通过",
    "failed": "未通过",
    "error": "出错",
    "timeout": "超时",
    "memory": "内存超限",
    "forbidden": "使用了禁用项",
    "broken": "题目故障",
}
EVERY = {"en": "Every test ends the same way:", "zh": "每个测试的结果都一样："}
COLON = {"en": ": ", "zh": "："}
MORE_HINTS = {"en": "For a hint: ", "zh": "看提示："}
PERHAPS = {"en": "Perhaps: ", "zh": "可能的误解："}
AS_ABOVE = {"en": ", as above", "zh": "，同上"}
NOT_HANDED_IN = {"en": "not handed in", "zh": "未提交"}
LEFT_OUT = {"en": "left out", "zh": "略过"}
NOT_MET = {"en": "not met", "zh": "未达标"}
NO_POINTS = "-"
FIELDS = {"call": "调用", "expected": "应得", "actual": "实得", "message": "原因", "line": "行", "hint": "提示"}


def verdict_name(verdict: Verdict, lang: str) -> str:
    """A verdict in the learner's language."""
    return VERDICTS[verdict] if lang == "zh" else str(verdict)


def details(test: TestResult, lang: str) -> list[tuple[str, str, str]]:
    """Name, label and text of what is known of a test that did not pass, in the order in which a learner wants it."""
    values = {
        "call": test.call,
        "expected": test.expected,
        "actual": test.actual,
        "message": test.message.in_(lang) if test.message else None,
        "line": None if test.line is None else str(test.line),
        "hint": test.hint.in_(lang) if test.hint else None,
    }
    return [
        (name, FIELDS[name] if lang == "zh" else name, value) for name, value in values.items() if value is not None
    ]


def same_trouble(tests: Sequence[TestResult]) -> TestResult | None:
    """The first test, where all end by the same message: a file that cannot run, bodies not yet written."""
    ways = {(test.verdict, test.message) for test in tests}
    same = len(tests) > 1 and len(ways) == 1 and tests[0].message is not None
    return tests[0] if same and tests[0].verdict is not Verdict.FAILED else None


def runs(tests: Sequence[TestResult], lang: str) -> Iterator[list[TestResult]]:
    """Tests in their order; those of one promise and verdict that follow each other are one run, told by its first."""
    for _, run in groupby(tests, key=lambda test: (test.promise.in_(lang), test.verdict)):
        yield list(run)


def failed_first(tests: Sequence[TestResult]) -> list[TestResult]:
    """What did not pass, then what passed, each in the suite's order."""
    return sorted(tests, key=lambda test: test.verdict is Verdict.PASSED)


def state(result: Result, lang: str) -> str:
    """The verdict on a submission, or "not handed in"."""
    return NOT_HANDED_IN[lang] if result.file is None else verdict_name(result.verdict, lang)


def points(result: Result) -> str:
    """`8/10`; a dash where nothing was handed in."""
    return NO_POINTS if result.file is None else f"{result.points:g}/{result.max_points:g}"


def by_member(summary: Summary, everybody: bool = False) -> Iterator[tuple[str | None, list[Result]]]:
    """Each member with their results, possibly none, in the order of the report.

    With `everybody` also those of whose submissions none was graded, which `left_out` lists.
    """
    results: dict[str | None, list[Result]] = {member.name: [] for member in summary.members}
    for result in summary.results:
        results.setdefault(result.member, []).append(result)
    waiting = {member.name for member in summary.members if member.found}  # grading was stopped before their turn
    yield from ((name, rows) for name, rows in results.items() if rows or everybody or name not in waiting)


def summed_up(summary: Summary, lang: str) -> str:
    """How many submissions passed, how many are missing, and whether grading was stopped."""
    zh = lang == "zh"
    passed = sum(result.verdict is Verdict.PASSED for result in summary.results)
    absent = sum(result.file is None for result in summary.results) + len(summary.absent)
    parts = [f"{summary.graded} 份中通过 {passed} 份" if zh else f"{passed} of {summary.graded} passed"]
    if absent:
        parts.append(f"{absent} 份未提交" if zh else f"{absent} not handed in")
    if summary.stopped:
        parts.append(stopped(summary, lang))
    return ("，" if zh else ", ").join(parts)


def stopped(summary: Summary, lang: str) -> str:
    """How much was graded before a Ctrl-C."""
    done, every = summary.graded, summary.submissions
    return f"已中断：共 {every} 份，已评测 {done} 份" if lang == "zh" else f"stopped: {done} of {every} graded"


def unmet(member: Member, lang: str) -> str:
    """What a member did not meet, in one line."""
    return joined(member.unmet, lang) or ""


def joined(reasons: Sequence[Bilingual], lang: str) -> str | None:
    """Several reasons in one line."""
    return ("；" if lang == "zh" else "; ").join(why.in_(lang) for why in reasons) or None


class Told:
    """What trouble has been told already: an exception that ends many tests is told in full once."""

    def __init__(self) -> None:
        self._seen: set[tuple[Verdict, str, int | None]] = set()

    def again(self, test: TestResult) -> bool:
        """Whether an earlier test ended just so; a wrong answer never did, since each is one of its own."""
        if test.message is None or test.verdict is Verdict.FAILED:
            return False
        trouble = (test.verdict, test.message.en, test.line)
        seen = trouble in self._seen
        self._seen.add(trouble)
        return seen
