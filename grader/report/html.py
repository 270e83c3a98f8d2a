"""Results as one HTML page that loads nothing from elsewhere. Everything a submission said is escaped."""

from __future__ import annotations

import html
from collections.abc import Sequence

from grader.judge.verdicts import Result, TestResult, Verdict
from grader.report.wording import (
    COLON,
    EVERY,
    MORE_HINTS,
    PERHAPS,
    Told,
    details,
    failed_first,
    runs,
    same_trouble,
    summed_up,
    verdict_name,
)

STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #8884; }
td.points { text-align: right; font-variant-numeric: tabular-nums; }
.passed { color: #16803c; } .failed, .error { color: #c02626; } .timeout, .memory, .forbidden { color: #a85f00; }
.broken { color: #8b2fc9; }
code { overflow-wrap: anywhere; } pre { overflow-x: auto; background: #8882; padding: .5rem; max-height: 16rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: .2rem 0 1rem 1.5rem; }
dd { margin: 0; }
"""
WORDS = {
    "en": ("NLP Dojo: results", "member", "kata", "verdict", "points", "sandbox"),
    "zh": ("NLP Dojo：评测结果", "成员", "题目", "结果", "得分", "沙箱"),
}


def to_html(results: Sequence[Result], sandbox: str, lang: str) -> str:
    """The page: a table of all results, then each one's tests, what did not pass before what did."""
    title, member, kata, verdict, points, tier = WORDS[lang]
    colon = COLON[lang]
    rows = "".join(_row(index, result, lang) for index, result in enumerate(results))
    numbered = sorted(enumerate(results), key=lambda pair: pair[1].verdict is Verdict.PASSED)
    sections = "".join(_section(index, result, lang) for index, result in numbered)
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{STYLE}</style></head>\n'
        f"<body><h1>{title}</h1><p><strong>{summed_up(results, lang)}</strong></p>"
        f"<p>{tier}{colon}{html.escape(sandbox)}</p>\n<table><thead><tr><th>{member}</th>"
        f"<th>{kata}</th><th>{verdict}</th><th>{points}</th></tr></thead><tbody>\n{rows}</tbody></table>\n"
        f"{sections}</body></html>\n"
    )


def _row(index: int, result: Result, lang: str) -> str:
    return (
        f'<tr><td>{html.escape(result.member or "")}</td><td><a href="#r{index}">{html.escape(result.kata)}</a></td>'
        f"<td>{_verdict(result.verdict, lang)}</td>"
        f'<td class="points">{result.points:g}/{result.max_points:g}</td></tr>\n'
    )


def _section(index: int, result: Result, lang: str) -> str:
    title = html.escape(" / ".join(part for part in (result.member, result.kata) if part))
    message = None if result.tests else result.message  # else each test has it
    said = [PERHAPS[lang] + result.misconception.in_(lang)] if result.misconception is not None else []
    said += [message.in_(lang)] if message is not None else []
    more = f"<p><code>{MORE_HINTS[lang].format(kata=result.kata)}</code></p>"
    more = "" if result.verdict is Verdict.PASSED else more
    notes = "".join(f"<p>{html.escape(text)}</p>" for text in said)
    head = f'<h2 id="r{index}">{title}{COLON[lang]}{_verdict(result.verdict, lang)}</h2>'
    return f"{head}{notes}{_tests(result, lang)}{more}\n"


def _tests(result: Result, lang: str) -> str:
    same = same_trouble(result.tests)
    if same is not None:
        return f"<p>{EVERY[lang]}</p>{_details(same, lang, without=('call', 'hint'))}"
    told = Told()
    return "".join(_run(run, told, lang) for run in runs(failed_first(result.tests), lang))


def _run(run: Sequence[TestResult], told: Told, lang: str) -> str:
    test = run[0]
    times = f" ×{len(run)}" if len(run) > 1 else ""
    head = f"{_verdict(test.verdict, lang)} {html.escape(test.promise.in_(lang))}{times}"
    if test.verdict is Verdict.PASSED:
        return f"<div>{head}</div>"
    if told.again(test):
        return f"<div>{head}{'（同上）' if lang == 'zh' else ' (as above)'}</div>"
    return f"<div>{head}</div>{_details(test, lang)}"


def _details(test: TestResult, lang: str, without: Sequence[str] = ()) -> str:
    pairs = "".join(
        f"<dt>{label}</dt><dd><code>{html.escape(value)}</code></dd>"
        for name, label, value in details(test, lang)
        if name not in without
    )
    output = f"<pre>{html.escape(test.output)}</pre>" if test.output else ""
    return f"<dl>{pairs}</dl>{output}"


def _verdict(verdict: Verdict, lang: str) -> str:
    return f'<strong class="{verdict}">{html.escape(verdict_name(verdict, lang))}</strong>'
