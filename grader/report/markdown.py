"""Results as Markdown: a table of members and katas, then what did not pass. For a pull request or a job's summary."""

from __future__ import annotations

from collections.abc import Sequence

from grader.judge.verdicts import Result, TestResult, Verdict
from grader.report.escaping import block, code, prose
from grader.report.escaping import name as plain
from grader.report.summary import Summary
from grader.report.wording import (
    AS_ABOVE,
    COLON,
    EVERY,
    LEFT_OUT,
    MORE_HINTS,
    NO_POINTS,
    NOT_HANDED_IN,
    NOT_MET,
    PERHAPS,
    Told,
    by_member,
    details,
    points,
    runs,
    same_trouble,
    state,
    summed_up,
    unmet,
    verdict_name,
)

WORDS = {
    "en": {"member": "member", "kata": "kata", "verdict": "verdict", "points": "points", "none": "(file)"},
    "zh": {"member": "成员", "kata": "题目", "verdict": "结果", "points": "得分", "none": "(文件)"},
}
LISTED = 100  # left-out files shown


def to_markdown(summary: Summary, lang: str) -> str:
    """The whole text. What a submission said is shown as code, so that nothing in it is markup."""
    words = WORDS[lang]
    head = [words["member"], words["kata"], words["verdict"], words["points"]]
    lines = ["# NLP Dojo", "", summed_up(summary, lang), "", f"| {' | '.join(head)} |", "|---|---|---|---:|"]
    for member, results in by_member(summary):
        name = plain(member or words["none"])
        rows = [[name, result.kata, state(result, lang), points(result)] for result in results]
        lines += [f"| {' | '.join(row)} |" for row in rows or [[name, "", NOT_HANDED_IN[lang], NO_POINTS]]]
    lines += _unmet(summary, lang)
    for result in summary.results:
        if result.verdict is not Verdict.PASSED and result.file is not None:
            lines += ["", *section(result, lang), "", MORE_HINTS[lang] + code(f"dojo kata hint {result.kata}")]
    lines += _left_out(summary, lang)
    return "\n".join(lines) + "\n"


def _unmet(summary: Summary, lang: str) -> list[str]:
    missed = [member for member in summary.members if member.unmet and summary.asked]
    lines = [f"- {plain(one.name or WORDS[lang]['none'])}{COLON[lang]}{prose(unmet(one, lang))}" for one in missed]
    return ["", f"## {NOT_MET[lang].capitalize()}", "", *lines] if lines else []


def _left_out(summary: Summary, lang: str) -> list[str]:
    lines = [f"- {code(one.path)}{COLON[lang]}{prose(one.why.in_(lang))}" for one in summary.left_out[:LISTED]]
    if more := len(summary.left_out) - len(lines):
        lines.append(f"- 另有 {more} 项" if lang == "zh" else f"- and {more} more")
    return ["", f"## {LEFT_OUT[lang].capitalize()}", "", *lines] if lines else []


def section(result: Result, lang: str) -> Sequence[str]:
    """The lines on one submission: its heading, then every promise that was not kept."""
    title = " / ".join([*([plain(result.member)] if result.member else []), result.kata])
    lines = [f"## {title}{COLON[lang]}{verdict_name(result.verdict, lang)}", ""]
    if result.misconception is not None:
        lines += [PERHAPS[lang] + prose(result.misconception.in_(lang)), ""]
    if result.message is not None and not result.tests:
        lines += [code(result.message.in_(lang)), ""]
    same = same_trouble(result.tests)
    if same is not None:
        return [*lines, EVERY[lang], "", *_details(same, lang, "", without=("call", "hint"))]
    told = Told()
    for run in runs(result.tests, lang):
        test = run[0]
        if test.verdict is Verdict.PASSED:
            continue
        times = f" ×{len(run)}" if len(run) > 1 else ""
        again = told.again(test)
        said = verdict_name(test.verdict, lang) + (AS_ABOVE[lang] if again else "")
        lines.append(f"- **{prose(test.promise.in_(lang))}**{times} ({said})")
        lines += [] if again else _details(test, lang, "  ")
    return lines


def _details(test: TestResult, lang: str, indent: str, without: Sequence[str] = ()) -> list[str]:
    lines: list[str] = []
    for name, label, value in details(test, lang):
        if name in without:
            continue
        lines += _detail(label, value, indent)
    return lines


def _detail(label: str, value: str, indent: str) -> list[str]:
    if "\n" not in value.strip():
        return [f"{indent}- {label}: {code(value)}"]
    return [f"{indent}- {label}:", "", *block(value, f"{indent}  "), ""]
