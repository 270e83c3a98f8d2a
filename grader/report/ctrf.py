"""Results as CTRF, the Common Test Report Format (https://ctrf.io): one JSON document of all tests.

`filePath` and `line` are those of the submission, which is what a reader wants to open. A result file holds no time
for a single test. CTRF demands one, so it is then 0; the time of the whole run is in the summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from grader.judge.verdicts import Result, TestResult, Verdict
from grader.report.json import versions
from grader.report.summary import Summary
from grader.report.wording import NOT_HANDED_IN, details

VERSION = "0.0.0"
SUBMISSION = "submission"  # the name of a test that is a whole file


def to_ctrf(summary: Summary, lang: str, written: float) -> str:
    """The document. `written` is when the results were written, in seconds since 1970."""
    tests = list(_tests(summary, lang))
    statuses = [test["status"] for test in tests]
    stop = round(written * 1000)
    seconds = sum(result.seconds for result in summary.results)
    graded_by = versions() if summary.versions is None else summary.versions
    document = {
        "reportFormat": "CTRF",
        "specVersion": VERSION,
        "generatedBy": "nlp-dojo",
        "results": {
            "tool": {"name": "nlp-dojo", "version": graded_by.get("nlp-dojo") or "0"},
            "summary": {
                "tests": len(tests),
                **{name: statuses.count(name) for name in ("passed", "failed", "skipped", "pending", "other")},
                "suites": len({tuple(test["suite"]) for test in tests}),
                "start": stop - round(seconds * 1000),
                "stop": stop,
                "duration": round(seconds * 1000),
            },
            "tests": tests,
        },
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=1).decode() + "\n"


def _tests(summary: Summary, lang: str) -> Iterator[dict[str, Any]]:
    for result in summary.results:
        suite = [part for part in (result.member, result.kata) if part]
        if result.file is None:
            yield {**_named(suite, SUBMISSION), "status": "failed", "rawStatus": "not handed in", "duration": 0,
                   "message": result.message.in_(lang) if result.message else NOT_HANDED_IN[lang]}  # fmt: skip
        elif not result.tests:
            yield {**_named(suite, SUBMISSION), **_whole(result, lang)}
        for test in result.tests:
            yield {**_named(suite, test.name), **_test(result, test, lang)}
    for member in summary.absent:
        yield {**_named([member], SUBMISSION), "status": "skipped", "rawStatus": "not handed in", "duration": 0,
               "message": NOT_HANDED_IN[lang]}  # fmt: skip


def _named(suite: list[str], test: str) -> dict[str, Any]:
    return {"name": f"{'.'.join(suite)}: {test}", "suite": suite}


def _whole(result: Result, lang: str) -> dict[str, Any]:
    return {
        "status": _status(result.verdict),
        "rawStatus": str(result.verdict),
        "duration": round(result.seconds * 1000),
        "filePath": result.file,
        "message": result.message.in_(lang) if result.message else "",
    }


def _test(result: Result, test: TestResult, lang: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "status": _status(test.verdict),
        "rawStatus": str(test.verdict),
        "duration": round(test.seconds * 1000),
        "filePath": result.file,
    }
    if test.line is not None:
        found["line"] = test.line
    if test.verdict is not Verdict.PASSED:
        found["message"] = test.promise.in_(lang)
        found["trace"] = "\n".join(f"{label}: {value}" for _, label, value in details(test, lang))
    if test.output:
        found["stdout"] = test.output.splitlines()
    return found


def _status(verdict: Verdict) -> str:
    """`other` where the fault is ours."""
    if verdict is Verdict.BROKEN:
        return "other"
    return "passed" if verdict is Verdict.PASSED else "failed"
