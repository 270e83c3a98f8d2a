"""Results as JSON, schema 1: the contract of `dojo grade --json`."""

from __future__ import annotations

import importlib.metadata
import platform
from typing import Any

import msgspec

from grader.judge.verdicts import Bilingual, Result, TestResult
from grader.report.summary import Criteria, Member, Summary

SCHEMA = 1


def to_json(summary: Summary, lang: str) -> bytes:
    """The whole document; every test of each suite is listed in its order, and what has no value is null.

    Bytes, made result by result: as text, or as one tree of objects, 10,000 submissions would take 500 MB.
    """
    shard = summary.shard
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "versions": versions() if summary.versions is None else dict(summary.versions),
        "sandbox": summary.sandbox,
        "members": [_member(member) for member in summary.members],
        "left_out": [{"path": one.path, "why": one.why.in_(lang)} for one in summary.left_out],
        "results": [msgspec.Raw(msgspec.json.encode(_result(result, lang))) for result in summary.results],
        **_criteria(summary.criteria),
        **({} if shard is None else {"shard": {"part": shard.part, "of": shard.of}}),
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def _criteria(criteria: Criteria | None) -> dict[str, Any]:
    """What `--require` and `--min-score` asked for; nothing where neither was given."""
    if criteria is None or not criteria.given:
        return {}
    return {"criteria": {"require": list(criteria.required), "min_score": criteria.least}}


def versions() -> dict[str, str | None]:
    """What graded: versions of this package, Python, NumPy and PyTorch (null where it is not installed)."""
    found: dict[str, str | None] = {"nlp-dojo": _version("nlp-dojo"), "python": platform.python_version()}
    return found | {name: _version(name) for name in ("numpy", "torch")}


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _member(member: Member) -> dict[str, Any]:
    return {
        "member": member.name,
        "score": round(member.score, 6),
        "passed": member.passed,
        "graded": member.graded,
        "met": member.met,
    }


def _result(result: Result, lang: str) -> dict[str, Any]:
    return {
        "member": result.member,
        "kata": result.kata,
        "file": result.file,
        "verdict": result.verdict,
        "score": round(result.score, 6),
        "points": result.points,
        "max_points": result.max_points,
        "seconds": round(result.seconds, 4),
        "misconception": _text(result.misconception, lang),
        "message": _text(result.message, lang),
        "tests": [_test(test, lang) for test in result.tests],
    }


def _test(test: TestResult, lang: str) -> dict[str, Any]:
    return {
        "name": test.name,
        "promise": test.promise.in_(lang),
        "verdict": test.verdict,
        "points": test.points,
        "max_points": test.max_points,
        "line": test.line,
        "call": test.call,
        "expected": test.expected,
        "actual": test.actual,
        "message": _text(test.message, lang),
        "output": test.output,
        "hint": _text(test.hint, lang),
    }


def _text(text: Bilingual | None, lang: str) -> str | None:
    return None if text is None else text.in_(lang)
