"""Results as one HTML page that loads nothing from elsewhere. Everything a submission said is escaped."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

from grader.judge.verdicts import Result, TestResult, Verdict
from grader.report.summary import Summary
from grader.report.wording import (
    COLON,
    EVERY,
    LEFT_OUT,
    MORE_HINTS,
    NO_POINTS,
    NOT_HANDED_IN,
    PERHAPS,
    Told,
    by_member,
    details,
    failed_first,
    points,
    runs,
    same_trouble,
    state,
    summed_up,
    unmet,
    verdict_name,
)

# Light and dark palettes. Every text colour has a contrast of at least 4.5 on both backgrounds of its mode.
LIGHT = {
    "text": "#1a1c1f", "ground": "#ffffff", "shade": "#f0f1f3", "line": "#c9ccd1", "link": "#0b57a4",
    "good": "#136c33", "bad": "#b3211f", "limit": "#8a4d00", "ours": "#7a28b3",
}  # fmt: skip
DARK = {
    "text": "#e6e8eb", "ground": "#14171a", "shade": "#23272c", "line": "#454b53", "link": "#8ec1ff",
    "good": "#6fd08c", "bad": "#ff9a94", "limit": "#f0b35a", "ours": "#d4a5f5",
}  # fmt: skip
STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; @LIGHT@ }
@media (prefers-color-scheme: dark) { :root { @DARK@ } }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: var(--text); background: var(--ground); }
h1, h2, p, li, div, dd, td:first-child { overflow-wrap: anywhere; }
a { color: var(--link); }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; padding: .3rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td:first-child { min-width: 5rem; } th, td strong, td.met { word-break: keep-all; }
.points { text-align: right; font-variant-numeric: tabular-nums; } td.points { white-space: nowrap; }
.passed, .met { color: var(--good); } .failed, .error, .absent, .unmet { color: var(--bad); }
.timeout, .memory, .forbidden { color: var(--limit); } .broken { color: var(--ours); }
code { overflow-wrap: anywhere; white-space: pre-wrap; background: var(--shade); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--shade); padding: .5rem; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 1rem; margin: .2rem 0 1rem 1rem; }
dd { margin: 0; min-width: 0; }
@media (max-width: 30rem) { body { padding: 0 .5rem; } th, td { padding: .3rem .25rem; } dl { margin-left: 0; } }
"""
for _mode, _colours in (("@LIGHT@", LIGHT), ("@DARK@", DARK)):
    STYLE = STYLE.replace(_mode, " ".join(f"--{role}: {colour};" for role, colour in _colours.items()))
WORDS = {
    "en": ("NLP Dojo: results", "member", "kata", "verdict", "points", "sandbox"),
    "zh": ("NLP Dojo：评测结果", "成员", "题目", "结果", "得分", "沙箱"),
}
MEMBERS = {
    "en": ("member", "mean score", "passed", "met", "yes", "no"),
    "zh": ("成员", "平均分", "通过", "达标", "是", "否"),
}


def to_html(summary: Summary, lang: str) -> str:
    """The page: a table of all results, one of all members, then each submission's tests, failures first."""
    title, member, kata, verdict, head, tier = WORDS[lang]
    colon = COLON[lang]
    places = {id(result): index for index, result in enumerate(summary.results)}
    rows = "".join(_rows(name, results, places, lang) for name, results in by_member(summary))
    handed_in = [(index, result) for index, result in enumerate(summary.results) if result.file is not None]
    handed_in.sort(key=lambda pair: pair[1].verdict is Verdict.PASSED)
    sections = "".join(_section(index, result, lang) for index, result in handed_in)
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{STYLE}</style></head>\n'
        f"<body><h1>{title}</h1><p><strong>{summed_up(summary, lang)}</strong></p>"
        f"<p>{tier}{colon}{html.escape(summary.sandbox)}</p>\n<table><thead><tr><th>{member}</th>"
        f'<th>{kata}</th><th>{verdict}</th><th class="points">{head}</th></tr></thead><tbody>\n'
        f"{rows}</tbody></table>\n{_members(summary, lang)}{sections}{_left_out(summary, lang)}</body></html>\n"
    )


def _rows(name: str | None, results: Sequence[Result], places: Mapping[int, int], lang: str) -> str:
    first = f"<tr><td>{_name(name)}</td>"
    if not results:
        absent = f'<strong class="absent">{NOT_HANDED_IN[lang]}</strong>'
        return f'{first}<td></td><td>{absent}</td><td class="points">{NO_POINTS}</td></tr>\n'
    return "".join(first + _cells(result, places[id(result)], lang) for result in results)


def _cells(result: Result, index: int, lang: str) -> str:
    kata = html.escape(result.kata).replace("_", "_<wbr>")  # lets a long name wrap on a phone
    link = kata if result.file is None else f'<a href="#r{index}">{kata}</a>'
    style = "absent" if result.file is None else str(result.verdict)
    return (
        f'<td>{link}</td><td><strong class="{style}">{state(result, lang)}</strong></td>'
        f'<td class="points">{points(result)}</td></tr>\n'
    )


def _members(summary: Summary, lang: str) -> str:
    if not summary.members:
        return ""
    member, score, passed, met, yes, no = MEMBERS[lang]
    rows = "".join(
        f'<tr><td>{_name(one.name)}</td><td class="points">{one.score:.2f}</td>'
        f'<td class="points">{one.passed}/{one.graded}</td>'
        + (f'<td class="met">{yes}</td>' if one.met else f'<td class="unmet">{no}{COLON[lang]}{unmet(one, lang)}</td>')
        + "</tr>\n"
        for one in summary.members
    )
    return (
        f'<table><thead><tr><th>{member}</th><th class="points">{score}</th><th class="points">{passed}</th>'
        f"<th>{met}</th></tr></thead><tbody>\n{rows}</tbody></table>\n"
    )


def _left_out(summary: Summary, lang: str) -> str:
    rows = "".join(
        f"<li><code>{html.escape(one.path)}</code>{COLON[lang]}{html.escape(one.why.in_(lang))}</li>\n"
        for one in summary.left_out
    )
    return f"<h2>{LEFT_OUT[lang].capitalize()}</h2>\n<ul>\n{rows}</ul>\n" if rows else ""


def _name(name: str | None) -> str:
    return f"<bdi>{html.escape(name or '')}</bdi>"  # keeps a right-to-left name from reordering its surroundings


def _section(index: int, result: Result, lang: str) -> str:
    title = " / ".join([*([_name(result.member)] if result.member else []), html.escape(result.kata)])
    message = None if result.tests else result.message  # else each test has it
    said = [PERHAPS[lang] + result.misconception.in_(lang)] if result.misconception is not None else []
    said += [message.in_(lang)] if message is not None else []
    more = f"<p>{MORE_HINTS[lang]}<code>dojo kata hint {result.kata}</code></p>"
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
