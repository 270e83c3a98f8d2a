"""What GitHub Actions shows of a run: annotations at the learner's lines, and the summary page of a job.

GitHub keeps 10 annotations a step and drops a summary over 1,024 KB whole. So both are ranked, cut at those limits, and
say what was left out. Whatever a submission is called or printed stays data: it is one line inside a workflow command,
and code or escaped text inside the summary.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from grader.judge.verdicts import Result, TestResult, Verdict, worst
from grader.report.escaping import code, message, property_value, prose
from grader.report.escaping import name as plain
from grader.report.markdown import section
from grader.report.summary import Member, Summary
from grader.report.wording import COLON, NO_POINTS, NOT_HANDED_IN, details, summed_up, unmet, verdict_name

ANNOTATIONS = 10  # kept for a step
LARGEST = 1024 << 10  # bytes of a step's summary
RESERVE = 2 << 10  # bytes for what is said of what was left out
TABLE = LARGEST // 2  # bytes of the table of members
NAMED = 8  # katas named in one cell
LONG = 400  # characters of an annotation's line

WORDS = {
    "en": {
        "title": "NLP Dojo", "tier": "Sandbox", "members": "Members", "trouble": "What did not pass",
        "file": "(file)",
        "cut": "{left} of {all} annotations are not shown: GitHub keeps {kept} for a step. All of them are below.",
        "members_cut": "{left} more members are not listed: the table is limited to {kilo} KB.",
        "cut_off": "{left} of {all} submissions that did not pass are not shown in detail: GitHub drops a summary over "
                   "{kilo} KB. The result file has them all.",
        "and": "and {more} more",
    },
    "zh": {
        "title": "NLP Dojo", "tier": "沙箱", "members": "成员", "trouble": "未通过的提交",
        "file": "(文件)",
        "cut": "共 {all} 条标注，其中 {left} 条未显示：GitHub 每个步骤只保留 {kept} 条。全部内容见下文。",
        "members_cut": "另有 {left} 名成员未列出：表格上限为 {kilo} KB。",
        "cut_off": "共 {all} 份提交未通过，其中 {left} 份没有列出详情：GitHub 会丢弃超过 {kilo} KB 的摘要。"
                   "结果文件中有全部内容。",
        "and": "等 {more} 项",
    },
}  # fmt: skip

HEAD = {
    "en": ("rank", "member", "score", "passed", "not passed", "met"),
    "zh": ("名次", "成员", "平均分", "通过", "未通过的题目", "达标"),
}


def commands(summary: Summary, lang: str, folder: str = "", most: int = ANNOTATIONS) -> list[str]:
    """Workflow commands, at most `most`. `folder` is the working folder as seen from the root of the repository.

    First the first failure of each submission, those of the worst verdicts first, then the other failures.
    """
    return [_command(result, test, lang, folder) for result, test in _ranked(summary)[:most]]


def step_summary(summary: Summary, lang: str, most: int = LARGEST, annotated: int | None = None) -> str:
    """The summary as Markdown of at most `most` bytes. `annotated` is how many annotations were shown, if any were."""
    words = WORDS[lang]
    lines = [f"## {words['title']}", "", f"**{summed_up(summary, lang)}**", ""]
    lines += [f"{words['tier']}{COLON[lang]}`{summary.sandbox}`", ""]
    every = len(_ranked(summary))
    if annotated is not None and annotated < every:
        lines += [words["cut"].format(left=every - annotated, all=every, kept=annotated), ""]
    room = most - RESERVE - _size(lines)
    table = _table(summary, lang, min(room, max(most // 2, 0), TABLE))
    lines += table
    return "\n".join([*lines, *_details(summary, lang, room - _size(table))]) + "\n"


def _ranked(summary: Summary) -> list[tuple[Result, TestResult | None]]:
    order = list(Verdict)
    failed = [one for one in summary.results if one.verdict is not Verdict.PASSED and one.file is not None]
    failed.sort(key=lambda result: order.index(result.verdict))
    firsts: list[tuple[Result, TestResult | None]] = []
    others: list[tuple[Result, TestResult | None]] = []
    for result in failed:
        tests = [test for test in result.tests if test.verdict is not Verdict.PASSED]
        decisive = worst(test.verdict for test in tests) if tests else None
        tests.sort(key=lambda test: (test.verdict is not decisive, test.line is None))
        firsts.append((result, tests[0] if tests else None))
        seen = {tests[0].line} if tests else set()
        for test in tests[1:]:
            if test.line is not None and test.line not in seen:  # one annotation a line
                seen.add(test.line)
                others.append((result, test))
    return [*firsts, *others]


def _command(result: Result, test: TestResult | None, lang: str, folder: str) -> str:
    file = posixpath.normpath(posixpath.join(folder, result.file or ""))
    title = f"{result.kata}{COLON[lang]}{verdict_name(result.verdict, lang)}"
    place = f"file={property_value(file)},line={(test.line if test else None) or 1},title={property_value(title)}"
    return f"::{'error' if result.verdict is not Verdict.BROKEN else 'warning'} {place}::{_said(result, test, lang)}"


def _said(result: Result, test: TestResult | None, lang: str) -> str:
    lines = [result.misconception.in_(lang)] if result.misconception else []
    if test is None:
        lines += [result.message.in_(lang)] if result.message else [verdict_name(result.verdict, lang)]
    else:
        lines.append(test.promise.in_(lang))
        lines += [f"{label}{COLON[lang]}{text}" for name, label, text in details(test, lang) if name != "line"]
    return message("\n".join(line[:LONG] for line in lines))


def _table(summary: Summary, lang: str, most: int) -> list[str]:
    """The members, best first, those who handed in nothing last, as far as `most` bytes go."""
    words = WORDS[lang]
    if not summary.members:
        return []
    rows: dict[str | None, list[Result]] = {}
    for result in summary.results:
        rows.setdefault(result.member, []).append(result)
    lines = [f"### {words['members']}", ""]
    lines += [f"| {' | '.join(HEAD[lang])} |", "|---:|---|---:|---:|---|:---:|"]
    ranked = sorted(summary.members, key=lambda one: (not one.graded, -one.score))
    size = _size(lines)
    for number, member in enumerate(ranked):
        row = _row(_rank(ranked, number), member, rows.get(member.name, []), summary.asked, lang)
        size += len(row.encode()) + 1
        if size > most:
            left = len(ranked) - number
            return [*lines, "", words["members_cut"].format(left=left, kilo=most >> 10), ""]
        lines.append(row)
    return [*lines, ""]


def _rank(ranked: Sequence[Member], number: int) -> str:
    """Members of one score share a rank; who handed in nothing has none."""
    if not ranked[number].graded:
        return NO_POINTS
    while number and ranked[number - 1].score == ranked[number].score and ranked[number - 1].graded:
        number -= 1
    return str(number + 1)


def _row(rank: str, member: Member, results: Sequence[Result], asked: bool, lang: str) -> str:
    words = WORDS[lang]
    missed = [result.kata for result in results if result.verdict is not Verdict.PASSED]
    katas = ", ".join(f"`{kata}`" for kata in missed[:NAMED])
    katas += f" {words['and'].format(more=len(missed) - NAMED if lang == 'en' else len(missed))}" * (
        len(missed) > NAMED
    )
    if not results:
        katas = NOT_HANDED_IN[lang]
    met = "✅" if member.met else f"❌ {prose(unmet(member, lang))}" if asked else "❌"
    name = plain(member.name if member.name is not None else words["file"])
    return f"| {rank} | {name} | {member.score:.2f} | {member.passed}/{member.graded} | {katas} | {met} |"


def _details(summary: Summary, lang: str, most: int) -> list[str]:
    """The submissions that did not pass, folded, the worst verdicts first, as far as `most` bytes go."""
    words = WORDS[lang]
    order = list(Verdict)
    failed = [one for one in summary.results if one.verdict is not Verdict.PASSED and one.file is not None]
    failed.sort(key=lambda result: order.index(result.verdict))
    if not failed:
        return []
    lines = [f"### {words['trouble']}", ""]
    size = _size(lines)
    for number, result in enumerate(failed):
        block = [*_folded(result, lang), ""]
        size += _size(block)
        if size > most:
            return [*lines, words["cut_off"].format(left=len(failed) - number, all=len(failed), kilo=LARGEST >> 10)]
        lines += block
    return lines


def _folded(result: Result, lang: str) -> Iterator[str]:
    _, _, *rest = section(result, lang)
    yield "<details>"
    yield f"<summary>{_html(result, lang)}</summary>"
    yield ""
    yield from rest
    yield ""
    yield f"{code(f'dojo kata hint {result.kata}')}"
    yield ""
    yield "</details>"


def _html(result: Result, lang: str) -> str:
    """The line that a reader clicks, which GitHub reads as HTML."""
    name = "".join(f"&#{ord(char)};" if not char.isalnum() and char != " " else char for char in result.member or "")
    name = f"<bdi>{name}</bdi> / " if name else ""
    return f"{name}<code>{result.kata}</code>{COLON[lang]}{verdict_name(result.verdict, lang)}"


def _size(lines: Sequence[str]) -> int:
    return sum(len(line.encode()) + 1 for line in lines)
