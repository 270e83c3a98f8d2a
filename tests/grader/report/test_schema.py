"""The published JSON Schema: it is the code's, real results follow it, and what breaks the contract does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.json import to_json
from grader.report.schema import result_schema
from grader.report.summary import Criteria, LeftOut, Member, Shard, Summary

PUBLISHED = Path(__file__).resolve().parents[3] / "docs" / "results.schema.json"
SCHEMA = json.loads(PUBLISHED.read_text(encoding="utf-8"))

OPTIONAL = {("Document", "criteria"), ("Document", "shard")}  # only where the option was given


def document() -> dict[str, Any]:
    text = Bilingual("text", "文字")
    test = TestResult("test_a", text, Verdict.FAILED, 0, 2.5, 7, "f(1)", "1", "2", text, "out\n", text)
    results = [
        Result("ana", "tally", "g/ana/tally.py", Verdict.FAILED, 0.0, 0, 2.5, 0.1, (test,), text, None),
        Result(None, "tally", "tally.py", Verdict.ERROR, 0.0, 0, 0, 0.0, message=text),
        Result("bo", "tally", None, Verdict.ERROR, 0.0, 0, 0, 0.0, message=text),
    ]
    members = [Member("ana", 0.0, 0, 1, 1), Member("bo", 0.0, 0, 0, 0, (text,)), Member(None, 0.0, 0, 1, 1)]
    return json.loads(to_json(Summary(results, "full", members, [LeftOut("x", text)], 2), "en"))  # type: ignore[no-any-return]


def test_what_is_published_is_what_the_code_says() -> None:
    assert result_schema() == SCHEMA, "run: python -m grader.report.schema > docs/results.schema.json"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_results_follow_it_and_hold_every_field_that_it_names() -> None:
    written = document()
    jsonschema.validate(written, SCHEMA)
    parts = {"Document": written, "ResultRow": written["results"][0], "TestRow": written["results"][0]["tests"][0],
             "MemberRow": written["members"][0], "LeftOutRow": written["left_out"][0]}  # fmt: skip
    for name, part in parts.items():
        described = SCHEMA["$defs"][name]
        needed = [field for field in described["properties"] if (name, field) not in OPTIONAL]
        assert list(part) == needed == described["required"]


def test_criteria_are_there_only_if_they_were_given() -> None:
    asked = Criteria(("tally",), None)
    written = json.loads(to_json(Summary([], "full", criteria=asked, asked=True), "en"))
    assert written["criteria"] == {"require": ["tally"], "min_score": None}
    jsonschema.validate(written, SCHEMA)
    assert "criteria" not in json.loads(to_json(Summary([], "full", criteria=Criteria()), "en"))


def test_a_part_of_a_run_says_which_and_follows_the_schema() -> None:
    written = json.loads(to_json(Summary([], "full", shard=Shard(2, 4)), "en"))
    assert written["shard"] == {"part": 2, "of": 4}
    jsonschema.validate(written, SCHEMA)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("schema",), 2), (("sandbox",), "none"), (("members", 0, "score"), 1.5), (("results", 0, "verdict"), "great"),
        (("results", 0, "kata"), "../x"), (("results", 0, "tests", 0, "points"), -1), (("left_out", 0, "why"), None),
        (("results", 0, "tests"), None), (("members", 0, "met"), "yes"),
    ],
)  # fmt: skip
def test_what_breaks_the_contract_does_not_follow_it(place: tuple[Any, ...], value: object) -> None:
    broken = document()
    part: Any = broken
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, SCHEMA)


def test_the_verdicts_are_all_there() -> None:
    assert set(SCHEMA["$defs"]["Verdict"]["enum"]) == {str(verdict) for verdict in Verdict}
