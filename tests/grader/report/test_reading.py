"""A result file is read back as it was written, and a bad one ends in a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from grader.catalogue import load
from grader.cohort.criteria import Criteria, summarise
from grader.cohort.discovery import Discovery, Found
from grader.content import content_root
from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.board.details import payload
from grader.report.board.figures import board_of
from grader.report.github import commands, step_summary
from grader.report.html import to_html
from grader.report.json import to_json
from grader.report.junit import to_junit
from grader.report.markdown import to_markdown
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
    assert to_json(read_results(text), "zh") == text


def test_a_part_of_a_run_stays_one() -> None:
    text = to_json(msgspec.structs.replace(cohort(), shard=Shard(2, 4)), "en")
    assert json.loads(text)["shard"] == {"part": 2, "of": 4}
    assert to_json(read_results(text), "zh") == text


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
        assert read_results(text).asked is asked


def graded_by(criteria: Criteria) -> Summary:
    """Bo, who failed one kata and passed another, and zoe, who handed in nothing, as `dojo grade` sums them up."""
    katas = load(content_root({}))
    found = [Found("bo", slug, Path(f"g/bo/{slug}.py")) for slug in ("stable_softmax", "perplexity")]
    done = {
        0: Result("bo", "stable_softmax", "g/bo/stable_softmax.py", Verdict.FAILED, 0.2, 2, 10, 0.1),
        1: Result("bo", "perplexity", "g/bo/perplexity.py", Verdict.PASSED, 1.0, 10, 10, 0.1),
    }
    return summarise(Discovery(found, ["bo", "zoe"], []), done, criteria, katas.__getitem__, "full")


@pytest.mark.parametrize("criteria", [
    Criteria(), Criteria(("stable_softmax",)), Criteria((), 0.7), Criteria(("stable_softmax", "edit_distance"), 0.7),
])  # fmt: skip
def test_why_the_criteria_are_not_met_is_said_in_the_words_of_the_run(criteria: Criteria) -> None:
    run = graded_by(criteria)
    read = read_results(to_json(run, "en"))
    assert [one.unmet for one in read.members] == [one.unmet for one in run.members]
    assert all(one.unmet for one in read.members)
    assert read.asked is criteria.given
    for report in (to_markdown, step_summary):
        shown = report(read, "en")
        assert shown == report(run, "en")
        assert ("stable\\_softmax did not pass" in shown) is ("stable_softmax" in criteria.required)
        assert ("is below 0.7" in shown) is (criteria.least is not None)


def test_a_file_of_an_earlier_version_is_read_without_criteria() -> None:
    plain = json.loads(to_json(graded_by(Criteria((), 0.7)), "en"))
    del plain["criteria"]
    plain["members"][0]["met"] = True
    read = read_results(json.dumps(plain).encode())
    assert (read.asked, read.criteria) == (True, None)
    assert [[why.en for why in one.unmet] for one in read.members] == [[], ["nothing was handed in"]]


def test_a_stopped_run_says_how_many_of_a_member_were_not_graded() -> None:
    left_out = [{"path": f"g/ana/{kata}.py", "why": "not graded: stopped after 7 of 9"} for kata in ("x", "y")]
    members = [{"member": "ana", "score": 0.5, "passed": 0, "graded": 1, "met": False}]
    results = [one for one in document()["results"] if one["member"] == "ana"]
    read = read_results(json.dumps(document(left_out=left_out, members=members, results=results[:1])).encode())
    assert read.members[0].unmet[0].en == "2 not graded"


@pytest.mark.parametrize(("data", "said"), [
    (b"", "it is empty"), (b" \n", "it is empty"), (b"hello", "it is not JSON"), (b'{"a": "\xff"}', "it is not UTF-8"),
    (b"[]", "not a result file"), (b"{}", "not a result file"), (b'{"schema": 2}', "it has schema 2"),
    (b'{"schema": "1"}', "it has schema 1,"), (b'{"schema": true}', "it has schema True"),
    (b'{"schema": 1}', "missing required field"), (b"[" * 100_000, "it is not JSON"),
])  # fmt: skip
def test_what_is_no_result_file_is_said(data: bytes, said: str) -> None:
    with pytest.raises(BadResults) as caught:
        read_results(data)
    assert said in caught.value.why.en
    assert caught.value.why.zh != caught.value.why.en


def test_a_byte_order_mark_is_no_part_of_the_results() -> None:
    text = to_json(cohort(), "en")
    assert to_json(read_results(b"\xef\xbb\xbf" + text), "en") == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_in_another_encoding_is_said_to_need_utf_8(encoding: str) -> None:
    for text in (to_json(cohort(), "en").decode(), "{}"):
        with pytest.raises(BadResults) as caught:
            read_results(text.encode(encoding))
        assert "it is not UTF-8; save it as UTF-8" in caught.value.why.en
        assert "不是 UTF-8 编码" in caught.value.why.zh


def test_a_file_that_is_cut_off_anywhere_is_a_sentence() -> None:
    text = to_json(cohort(), "en")
    for length in range(0, len(text) - 2, 97):
        with pytest.raises(BadResults):
            read_results(text[:length])
    for length in (len(text) // 2, text.index("陈".encode()) + 1):
        with pytest.raises(BadResults, match="cut off"):
            read_results(text[:length])


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


def test_a_message_of_several_lines_keeps_them_in_every_report() -> None:
    message = same("ValueError: expected\n  [1, 2]\n  [3, 4]")
    test = TestResult("test_a", same("shapes agree"), Verdict.ERROR, 0, 1, 7, message=message, hint=same("a\nb"))
    run = Summary([Result("ana", "tally", "g/ana/tally.py", Verdict.ERROR, 0.0, 0, 1, 0.1, (test,), None, message)],
                  "full", [Member("ana", 0.0, 0, 1, 1, (same("x"),))], submissions=1)  # fmt: skip
    read = read_results(to_json(run, "en"))
    assert read.results[0].tests[0].message == message
    assert read.results[0].message == message
    assert "expected\n  [1, 2]\n" in to_junit(read, "en")
    assert "expected%0A  [1, 2]%0A" in commands(read, "en")[0]
    assert "\n    ValueError: expected\n      [1, 2]\n" in to_markdown(read, "en")
    assert "expected\n  [1, 2]" in to_html(read, "en")
    assert "expected\\n  [1, 2]" in payload(board_of([("now", read)]), "en")


def test_lines_of_a_message_are_no_way_past_the_guard() -> None:
    forged = document()
    forged["results"][0]["tests"][0]["message"] = "a\r\n::error::x\n\x1b[2J\rb\u2028c"
    kept = read_results(json.dumps(forged).encode()).results[0].tests[0].message
    assert kept == same("a\n: :error::x\n\\x1b[2J\\rb\\u2028c")


def test_a_forged_file_commands_no_terminal_and_no_ci_server() -> None:
    evil = "::error::x\x1b[2J\u202e\n::set-output::"
    changed = document()
    changed["results"][0] |= {"member": evil, "file": evil, "message": evil, "misconception": evil}
    changed["results"][0]["tests"][0] |= {"name": evil, "promise": evil, "output": evil, "call": evil}
    changed["left_out"][0] = {"path": evil, "why": evil}
    text = to_json(read_results(json.dumps(changed).encode()), "en").decode()
    assert "\\u001b" not in text
    assert "\u202e" not in text
    assert '"::' not in text
    assert "\\n::" not in text
