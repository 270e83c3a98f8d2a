"""The table of a cohort: names, verdicts and points are whole at any width, and no line is a command to anybody."""

from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len

from dojo.show import cohort
from dojo.show.terminal.console import Console
from grader.judge.verdicts import Bilingual, Result, Verdict
from grader.report.summary import LeftOut, Member, Summary

WHY = Bilingual("the textbook formula as it stands: nothing is subtracted, so large scores overflow", "照抄公式：" * 12)
LONG = "maximiliane-katharina-von-hohenstein"
MEMBERS = ["ana", "陈伟明", LONG, "李·伟", "x" * 120]


def result(member: str, kata: str, verdict: Verdict, file: str | None = "x") -> Result:
    message = None if verdict is Verdict.PASSED else WHY
    return Result(member, kata, file, verdict, 0.5, 28, 43, 0.1, message=message)


def shown(summary: Summary, width: int | None, lang: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What is printed to a terminal of `width` columns; to a pipe where there is none."""
    out = io.StringIO()

    def console(**options: object) -> Console:
        options.pop("stderr", None)
        if width is None:
            return Console(file=out, **options)
        return Console(file=out, width=width, force_terminal=True, color_system=None, **options)

    monkeypatch.setattr(cohort, "Console", console)
    cohort.print_cohort(summary, lang)
    return out.getvalue()


def summary(members: list[str]) -> Summary:
    results = [
        row
        for name in members
        for row in (
            result(name, "chatglm_inference", Verdict.FORBIDDEN), result(name, "stable_softmax", Verdict.PASSED),
            result(name, "gru_cell", Verdict.ERROR, None),
        )
    ]  # fmt: skip
    people = [
        Member(name, 0.5, 1, 2, 2, (Bilingual("gru_cell was not handed in", "未提交 gru_cell"),)) for name in members
    ]
    return Summary(results, "plain", people, submissions=2 * len(members), asked=True)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [60, 80, 100, 140, None])
@pytest.mark.parametrize("count", [1, 3, 5])
def test_only_the_reason_is_shortened(
    width: int | None, lang: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = MEMBERS[:count]
    text = shown(summary(members), width, lang, monkeypatch)
    verdicts = {"en": ("forbidden", "passed", "not handed in"), "zh": ("使用了禁用项", "通过", "未提交")}[lang]
    for name in members:
        assert name in text
    katas = {"chatglm_inference": "28/43", "stable_softmax": "28/43", "gru_cell": "-"}
    for verdict, (kata, points) in zip(verdicts, katas.items(), strict=True):
        rows = [line for line in text.splitlines() if line.startswith(verdict)]
        assert [len(re.findall(rf"{kata}\s+{points}(\s|$)", row)) for row in rows] == [1] * count
    assert WHY.in_(lang)[:5] in text
    if width is not None and count < 5:
        assert max(cell_len(line) for line in text.splitlines()) <= width


def test_a_reason_stands_whole_below_its_row_where_there_is_no_room_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shown(summary([LONG]), 100, "en", monkeypatch).splitlines()
    row = next(number for number, line in enumerate(lines) if line.startswith("forbidden"))
    assert lines[row + 1] == "  " + WHY.en


def test_a_member_without_a_file_keeps_a_row_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    people = [Member("ana", 1, 1, 1, 1), Member("bo", 0, 0, 0, 0), Member("cy", 1, 1, 1, 1)]
    rows = [result(name, "gru_cell", Verdict.PASSED) for name in ("ana", "cy")]
    text = shown(Summary(rows, "plain", people, submissions=2), 80, "en", monkeypatch)
    assert re.findall(r"^(passed|not handed in) +(\w+)", text, re.MULTILINE) == [
        ("passed", "ana"), ("not handed in", "bo"), ("passed", "cy"),
    ]  # fmt: skip
    assert "2 of 2 passed, 1 not handed in" in text
    assert "0/0" not in text


def test_what_was_left_out_stands_at_the_foot_of_every_folder_something(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [LeftOut(f"bo/{number}.txt", Bilingual("not a file", "不是")) for number in range(300)]
    summary = Summary([], "plain", left_out=[*many, LeftOut("zoe/x.ipynb", Bilingual("a notebook", "笔记本"))])
    text = shown(summary, 80, "en", monkeypatch)
    assert "  zoe/x.ipynb: a notebook\n" in text
    assert "  and 296 more (--json lists all)\n" in text
    assert text.count("bo/") == 4


@pytest.mark.parametrize("width", [24, 40, 80, None])
def test_no_line_is_a_command_of_a_build_server_wherever_it_is_broken(
    width: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    nasty = "aaa ::error file=x::owned ##[error]x ##vso[task]y " * 3
    why = Bilingual(nasty, nasty)
    rows = [Result(nasty, "gru_cell", "x", Verdict.FAILED, 0.5, 1, 2, 0.1, message=why)]
    people = [Member(nasty, 0.5, 0, 1, 1, (Bilingual("too low", "过低"),))]
    summary = Summary(rows, "plain", people, [LeftOut(nasty, why)], submissions=1, asked=True)
    lines = [line.strip() for line in shown(summary, width, "en", monkeypatch).splitlines()]
    assert not [line for line in lines if line.startswith(("::", "##["))]
    assert "##[" not in "\n".join(lines)
