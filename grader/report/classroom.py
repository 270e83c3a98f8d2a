"""What Classroom 50's runner reads after an autograder: `result.json` (classroom50/result/v1) and `release-body.md`.

It grades one repository at a time, so the results are those of one member. Who and what is graded comes from the
variables that its runner sets. Points are whole numbers there; fractions are multiplied until they are.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.markdown import to_markdown
from grader.report.summary import Summary

SCHEMA = "classroom50/result/v1"
REQUIRED = {  # field -> the variable that the runner sets
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
}
FINEST = 100  # parts of a point that are told apart


class NotAClassroom(Exception):
    """These results, or this environment, are not those of one Classroom 50 submission."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.why = Bilingual(en, zh)


def classroom(
    summary: Summary, lang: str, environ: Mapping[str, str], written: float, committed: float | None = None
) -> dict[str, str]:
    """File names and texts. Raises `NotAClassroom`.

    `written` is when the results were written and `committed` when the submission was, both in seconds since 1970. A
    second grading must not make a submission late, so Classroom 50 takes the time of the commit.
    """
    if missing := [name for name in REQUIRED.values() if not environ.get(name)]:
        names = ", ".join(missing)
        raise NotAClassroom(
            f"Classroom 50's runner sets {names}, which {'is' if len(missing) == 1 else 'are'} missing here",
            f"缺少 Classroom 50 运行器设置的环境变量：{names}",
        )
    if len(summary.members) > 1:
        count = len(summary.members)
        raise NotAClassroom(
            f"Classroom 50 grades one repository at a time, and these are {count} members",
            f"Classroom 50 每次只评测一个仓库，而这里有 {count} 名成员",
        )
    tests = [*_tests(summary.results, _scale(summary.results))]
    document = {
        "schema": SCHEMA,
        **{field: environ[name] for field, name in REQUIRED.items()},
        "assignment_type": environ.get("ASSIGNMENT_TYPE") or "individual",
        "owner": environ.get("OWNER") or environ.get("USERNAME") or environ.get("GITHUB_REPOSITORY_OWNER") or "",
        "review": environ.get("REVIEW_URL") or environ["COMMIT_URL"],
        "datetime": _moment(written if committed is None else committed),
        "graded_at": _moment(written),
        "score": sum(test["score"] for test in tests),
        "max-score": sum(test["max-score"] for test in tests),
        "tests": tests,
    }
    text = msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"
    return {"result.json": text, "release-body.md": to_markdown(summary, lang)}


def _moment(seconds: float) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _scale(results: Sequence[Result]) -> int:
    """The least number that makes all points whole."""
    points = [amount for result in results for test in result.tests for amount in (test.points, test.max_points)]
    return next((scale for scale in range(1, FINEST) if all(_whole(scale * amount) for amount in points)), FINEST)


def _whole(amount: float) -> bool:
    return abs(amount - round(amount)) < 1e-9


def _tests(results: Sequence[Result], scale: int) -> Iterator[dict[str, Any]]:
    for result in results:
        for test in result.tests or [_one(result)]:
            yield {
                "test-name": f"{result.kata}: {test.name}",
                "passed": test.verdict is Verdict.PASSED,
                "score": round(scale * test.points),
                "max-score": round(scale * test.max_points),
                "verdict": str(test.verdict),
            }


def _one(result: Result) -> TestResult:
    """A submission without tests (it was not handed in, or could not be read) as a test of its points, at least one."""
    name = result.message or Bilingual("submission", "submission")
    return TestResult("submission", name, result.verdict, 0, max(1, result.max_points))
