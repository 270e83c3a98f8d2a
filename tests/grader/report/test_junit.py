"""The JUnit report: no case comes twice, each has a time and a place, and nobody is missing."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.junit import to_junit
from grader.report.summary import Member, Summary


def case(name: str, verdict: Verdict = Verdict.PASSED, line: int | None = None) -> TestResult:
    return TestResult(name, Bilingual(name, name), verdict, 0, 1, line, seconds=0.002)


def result(member: str | None, kata: str, *tests: TestResult, file: str | None = "x.py") -> Result:
    return Result(member, kata, file, Verdict.FAILED, 0.0, 0, len(tests), 0.5, tests)


def rendered(*results: Result, members: tuple[Member, ...] = ()) -> ElementTree.Element:
    summary = Summary(results, "plain", members, submissions=sum(one.file is not None for one in results))
    return ElementTree.fromstring(to_junit(summary, "en"))


def names(root: ElementTree.Element) -> list[tuple[str, str]]:
    return [(one.attrib["classname"], one.attrib["name"]) for one in root.iter("testcase")]


def test_a_case_is_named_by_member_and_kata() -> None:
    root = rendered(*(result(member, kata, case("test_a")) for member in ("ana", "bo") for kata in ("k", "l")))
    assert names(root) == [("ana.k", "test_a"), ("ana.l", "test_a"), ("bo.k", "test_a"), ("bo.l", "test_a")]


def test_files_that_have_no_member_are_told_apart_by_their_path() -> None:
    root = rendered(*(result(None, "k", case("test_a"), file=file) for file in ("a/k.py", "b/k.py")))
    assert len(set(names(root))) == 2
    assert names(rendered(result(None, "k", case("test_a")))) == [("k", "test_a")]


def test_times_are_those_of_tests_and_suites() -> None:
    root = rendered(result("ana", "k", case("test_a"), case("test_b")))
    assert [float(one.attrib["time"]) for one in root.iter("testcase")] == [0.002, 0.002]
    assert [float(one.attrib["time"]) for one in root.iter("testsuite")] == [0.5]
    assert float(root.attrib["time"]) == 0.5


def test_a_case_has_the_file_and_the_line() -> None:
    root = rendered(result("ana", "k", case("test_a", Verdict.FAILED, 7), case("test_b"), file="ana/k.py"))
    assert [(one.attrib["file"], one.attrib["line"]) for one in root.iter("testcase")] == [
        ("ana/k.py", "7"), ("ana/k.py", "1"),
    ]  # fmt: skip


def test_the_file_is_indented() -> None:
    summary = Summary([result("ana", "k", case("test_a"))], "plain", submissions=1)
    lines = to_junit(summary, "en").splitlines()
    assert [len(line) - len(line.lstrip()) for line in lines] == [0, 0, 2, 4, 2, 0]


def test_what_was_not_handed_in_is_a_failure_where_it_is_required_and_else_skipped() -> None:
    required = result("bo", "k", file=None)
    root = rendered(required, members=(Member("bo", 0, 0, 0, 0), Member("cy", 0, 0, 0, 0)))
    assert [(one.attrib["classname"], one[0].tag) for one in root.iter("testcase")] == [
        ("bo.k", "failure"), ("cy", "skipped"),
    ]  # fmt: skip
    assert {one.attrib.get("type") for tag in ("failure", "skipped") for one in root.iter(tag)} == {"not handed in"}
    assert (root.attrib["tests"], root.attrib["failures"], root.attrib["skipped"]) == ("2", "1", "1")


def test_lines_of_what_was_printed_stay_as_they_are() -> None:
    printed = TestResult("t", Bilingual("t", "t"), Verdict.FAILED, 0, 1, output="one\n  two\n")
    assert next(rendered(result("ana", "k", printed)).iter("system-out")).text == "one\n  two\n"
