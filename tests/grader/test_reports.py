"""Reports say what ended many tests alike once, and what is said of each test stays where machines read it."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.html import to_html
from grader.report.json import to_json
from grader.report.junit import to_junit
from grader.report.markdown import to_markdown

UNWRITTEN = Bilingual("NotImplementedError", "NotImplementedError")


def outcome(
    promise: str, verdict: Verdict, line: int | None = None, message: Bilingual | None = UNWRITTEN
) -> TestResult:
    return TestResult(
        f"test_{promise}", Bilingual(promise, promise), verdict, 0, 1, line, f"f({promise})", "1", "2", message
    )


def graded(*tests: TestResult) -> Result:
    return Result("ana", "gru_cell", "ana/gru_cell.py", Verdict.ERROR, 0.0, 0, len(tests), 0.1, tests)


RENDERED = pytest.mark.parametrize(
    "render", [lambda result: to_markdown([result], "en"), lambda result: to_html([result], "plain", "en")],
    ids=["markdown", "html"],
)  # fmt: skip


@RENDERED
def test_what_ends_every_test_is_said_once(render) -> None:
    text = render(graded(*(outcome(name, Verdict.ERROR, 7) for name in ("one", "two", "three"))))
    assert text.count("NotImplementedError") == 1
    assert "Every test ends the same way" in text


@RENDERED
def test_what_ends_some_tests_is_said_once_and_each_promise_is_named(render) -> None:
    tests = [outcome(name, Verdict.ERROR, 7) for name in ("one", "two", "three")]
    text = render(graded(*tests, outcome("four", Verdict.ERROR, 9), outcome("five", Verdict.PASSED, None, None)))
    assert text.count("NotImplementedError") == 2  # another line of the file is another trouble
    assert text.count("as above") == 2
    assert all(name in text for name in ("one", "two", "three", "four"))


@RENDERED
def test_wrong_answers_are_told_each_by_its_own_call(render) -> None:
    shape = Bilingual("another shape", "形状不同")
    text = render(graded(*(outcome(name, Verdict.FAILED, None, shape) for name in ("one", "two"))))
    assert "f(one)" in text
    assert "f(two)" in text
    assert "as above" not in text


@RENDERED
def test_one_promise_broken_by_several_inputs_is_one_entry(render) -> None:
    tests = [outcome("shares", Verdict.FAILED, None, None) for _ in range(3)]
    text = render(graded(*tests, outcome("other", Verdict.FAILED, None, None)))
    assert text.count("shares ×3") + text.count("**shares** ×3") == 1
    assert text.count("f(shares)") == 1


@RENDERED
def test_why_a_file_was_not_graded_is_said_once(render) -> None:
    why = Bilingual("the file is too large", "文件过大")
    tests = tuple(outcome(name, Verdict.ERROR, None, why) for name in ("one", "two"))
    result = Result("ana", "gru_cell", "f", Verdict.ERROR, 0.0, 0, 2, 0.1, tests, message=why)
    assert render(result).count("too large") == 1


def test_machines_read_the_message_of_each_test() -> None:
    result = graded(*(outcome(name, Verdict.ERROR, 7) for name in ("one", "two", "three")))
    assert to_json([result], "plain", "en").count('"message": "NotImplementedError"') == 3
    cases = ElementTree.fromstring(to_junit([result], "en")).findall(".//testcase")
    assert [case.find("error").text.count("NotImplementedError") for case in cases] == [1, 1, 1]


def test_the_count_stands_above_and_what_failed_before_what_passed() -> None:
    good = Result("bo", "gru_cell", "b", Verdict.PASSED, 1.0, 1, 1, 0.1, (outcome("fine", Verdict.PASSED, None, None),))
    bad = graded(outcome("kept", Verdict.PASSED, None, None), outcome("broken", Verdict.FAILED, None, None))
    page = to_html([good, bad], "plain", "en")
    assert page.index("1 of 2 passed") < page.index("<table>")
    assert page.index("broken") < page.index("kept") < page.index("fine")
    text = to_markdown([good, bad], "zh")
    assert text.index("2 份中通过 1 份") < text.index("| bo")


@pytest.mark.parametrize(("lang", "title"), [("en", "NLP Dojo: results"), ("zh", "NLP Dojo：评测结果")])
def test_a_page_is_titled_in_its_language(lang: str, title: str) -> None:
    assert f"<title>{title}</title>" in to_html([graded(outcome("one", Verdict.ERROR, 7))], "plain", lang)


@pytest.mark.parametrize(("lang", "said"), [("en", "dojo kata hint gru_cell gives a hint"), ("zh", "gru_cell 看提示")])
def test_reports_say_where_more_hints_are(lang: str, said: str) -> None:
    bad = graded(outcome("broken", Verdict.FAILED, None, None))
    good = Result("bo", "gru_cell", "b", Verdict.PASSED, 1.0, 1, 1, 0.1, (outcome("fine", Verdict.PASSED, None, None),))
    assert to_markdown([bad, good], lang).count(said) == 1
    assert to_html([bad, good], "plain", lang).count(said) == 1


def test_a_members_name_in_markdown_calls_nobody_and_is_no_link() -> None:
    for name in ("@org/all", "www.evil.example", "http://x"):
        result = Result(name, "gru_cell", None, Verdict.PASSED, 1.0, 1, 1, 0.1)
        assert f"| ` {name} ` |" in to_markdown([result], "en")
