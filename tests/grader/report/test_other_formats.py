"""CSV, CTRF, GitHub, feedback files, Classroom 50: what each holds, and that nobody's text becomes theirs or ours."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

import junitparser
import msgspec
import pytest
from markdown_it import MarkdownIt

from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.classroom import NotAClassroom, classroom
from grader.report.csv import to_csv
from grader.report.ctrf import to_ctrf
from grader.report.escaping import code, prose
from grader.report.escaping import name as escaped_name
from grader.report.feedback import feedback, file_names
from grader.report.github import ANNOTATIONS, LARGEST, commands, step_summary
from grader.report.items import to_items
from grader.report.json import to_json
from grader.report.junit import to_junit
from grader.report.markdown import to_markdown
from grader.report.reading import read_results
from grader.report.summary import LeftOut, Member, Summary


def same(text: str) -> Bilingual:
    return Bilingual(text, text)


def case(name: str, verdict: Verdict = Verdict.FAILED, line: int | None = None, **more: object) -> TestResult:
    ok = verdict is Verdict.PASSED
    return TestResult(name, same(f"promise of {name}"), verdict, int(ok), 1, line, **more)  # type: ignore[arg-type]


def graded(member: str | None, kata: str, *tests: TestResult, verdict: Verdict | None = None) -> Result:
    points = sum(test.points for test in tests)
    found = verdict or (Verdict.PASSED if points == len(tests) else Verdict.FAILED)
    return Result(member, kata, f"g/{member}/{kata}.py", found, points / len(tests), points, len(tests), 0.5, tests)


ABSENT = Result("cy", "tally", None, Verdict.ERROR, 0.0, 0, 0, 0.0, message=same("tally is required"))


def cohort(*results: Result, absent: tuple[str, ...] = (), left_out: tuple[LeftOut, ...] = ()) -> Summary:
    members = []
    for name in dict.fromkeys(result.member for result in results):
        rows = [result for result in results if result.member == name]
        files = [row for row in rows if row.file is not None]
        passed = sum(row.verdict is Verdict.PASSED for row in files)
        score = sum(row.score for row in rows) / len(rows)
        unmet = () if passed == len(rows) else (same("not all passed"),)
        members.append(Member(name, score, passed, len(files), len(files), unmet))
    members += [Member(name, 0.0, 0, 0, 0, (same("nothing"),)) for name in absent]
    found = sum(result.file is not None for result in results)
    return Summary(results, "locked", members, left_out, found)


PASSED = case("test_a", Verdict.PASSED)
GROUP = cohort(
    graded("ana", "tally", PASSED, PASSED),
    graded("bo", "sort_words", case("test_b", line=7, call="f(1)", expected="1", actual="2"), PASSED),
    ABSENT,
    absent=("dee",),
)


def rows(summary: Summary, lang: str = "en") -> list[list[str]]:
    return list(csv.reader(io.StringIO(to_csv(summary, lang))))


def test_csv_has_a_row_for_everybody_and_a_column_for_every_kata() -> None:
    assert rows(GROUP) == [
        ["member", "score", "passed", "graded", "met", "sort_words", "tally"],
        ["ana", "1", "1", "1", "yes", "", "1"],
        ["bo", "0.5", "0", "1", "no", "0.5", ""],
        ["cy", "0", "0", "0", "no", "", ""],
        ["dee", "0", "0", "0", "no", "", ""],
    ]
    assert rows(GROUP, "zh")[0][:5] == ["成员", "平均分", "通过", "已评测", "达标"]


def test_csv_has_a_row_for_each_file_by_itself() -> None:
    found = rows(cohort(graded(None, "tally", PASSED), graded(None, "tally", case("test_a"))))[1:]
    assert [(row[0], row[1], row[-1]) for row in found] == [
        ("g/None/tally.py", "1", "1"),
        ("g/None/tally.py", "0", "0"),
    ]


@pytest.mark.parametrize("name", [
    "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1+1", "＋1", "－1", "＠x", " =lead", "\u3000＝lead", "−1",
])  # fmt: skip
def test_no_name_is_a_formula(name: str) -> None:
    assert rows(cohort(graded(name, "tally", PASSED)))[1][0] == f"'{name}"


@pytest.mark.parametrize(("name", "safe"), [
    ("x;=1+1", "x;'=1+1"), ("x;@y", "x;'@y"), ("x; -1", "x;' -1"), ("x\t=1", "x\t'=1"), ("x\n+1;＝2", "x\n'+1;'＝2"),
])  # fmt: skip
def test_no_name_is_a_formula_where_something_else_separates_cells(name: str, safe: str) -> None:
    assert rows(cohort(graded(name, "tally", PASSED)))[1][0] == safe


@pytest.mark.parametrize("table", [to_csv, to_items])
def test_every_cell_is_quoted(table: Callable[[Summary, str], str]) -> None:
    for line in table(GROUP, "en").splitlines():
        assert re.fullmatch(r'"[^"]*"(,"[^"]*")*', line), line


@pytest.mark.parametrize("name", ["a,b", 'a"b', "a;b", "a-b", "a =1", "a\nb", "陈伟", "👩‍💻 dev"])
def test_other_names_stay_as_they_are_in_one_cell(name: str) -> None:
    assert rows(cohort(graded(name, "tally", PASSED)))[1][0] == name


def test_ctrf_counts_every_test_and_says_where_it_failed() -> None:
    results = json.loads(to_ctrf(GROUP, "en", 1000.0))["results"]
    summary = results["summary"]
    assert (summary["tests"], summary["passed"], summary["failed"], summary["skipped"]) == (6, 3, 2, 1)
    assert summary["stop"] == 1_000_000
    assert summary["start"] == 999_000
    failed = next(test for test in results["tests"] if test["name"] == "bo.sort_words: test_b")
    assert (failed["status"], failed["rawStatus"], failed["line"]) == ("failed", "failed", 7)
    assert failed["filePath"] == "g/bo/sort_words.py"
    assert "expected: 1" in failed["trace"]
    assert {test["rawStatus"] for test in results["tests"]} == {"passed", "failed", "not handed in"}


def test_ctrf_has_the_fields_that_its_schema_asks_for_and_no_others() -> None:
    """https://ctrf.io/docs/specification: required fields of the root, the summary and a test, and their types."""
    broken = graded("eve", "tally", case("test_a", Verdict.BROKEN), verdict=Verdict.BROKEN)
    whole = Result("fay", "tally", "g/fay/tally.py", Verdict.ERROR, 0, 0, 0, 0.1, message=same("cannot be read"))
    document = json.loads(to_ctrf(cohort(broken, whole, ABSENT, absent=("dee",)), "en", 1.5e9))
    assert document["reportFormat"] == "CTRF"
    assert re.fullmatch(r"\d+\.\d+\.\d+", document["specVersion"])
    assert set(document["results"]) == {"tool", "summary", "tests"}
    assert document["results"]["tool"]["name"]
    summary = document["results"]["summary"]
    assert summary.keys() >= {"tests", "passed", "failed", "skipped", "pending", "other", "start", "stop"}
    assert all(type(number) is int for number in summary.values())
    known = {"name", "status", "duration", "suite", "message", "trace", "line", "rawStatus", "filePath", "stdout"}
    for test in document["results"]["tests"]:
        assert {"name", "status", "duration"} <= set(test) <= known
        assert test["status"] in ("passed", "failed", "skipped", "pending", "other")
        assert type(test["duration"]) is int
        assert test["suite"]
    assert summary["other"] == 1


