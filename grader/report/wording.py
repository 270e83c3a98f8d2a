"""The words that all reports share: a verdict's name, and what there is to say of a test that did not pass."""

from __future__ import annotations

from grader.judge.verdicts import TestResult, Verdict

VERDICTS = {
    "passed": "通过",
    "failed": "未通过",
    "error": "出错",
    "timeout": "超时",
    "memory": "内存超限",
    "forbidden": "使用了禁用项",
    "broken": "题目故障",
}
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
