"""The words that all reports share: a verdict's name, and what there is to say of a test that did not pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from grader.judge.verdicts import Result, TestResult, Verdict

VERDICTS = {
    "passed": "通过",
    "failed": "未通过",
    "error": "出错",
    "timeout": "超时",
    "memory": "内存超限",
    "forbidden": "使用了禁用项",
    "broken": "题目故障",
}
EVERY = {"en": "Every test ends the same way:", "zh": "每个测试都以同样的方式结束："}
COLON = {"en": ": ", "zh": "："}
MORE_HINTS = {"en": "dojo kata hint {kata} gives a hint", "zh": "dojo kata hint {kata} 看提示"}
PERHAPS = {"en": "Perhaps: ", "zh": "可能的误解："}
AS_ABOVE = {"en": ", as above", "zh": "，同上"}
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


def summed_up(results: Sequence[Result], lang: str) -> str:
    """How many submissions passed."""
    passed = sum(result.verdict is Verdict.PASSED for result in results)
    return f"{len(results)} 份中通过 {passed} 份" if lang == "zh" else f"{passed} of {len(results)} passed"


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