COMMON = {  # the schema that CI servers share: what an element may have, and what it may hold
    "testsuites": ({"name", "tests", "failures", "errors", "skipped", "time"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped", "time"}, {"testcase"}),
    "testcase": ({"name", "classname", "time", "file", "line"}, {"failure", "error", "skipped", "system-out"}),
    "failure": ({"message", "type"}, set()),
    "error": ({"message", "type"}, set()),
    "skipped": ({"message", "type"}, set()),
    "system-out": (set(), set()),
}


def test_junit_from_a_result_file_is_valid_and_read_back() -> None:
    said = case("test_c", Verdict.TIMEOUT, output="<b>&]]>\n::error::x")
    results = [*GROUP.results, graded("<&\"'>", "tally", said)]
    summary = read_results(to_json(cohort(*results, absent=("dee",)), "en"))
    text = to_junit(summary, "en")
    read = junitparser.JUnitXml.fromstring(text.encode())
    assert (read.tests, read.failures, read.errors, read.skipped) == (7, 2, 1, 1)
    cases = [one for suite in read for one in suite]
    assert cases[-2].classname == "<&\"'>.tally"
    assert cases[-2].system_out == "<b>&]]>\n: :error::x"
    for element in read._elem.iter():
        attributes, children = COMMON[element.tag]
        assert set(element.attrib) <= attributes
        assert {child.tag for child in element} <= children
    assert all(one.time is None for one in cases)  # a result file has no time of a single test
    assert [suite.time for suite in read][:2] == [0.5, 0.5]


LINE = re.compile(r"^::(error|warning) file=([^:,\n]+),line=(\d+),title=([^:,\n]+)::([^\r\n]+)$")


def test_annotations_are_at_the_learners_line() -> None:
    (line,) = commands(GROUP, "en", "work")
    found = LINE.match(line)
    assert found is not None
    assert found.groups()[:4] == ("error", "work/g/bo/sort_words.py", "7", "sort_words%3A failed")
    assert "promise of test_b%0Acall: f(1)%0Aexpected: 1%0Aactual: 2" in found[5]


def test_annotations_are_ranked_and_no_more_than_github_keeps() -> None:
    several = [graded(f"m{number:02d}", "tally", case("a", line=1), case("b", line=2)) for number in range(8)]
    broken = graded("zed", "tally", case("a", Verdict.BROKEN, line=3), verdict=Verdict.BROKEN)
    lines = commands(cohort(*several, broken), "en")
    assert len(lines) == ANNOTATIONS
    files = [LINE.match(line)[2] for line in lines]  # type: ignore[index]
    assert files[0] == "g/zed/tally.py"
    assert len(set(files[:9])) == 9  # everybody has one before anybody has two
    assert lines[0].startswith("::warning")
    text = step_summary(cohort(*several, broken), "en", annotated=len(lines))
    assert "7 of 17 annotations are not shown" in text


EVIL = [
    "::error::x",
    "##[command]rm",
    "\n::set-output name=a::b",
    "%0A::error::",
    "a\r\n::stop-commands::x",
    "a,line=9::",
]


@pytest.mark.parametrize("evil", EVIL)
def test_nothing_that_a_submission_says_is_a_workflow_command(evil: str) -> None:
    bad = TestResult(evil, same(evil), Verdict.FAILED, 0, 1, 3, evil, evil, evil, same(evil), evil, same(evil))
    row = Result(evil, "tally", evil, Verdict.FAILED, 0.0, 0, 1, 0.1, (bad,), same(evil), same(evil))
    written = to_json(cohort(row, left_out=(LeftOut(evil, same(evil)),)), "en")
    summary = read_results(written)  # as every report gets it
    lines = commands(summary, "en")
    assert len(lines) == 1
    assert LINE.match(lines[0]), lines[0]
    for text in (step_summary(summary, "en"), *(text for _, text in feedback(summary, "en"))):
        for line in text.splitlines():
            assert not line.strip().startswith("::")
            assert "##[" not in line


MARKUP = [
    "<b>x</b>",
    "![x](http://evil)",
    "[x](y)",
    "@org/all",
    "`x`",
    "a|b",
    "# x",
    "</details>",
    "- x",
    "1. x",
    "$x$",
    "www.x.y",
]


@pytest.mark.parametrize("evil", MARKUP)
def test_nothing_that_a_submission_says_is_markup_of_the_summary(evil: str) -> None:
    bad = TestResult("t", same("promise"), Verdict.FAILED, 0, 1, 3, evil, evil, evil, same(evil), evil)
    row = Result(evil, "tally", "f.py", Verdict.FAILED, 0.0, 0, 1, 0.1, (bad,), message=same(evil))
    text = step_summary(cohort(row, absent=(f"{evil} 2",)), "en")
    inline = [child for token in tokens(text) for child in token.children or ()]
    assert {token.type for token in inline} <= {
        "text", "code_inline", "strong_open", "strong_close", "softbreak", "html_inline",
    }  # fmt: skip
    assert not any(re.search(r"@\w|www\.|\$x|://", token.content) for token in inline if token.type == "text")
    ours = {"<details>", "</details>", "<summary>", "</summary>", "<bdi>", "</bdi>", "<code>", "</code>"}
    html = [token.content for token in (*tokens(text), *inline) if token.type in ("html_block", "html_inline")]
    found = [tag for part in html for tag in re.findall(r"<[^>]*>", part)]
    assert set(found) <= ours
    assert found.count("<details>") == found.count("</details>") == 1
    assert sum(token.type == "td_open" for token in tokens(text)) == 2 * 6
    assert sum(token.type == "heading_open" for token in tokens(text)) == 3


def tokens(text: str) -> list[Any]:
    return MarkdownIt("commonmark").enable("table").parse(text)


@pytest.mark.parametrize(
    "text", ["see https://evil.example/x now", "mail @org/all", "a <img> b", "**bold**", "a `x` b"]
)
def test_a_sentence_keeps_its_code_and_loses_its_markup(text: str) -> None:
    bare = re.sub(r"(`+) ?.*? ?\1(?!`)", "", prose(text))
    assert not re.search(r"https?:|@\w|(?<!\\)[<*]", bare)


def test_several_lines_are_a_code_block_that_nothing_in_them_ends() -> None:
    said = same("two\n```\n<b>lines</b>\n\n# of text")
    test = case("test_a", Verdict.ERROR, message=said, hint=same("look"))
    text = to_markdown(cohort(graded("ana", "tally", test, PASSED)), "en")
    tokens = MarkdownIt().parse(text)
    assert [token.content for token in tokens if token.type == "fence"] == [f"{said.en}\n"]
    assert not [token for token in tokens if token.type.startswith("html")]
    html = MarkdownIt().render(text)
    assert html.index("look") > html.index("of text")
    assert html.count("<h1>") == 1


def test_code_may_hold_backticks_and_a_name_may_begin_like_a_list() -> None:
    assert code("a``b") == "``` a``b ```"
    assert escaped_name("1. x") == r"1\. x"
    assert escaped_name("- x") == r"\- x"


def test_a_summary_is_never_larger_than_github_keeps_and_says_what_is_missing() -> None:
    many = [
        graded(f"member {number:04d}", "tally", *(case(f"t{at}", line=at, call="f" * 300) for at in range(4)))
        for number in range(2000)
    ]
    summary = cohort(*many, absent=tuple(f"absent {number}" for number in range(9000)))
    for lang, said in (("en", "are not shown in detail"), ("zh", "没有列出详情")):
        text = step_summary(summary, lang)
        assert LARGEST // 2 < len(text.encode()) <= LARGEST
        assert said in text
        assert ("more members are not listed" if lang == "en" else "名成员未列出") in text
        assert text.count("<details>") == text.count("</details>")
    left = int(re.search(r"(\d+) of 2000 submissions", step_summary(summary, "en"))[1])  # type: ignore[index]
    assert step_summary(summary, "en").count("<details>") + left == 2000


def test_a_summary_ranks_members_and_says_the_tier() -> None:
    text = step_summary(GROUP, "en")
    assert "Sandbox: `locked`" in text
    order = [
        re.findall(r"\| ([\w-]+) \| (\w+) \|", line)[0] for line in text.splitlines() if re.match(r"\| [\d-] ", line)
    ]
    assert order == [("1", "ana"), ("2", "bo"), ("-", "cy"), ("-", "dee")]


def test_everybody_has_a_file_with_nothing_of_anybody_else() -> None:
    left_out = (LeftOut("g/ana/x.ipynb", same("a notebook")), LeftOut("g/bo/notes.txt", same("no kata")))
    group = cohort(*GROUP.results, absent=("dee",), left_out=left_out)
    files = dict(feedback(group, "en"))
    assert list(files) == ["ana.md", "bo.md", "cy.md", "dee.md"]
    assert "x.ipynb" in files["ana.md"]
    assert "not handed in" in files["cy.md"]
    assert "not handed in" in files["dee.md"]
    for name, text in files.items():
        for other in ("ana", "bo", "cy", "dee"):
            assert other == name[:-3] or not re.search(rf"\b{other}\b", text), (name, other)


NAMES = [
    "Bo",
    "bo",
    "BO",
    "a b",
    "a_b",
    "a/b",
    "..",
    ".",
    "CON",
    "nul.txt",
    "",
    "👩‍💻",
    "é",
    "e\u0301",
    "x" * 500,
    "-rf",
    "陈伟",
]


def test_feedback_files_have_names_that_every_system_tells_apart_and_none_leaves_the_folder() -> None:
    names = file_names(NAMES)
    folded = [unicodedata.normalize("NFKC", name).casefold() for name in names]
    assert len(set(folded)) == len(NAMES)
    for name in names:
        assert PurePath(f"{name}.md").name == f"{name}.md"
        assert not re.search(r'[\\/:*?"<>|\x00-\x1f]', name)
        assert len(name) < 100
        assert name.strip(". ") == name
        assert not re.fullmatch(r"(?i)(con|nul)(\..*)?", name)
    assert names[-1] == "陈伟"


RUNNER = {
    "CLASSROOM": "nlp", "ASSIGNMENT": "katas", "SUBMISSION_TAG": "submit/2026-11-28T10-00-00Z-abc1234",
    "COMMIT_URL": "https://x/commit/1", "RELEASE_URL": "https://x/releases/1", "USERNAME": "ana",
}  # fmt: skip


def test_classroom_50_gets_what_its_contract_asks_for() -> None:
    half = TestResult("test_h", same("half"), Verdict.PASSED, 0.5, 0.5)
    files = classroom(
        cohort(graded("ana", "tally", PASSED, case("test_b")), graded("ana", "sort_words", half)), "en", RUNNER, 0.0
    )
    assert set(files) == {"result.json", "release-body.md"}
    document = json.loads(files["result.json"])
    assert document["schema"] == "classroom50/result/v1"
    for field in ("classroom", "assignment", "owner", "submission", "commit", "release", "review", "datetime"):
        assert document[field]
        assert isinstance(document[field], str)
    assert document["assignment_type"] == "individual"
    assert document["datetime"] == "1970-01-01T00:00:00Z"
    assert all(type(number) is int for number in (document["score"], document["max-score"]))
    assert (document["score"], document["max-score"]) == (3, 5)  # half points are doubled
    assert [(test["test-name"], test["passed"], test["score"], test["max-score"]) for test in document["tests"]] == [
        ("tally: test_a", True, 2, 2), ("tally: test_b", False, 0, 2), ("sort_words: test_h", True, 1, 1),
    ]  # fmt: skip


def test_grading_again_makes_no_submission_late() -> None:
    document = json.loads(classroom(cohort(ABSENT), "en", RUNNER, 120.0, committed=60.0)["result.json"])
    assert document["datetime"] == "1970-01-01T00:01:00Z"
    assert document["graded_at"] == "1970-01-01T00:02:00Z"


def test_classroom_50_counts_what_was_not_handed_in() -> None:
    document = json.loads(classroom(cohort(ABSENT), "en", RUNNER, 0.0)["result.json"])
    assert (document["score"], document["max-score"]) == (0, 1)
    assert document["tests"][0]["passed"] is False


def test_classroom_50_needs_its_runner_and_one_member() -> None:
    with pytest.raises(NotAClassroom, match="CLASSROOM, ASSIGNMENT"):
        classroom(GROUP, "en", {}, 0.0)
    with pytest.raises(NotAClassroom, match="4 members"):
        classroom(GROUP, "en", RUNNER, 0.0)


def test_csv_has_a_row_for_a_member_whose_turn_never_came() -> None:
    members = [Member("ana", 1.0, 1, 1, 1), Member("bo", 0.0, 0, 0, 2, (same("2 not graded"),))]
    left = [LeftOut(f"g/bo/{name}.py", same("not graded: stopped after 1 of 3")) for name in ("tally", "count")]
    summary = Summary([graded("ana", "tally", case("a", Verdict.PASSED))], "full", members, left, 3)
    for one in (summary, read_results(to_json(summary, "en"))):
        rows = list(csv.reader(io.StringIO(to_csv(one, "en"))))
        assert rows[1:] == [["ana", "1", "1", "1", "yes", "1"], ["bo", "0", "0", "0", "no", ""]]
    nobody = msgspec.structs.replace(summary, results=[], members=members[1:])
    assert [row[0] for row in csv.reader(io.StringIO(to_csv(nobody, "en")))] == ["member", "bo"]
