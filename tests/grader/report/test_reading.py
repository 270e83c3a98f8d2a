"""A result file is read back as it was written, and a bad one ends in a sentence."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.json import to_json
from grader.report.reading import BadResults, read_results
from grader.report.summary import LeftOut, Member, Shard, Summary


def same(text: str) -> Bilingual:
    return Bilingual(text, text)


TESTS = (
    TestResult("test_a", same("shares add up"), Verdict.FAILED, 0, 2, 7, "f(1)", "1", "2", same("wrong"), "a\n  b\n"),
    TestResult("test_b[x-1]", same("order"), Verdict.PASSED, 1.5, 1.5, hint=same("look")),
)
NAMES = ["ana", "Ana", "👩‍💻 dev", "  two  blanks ", "陈伟", "@org/all", "a|b<c>`d`"]


def cohort() -> Summary:
    results = [Result(name, "tally", f"g/{name}/tally.py", Verdict.FAILED, 0.4, 2, 5, 0.25, TESTS) for name in NAMES]
    results.append(Result("zoe", "tally", None, Verdict.ERROR, 0.0, 0, 0, 0.0, message=same("missing")))
    members = [Member(name, 0.4, 0, 1, 1, (same("x"),)) for name in NAMES]
    members += [Member("zoe", 0.0, 0, 0, 0, (same("x"),)), Member("yan", 0.0, 0, 0, 0, (same("x"),))]
    return Summary(results, "full", members, [LeftOut("g/ana/x.ipynb", same("a notebook"))], len(NAMES), True)


def document(**changes: Any) -> dict[str, Any]:
    return {**json.loads(to_json(cohort(), "en")), **changes}


def test_what_was_written_is_read_back_to_the_letter() -> None:
    text = to_json(cohort(), "en")
    assert to_json(read_results(text.encode()), "zh") == text


def test_a_part_of_a_run_stays_one() -> None:
    text = to_json(msgspec.structs.replace(cohort(), shard=Shard(2, 4)), "en")
    assert json.loads(text)["shard"] == {"part": 2, "of": 4}
    assert to_json(read_results(text.encode()), "zh") == text


@pytest.mark.parametrize("shard", [None, {"part": 0, "of": 2}, {"part": 3, "of": 2}, {"part": 1}, "1/2"])
def test_a_part_that_cannot_be_is_refused(shard: object) -> None:
    with pytest.raises(BadResults):
        read_results(json.dumps(document(shard=shard)).encode())


def test_who_graded_stays_who_graded() -> None:
    versions = {"nlp-dojo": "0.0.9", "python": "3.11.1", "numpy": "1.0", "torch": None}
    read = read_results(json.dumps(document(versions=versions)).encode())
    assert json.loads(to_json(read, "en"))["versions"] == versions


def test_members_without_anything_are_still_absent() -> None:
    read = read_results(json.dumps(document()).encode())
    assert read.absent == ["yan"]
    assert [member.unmet[0].en for member in read.members[-2:]] == [
        "tally was not handed in", "nothing was handed in",
    ]  # fmt: skip


@pytest.mark.parametrize("why", [
    "not graded: stopped after 7 of 9", "未评测：共 9 份，评测 7 份后中断",
])  # fmt: skip
def test_a_run_that_was_stopped_is_still_one_and_who_waited_is_not_absent(why: str) -> None:
    left_out = [{"path": f"g/yan/{kata}.py", "why": why} for kata in ("tally", "other")]
    read = read_results(json.dumps(document(left_out=left_out)).encode())
    assert read.stopped
    assert read.submissions == 9
    assert read.absent == []


def test_criteria_count_as_given_where_met_is_not_all_passed() -> None:
    passed = Result("ana", "tally", "f", Verdict.PASSED, 1.0, 1, 1, 0.1)
    failed = Result("ana", "tally", "f", Verdict.FAILED, 0.5, 1, 2, 0.1)
    for result, met, asked in (
        (passed, True, False),
        (failed, False, False),
        (passed, False, True),
        (failed, True, True),
    ):
        member = Member("ana", result.score, 0, 1, 1, () if met else (same("x"),))
        text = to_json(Summary([result], "full", [member], submissions=1), "en")
        assert read_results(text.encode()).asked is asked


@pytest.mark.parametrize(("data", "said"), [
    (b"", "it is empty"), (b" \n", "it is empty"), (b"hello", "it is not JSON"), (b"\xff\xfe{}", "it is not JSON"),
    (b"[]", "not a result file"), (b"{}", "not a result file"), (b'{"schema": 2}', "it has schema 2"),
    (b'{"schema": "1"}', "it has schema 1,"), (b'{"schema": true}', "it has schema True"),
    (b'{"schema": 1}', "missing required field"), (b"[" * 100_000, "it is not JSON"),
])  # fmt: skip
def test_what_is_no_result_file_is_said(data: bytes, said: str) -> None:
    with pytest.raises(BadResults) as caught:
        read_results(data)
    assert said in caught.value.why.en
    assert caught.value.why.zh != caught.value.why.en


def test_a_file_that_is_cut_off_anywhere_is_a_sentence() -> None:
    text = to_json(cohort(), "en").encode()
    for length in range(0, len(text) - 2, 97):
        with pytest.raises(BadResults):
            read_results(text[:length])
    with pytest.raises(BadResults, match="cut off"):
        read_results(text[: len(text) // 2])


@pytest.mark.parametrize(("key", "value"), [
    ("verdict", "great"), ("score", 2), ("score", "1"), ("points", -1), ("kata", "../x"), ("kata", "a b"),
    ("tests", None), ("seconds", None), ("member", 3),
])  # fmt: skip
def test_a_value_that_cannot_be_is_named_with_its_place(key: str, value: object) -> None:
    changed = document()
    changed["results"][1][key] = value
    with pytest.raises(BadResults, match=rf"results\[1\]\.{key}"):
        read_results(json.dumps(changed).encode())


def test_a_member_named_twice_is_refused() -> None:
    changed = document()
    changed["members"].append(changed["members"][0])
    with pytest.raises(BadResults, match="ana twice"):
        read_results(json.dumps(changed).encode())


def test_a_forged_file_commands_no_terminal_and_no_ci_server() -> None:
    evil = "::error::x\x1b[2J\u202e\n::set-output::"
    changed = document()
    changed["results"][0] |= {"member": evil, "file": evil, "message": evil, "misconception": evil}
    changed["results"][0]["tests"][0] |= {"name": evil, "promise": evil, "output": evil, "call": evil}
    changed["left_out"][0] = {"path": evil, "why": evil}
    text = to_json(read_results(json.dumps(changed).encode()), "en")
    assert "\\u001b" not in text
    assert "\u202e" not in text
    assert '"::' not in text
    assert "\\n::" not in text
