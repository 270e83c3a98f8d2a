"""Reports say what ended many tests alike once, and what is said of each test stays where machines read it."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree

import msgspec
import pytest

from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.html import DARK, LIGHT, STYLE, to_html
from grader.report.json import to_json
from grader.report.junit import to_junit
from grader.report.markdown import to_markdown
from grader.report.summary import LeftOut, Member, Summary

UNWRITTEN = Bilingual("NotImplementedError", "NotImplementedError")


def outcome(
    promise: str, verdict: Verdict, line: int | None = None, message: Bilingual | None = UNWRITTEN
) -> TestResult:
    return TestResult(
        f"test_{promise}", Bilingual(promise, promise), verdict, 0, 1, line, f"f({promise})", "1", "2", message
    )


def graded(*tests: TestResult) -> Result:
    return Result("ana", "gru_cell", "ana/gru_cell.py", Verdict.ERROR, 0.0, 0, len(tests), 0.1, tests)


def cohort(*results: Result, members: tuple[Member, ...] = (), **more: object) -> Summary:
    """A summary of `results`; members are those of the results unless given."""
    names = dict.fromkeys(result.member for result in results)
    found = members or tuple(Member(name, 0.5, 0, 1, 1) for name in names)
    return Summary(results, "plain", found, submissions=sum(one.file is not None for one in results), **more)


RENDERED = pytest.mark.parametrize(
    "render", [lambda result: to_markdown(cohort(result), "en"), lambda result: to_html(cohort(result), "en")],
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
    assert to_json(cohort(result), "en").count(b'"message": "NotImplementedError"') == 3
    cases = ElementTree.fromstring(to_junit(cohort(result), "en")).findall(".//testcase")
    assert [case.find("error").text.count("NotImplementedError") for case in cases] == [1, 1, 1]


def test_the_count_stands_above_and_what_failed_before_what_passed() -> None:
    good = Result("bo", "gru_cell", "b", Verdict.PASSED, 1.0, 1, 1, 0.1, (outcome("fine", Verdict.PASSED, None, None),))
    bad = graded(outcome("kept", Verdict.PASSED, None, None), outcome("broken", Verdict.FAILED, None, None))
    page = to_html(cohort(good, bad), "en")
    assert page.index("1 of 2 passed") < page.index("<table>")
    assert page.index("> broken") < page.index("> kept") < page.index("fine")
    text = to_markdown(cohort(good, bad), "zh")
    assert text.index("2 份中通过 1 份") < text.index("| bo")


@pytest.mark.parametrize(("lang", "title"), [("en", "NLP Dojo: results"), ("zh", "NLP Dojo：评测结果")])
def test_a_page_is_titled_in_its_language(lang: str, title: str) -> None:
    assert f"<title>{title}</title>" in to_html(cohort(graded(outcome("one", Verdict.ERROR, 7))), lang)


@pytest.mark.parametrize(("lang", "said"), [("en", "For a hint: "), ("zh", "看提示：")])
def test_reports_say_where_more_hints_are(lang: str, said: str) -> None:
    bad = graded(outcome("broken", Verdict.FAILED, None, None))
    good = Result("bo", "gru_cell", "b", Verdict.PASSED, 1.0, 1, 1, 0.1, (outcome("fine", Verdict.PASSED, None, None),))
    for page in (to_markdown(cohort(bad, good), lang), to_html(cohort(bad, good), lang)):
        assert page.count(said) == 1
        assert page.count("dojo kata hint gru_cell") == 1


@pytest.mark.parametrize("name", ["@org/all", "www.evil.example", "http://x", ":boom:", "$x$", "bob "])
def test_a_members_name_in_markdown_calls_nobody_and_is_no_link_or_sign(name: str) -> None:
    result = Result(name, "gru_cell", "f", Verdict.PASSED, 1.0, 1, 1, 0.1)
    assert f"| ` {name.strip()} ` |" in to_markdown(cohort(result), "en")


@pytest.mark.parametrize("sign", ["~~", "**", "__", "`", "<b>", "[x](y)", "#", "|", "&lt;"])
def test_a_members_name_in_markdown_is_no_markup(sign: str) -> None:
    result = Result(f"{sign}x{sign}", "gru_cell", "f", Verdict.PASSED, 1.0, 1, 1, 0.1)
    row = next(line for line in to_markdown(cohort(result), "en").splitlines() if "gru_cell" in line)
    name = row.removeprefix("| ").removesuffix(" | gru_cell | passed | 1/1 |")
    assert re.sub(r"\\(.)", r"\1", name) == f"{sign}x{sign}"
    assert not re.search(r"(?<!\\)[~*_`<>\[\]#|&]", name)


ABSENT = Result("bo", "gru_cell", None, Verdict.ERROR, 0.0, 0, 0, 0.0, message=Bilingual("missing", "缺少"))
NOBODY = Member("cy", 0.0, 0, 0, 0, (Bilingual("nothing was handed in", "没有提交"),))


@pytest.mark.parametrize(("lang", "said"), [("en", "not handed in"), ("zh", "未提交")])
@pytest.mark.parametrize("render", [to_markdown, to_html], ids=["markdown", "html"])
def test_not_handed_in_is_a_state_of_its_own_in_its_members_place(render, lang: str, said: str) -> None:
    good = Result("di", "gru_cell", "d", Verdict.PASSED, 1.0, 1, 1, 0.1, (outcome("fine", Verdict.PASSED, None, None),))
    members = (Member("bo", 0, 0, 0, 0), NOBODY, Member("di", 1, 1, 1, 1))
    text = render(cohort(ABSENT, good, members=members), lang)
    assert text.count(said) >= 2
    assert "0/0" not in text.replace('<td class="points">0/0</td>', "")  # passed of graded is no verdict
    rows = re.findall(r"^\| (\w+) \| gru|^\| (cy) \|  \||<tr><td><bdi>(\w+)</bdi></td><td>", text, re.MULTILINE)
    assert ["".join(row) for row in rows] == ["bo", "cy", "di"]


def test_the_json_document_lists_members_and_what_was_left_out() -> None:
    summary = cohort(ABSENT, members=(Member("bo", 0.0, 0, 0, 0, (Bilingual("x", "x"),)), Member("di", 2 / 3, 1, 2, 2)))
    summary = msgspec.structs.replace(summary, left_out=[LeftOut("bo/x.ipynb", Bilingual("a notebook", "笔记本"))])
    document = json.loads(to_json(summary, "zh"))
    assert set(document) == {"schema", "versions", "sandbox", "members", "left_out", "results"}
    assert document["members"] == [
        {"member": "bo", "score": 0.0, "passed": 0, "graded": 0, "met": False},
        {"member": "di", "score": 0.666667, "passed": 1, "graded": 2, "met": True},
    ]
    assert document["left_out"] == [{"path": "bo/x.ipynb", "why": "笔记本"}]
    assert document["results"][0]["file"] is None
    assert document["results"][0]["verdict"] == "error"


@pytest.mark.parametrize("render", [to_markdown, to_html, to_junit], ids=["markdown", "html", "junit"])
def test_after_a_stop_reports_say_how_much_was_graded(render) -> None:
    summary = msgspec.structs.replace(cohort(graded(outcome("one", Verdict.PASSED))), submissions=40)
    assert "stopped: 1 of 40 graded" in render(summary, "en")


def test_what_was_left_out_is_harmless_in_every_report() -> None:
    left_out = [LeftOut("a|b<script>`x`", Bilingual("not a <kata>.py file", "不是"))]
    summary = cohort(graded(outcome("one", Verdict.PASSED)), left_out=left_out)
    assert "<script>" not in to_html(summary, "en")
    assert "`` a|b<script>`x` ``: not a" in to_markdown(summary, "en")


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_of_text_can_be_read_on_every_ground(colours: dict[str, str]) -> None:
    grounds = [luminance(colours[name]) for name in ("ground", "shade")]
    for name in colours.keys() - {"ground", "shade", "line"}:
        for ground in grounds:
            low, high = sorted((luminance(colours[name]), ground))
            assert (high + 0.05) / (low + 0.05) >= 4.5, name


def test_a_page_uses_no_colours_but_those() -> None:
    style = STYLE
    for colour in (*LIGHT.values(), *DARK.values()):
        style = style.replace(colour, "")
    assert "#" not in style
    assert set(re.findall(r"var\(--(\w+)\)", style)) <= LIGHT.keys() == DARK.keys()
