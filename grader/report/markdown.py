"""Results as Markdown: a table of members and katas, then what did not pass. For a pull request or a job's summary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from grader.judge.verdicts import Result, TestResult, Verdict
from grader.report.wording import (
    AS_ABOVE,
    COLON,
    EVERY,
    MORE_HINTS,
    PERHAPS,
    Told,
    details,
    runs,
    same_trouble,
    summed_up,
    verdict_name,
)

WORDS = {
    "en": {"member": "member", "kata": "kata", "verdict": "verdict", "points": "points", "none": "(file)"},
    "zh": {"member": "成员", "kata": "题目", "verdict": "结果", "points": "得分", "none": "(文件)"},
}


def to_markdown(results: Iterable[Result], lang: str) -> str:
    """The whole text. What a submission said is shown as code, so that nothing in it is markup."""
    results = list(results)
    words = WORDS[lang]
    head = [words["member"], words["kata"], words["verdict"], words["points"]]
    lines = ["# NLP Dojo", "", summed_up(results, lang), "", f"| {' | '.join(head)} |", "|---|---|---|---:|"]
    for result in results:
        points = f"{result.points:g}/{result.max_points:g}"
        cells = [_plain(result.member or words["none"]), result.kata, verdict_name(result.verdict, lang), points]
        lines.append(f"| {' | '.join(cells)} |")
    for result in results:
        if result.verdict is not Verdict.PASSED:
            lines += ["", *_section(result, lang), "", _code(MORE_HINTS[lang].format(kata=result.kata))]
    return "\n".join(lines) + "\n"


def _section(result: Result, lang: str) -> Sequence[str]:
    title = _plain(" / ".join(part for part in (result.member, result.kata) if part))
    lines = [f"## {title}{COLON[lang]}{verdict_name(result.verdict, lang)}", ""]
    if result.misconception is not None:
        lines += [PERHAPS[lang] + result.misconception.in_(lang), ""]
    if result.message is not None and not result.tests:
        lines += [_code(result.message.in_(lang)), ""]
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
        lines.append(f"- **{test.promise.in_(lang)}**{times} ({said})")
        lines += [] if again else _details(test, lang, "  ")
    return lines


def _details(test: TestResult, lang: str, indent: str, without: Sequence[str] = ()) -> list[str]:
    return [f"{indent}- {label}: {_code(value)}" for name, label, value in details(test, lang) if name not in without]


def _code(text: str) -> str:
    text = " ".join(text.split())
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence} {text} {fence}"


def _plain(text: str) -> str:
    if re.search(r"@|://|www\.", text):  # else it calls somebody, or becomes a link
        return _code(text).replace("|", r"\|")
    return re.sub(r"([\\`*_{}\[\]<>#|&])", r"\\\1", text)
