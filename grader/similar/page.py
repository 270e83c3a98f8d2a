"""The pairs as one HTML page, both texts side by side, what they share marked. Everything in them is escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import jinja2

from grader.report.html import DARK, LIGHT
from grader.similar.pairs import Pair, Sheet

LISTED = 200  # pairs shown in full
WORDS = {
    "en": {
        "title": "NLP Dojo: submissions that are alike",
        "note": "A hint to look, not a verdict: people who solve a small task in the same way write similar code. What "
        "the starter, the reference or many members have in common is left out. Marked lines are shared.",
        "none": "No two submissions are alike beyond what the task forces.",
        "more": "Not shown: {count} more pairs.",
    },
    "zh": {
        "title": "NLP Dojo：相似的提交",
        "note": "这只是提示，不是结论：用同样思路解小题的人，代码本来就相像。"
        "起始代码、参考答案和多数成员共有的部分已排除。标出的行是两边共有的。",
        "none": "没有两份提交的相似程度超出题目本身的要求。",
        "more": "另有 {count} 对未显示。",
    },
}  # fmt: skip
PAGE = """\
<!doctype html>
<html lang="{{ lang }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{ words.title }}</title><style>
:root { color-scheme: light dark; {{ light }} }
@media (prefers-color-scheme: dark) { :root { {{ dark }} } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground); margin: 2rem auto;
  max-width: 90rem; padding: 0 1rem; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1rem; margin-bottom: 2rem; }
pre { font: 13px/1.45 ui-monospace, monospace; overflow-x: auto; background: var(--shade); padding: .5rem; margin: 0; }
mark { background: color-mix(in srgb, var(--link) 25%, transparent); color: inherit; }
.line { display: block; min-height: 1.45em; }
h3 { margin: 0 0 .3rem; font-size: 1rem; overflow-wrap: anywhere; }
@media (max-width: 700px) { .pair { grid-template-columns: minmax(0, 1fr); } body { padding: 0 .75rem; } }
</style></head><body><h1>{{ words.title }}</h1><p>{{ words.note }}</p>
{% for pair in pairs %}<h2>{{ pair.kata }}: {{ pair.share }} %</h2>
<div class="pair">{% for side in pair.sides %}<div><h3>{{ side.member }} ({{ side.path }})</h3>
<pre>{% for text, shared in side.lines %}<span class="line">{% if shared %}<mark>{{ text }}</mark>
{%- else %}{{ text }}{% endif %}</span>{% endfor %}</pre></div>{% endfor %}</div>
{% else %}<p>{{ words.none }}</p>
{% endfor %}{% if more %}<p>{{ more }}</p>{% endif %}</body></html>
"""


def to_page(pairs: Sequence[Pair], lang: str) -> str:
    """The page; of very many pairs the first."""
    words = WORDS[lang]
    shown = [
        {
            "kata": pair.left.kata,
            "share": round(100 * pair.share),
            "sides": [_side(pair.left, pair.left_lines), _side(pair.right, pair.right_lines)],
        }
        for pair in pairs[:LISTED]
    ]
    more = len(pairs) - LISTED
    return jinja2.Environment(autoescape=True).from_string(PAGE).render(
        lang=lang, words=words, pairs=shown, light=_colours(LIGHT), dark=_colours(DARK),
        more=words["more"].format(count=more) if more > 0 else "",
    )  # fmt: skip


def _side(sheet: Sheet, shared: frozenset[int]) -> dict[str, object]:
    return {"member": sheet.member, "path": sheet.path, "lines": list(_lines(sheet.text, shared))}


def _lines(text: str, shared: frozenset[int]) -> Iterator[tuple[str, bool]]:
    for number, line in enumerate(text.splitlines(), start=1):
        yield line.expandtabs(4), number in shared and bool(line.strip())


def _colours(palette: dict[str, str]) -> str:
    return " ".join(f"--{role}: {colour};" for role, colour in palette.items())
