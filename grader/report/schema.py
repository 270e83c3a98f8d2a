"""The result file as types: what `dojo grade --json` promises to others, and the JSON Schema made of it.

`docs/results.schema.json` is printed by `python -m grader.report.schema`; a test holds the two together.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from grader.judge.verdicts import Verdict

SLUG = r"^[a-z][a-z0-9_]{0,99}$"

Share = Annotated[float, Meta(ge=0, le=1)]
Count = Annotated[int, Meta(ge=0)]
Amount = Count | Annotated[float, Meta(ge=0, le=1e12)]
Slug = Annotated[str, Meta(pattern=SLUG)]


class TestRow(msgspec.Struct):
    """One test of a suite."""

    __test__ = False

    name: Annotated[str, Meta(description="The test's name; unique in its suite.")]
    promise: Annotated[str, Meta(description="What the statement promises and this test checks.")]
    verdict: Annotated[Verdict, Meta(description="What happened in the test.")]
    points: Amount
    max_points: Amount
    line: Annotated[Count | None, Meta(description="The line of the submission, where one is known.")]
    call: Annotated[str | None, Meta(description="The call that shows the failure.")]
    expected: str | None
    actual: str | None
    message: str | None
    output: Annotated[str, Meta(description="What the submission printed.")]
    hint: str | None


class ResultRow(msgspec.Struct):
    """One submission, or a required kata that was not handed in (`file` is null)."""

    member: Annotated[str | None, Meta(description="The member; null for a file given by itself.")]
    kata: Slug
    file: Annotated[str | None, Meta(description="The path as found from the argument of dojo grade.")]
    verdict: Annotated[Verdict, Meta(description="The worst verdict of its tests.")]
    score: Annotated[Share, Meta(description="Points over the points of the suite.")]
    points: Amount
    max_points: Amount
    seconds: Annotated[Amount, Meta(description="The time that grading took.")]
    misconception: Annotated[str | None, Meta(description="The known mistake whose failing pattern this is.")]
    message: str | None
    tests: Annotated[list[TestRow], Meta(description="Every test of the suite, in its order.")]


class MemberRow(msgspec.Struct):
    """One member of the group."""

    member: str | None
    score: Annotated[Share, Meta(description="The mean over what was graded and what was required.")]
    passed: Count
    graded: Count
    met: Annotated[bool, Meta(description="Whether the criteria are met; without any, whether everything passed.")]


class LeftOutRow(msgspec.Struct):
    """A file or folder that was not graded."""

    path: str
    why: str


class CriteriaRow(msgspec.Struct):
    """What every member must meet."""

    require: Annotated[list[Slug], Meta(description="Katas that must have passed.")]
    min_score: Annotated[Share | None, Meta(description="The least mean score.")]


class ShardRow(msgspec.Struct):
    """The part of a run that a file holds."""

    part: Annotated[int, Meta(ge=1, description="The number of the part, from 1.")]
    of: Annotated[int, Meta(ge=1, description="The number of parts.")]


class Document(msgspec.Struct):
    """The results of one run of dojo grade."""

    schema: Annotated[Literal[1], Meta(description="The version of this format.")]
    versions: Annotated[dict[str, str | None], Meta(description="What graded: package to version, null if absent.")]
    sandbox: Annotated[Literal["full", "locked", "plain"], Meta(description="The tier of the sandbox.")]
    members: list[MemberRow]
    left_out: list[LeftOutRow]
    results: list[ResultRow]
    criteria: Annotated[
        CriteriaRow | UnsetType, Meta(description="There only if --require or --min-score was given.")
    ] = UNSET
    shard: Annotated[ShardRow | UnsetType, Meta(description="Only with --shard: which part this is.")] = UNSET


def result_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the result file."""
    made = msgspec.json.schema(Document)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Results of dojo grade, schema 1",
        **made,
    }


if __name__ == "__main__":
    print(msgspec.json.format(msgspec.json.encode(result_schema()), indent=2).decode())
