"""`dojo stats --html`: one page with charts, that loads nothing from elsewhere and is readable in the dark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from html import escape

from dojo.progress.overview import Overview
from dojo.schedule.figures import Figures
from dojo.show import figures as words
from dojo.show import stats
from dojo.show.figures import percent, said, sureness_name
from dojo.show.text.markup import Look, flat

# Every text colour has a contrast of 4.5 or more on its ground.
STYLE = """
:root { color-scheme: light dark; --ink: #1a1c1f; --soft: #5c6470; --ground: #fff; --line: #d5d8dd;
  --bar: #2a6fb0; --other: #b35900; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8eb; --soft: #a3abb5; --ground: #14171a; --line: #3a4047; --bar: #6fb1ee; --other: #f0b35a; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground);
  max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin: 2rem 0 .3rem; font-size: 1.15rem; }
p { margin: .3rem 0; color: var(--soft); }
svg { width: 100%; height: auto; display: block; }
svg text { fill: var(--soft); font: 12px system-ui, sans-serif; }
.bar { fill: var(--bar); }
.axis { stroke: var(--line); }
.one { stroke: var(--bar); fill: var(--bar); }
.two { stroke: var(--other); fill: var(--other); }
path.one, path.two { fill: none; stroke-width: 2; }
path.two { stroke-dasharray: 5 4; }
table { border-collapse: collapse; width: 100%; }
td:has(meter) { white-space: nowrap; }
td, th { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { white-space: nowrap; }
meter { width: 6rem; }
"""
WORDS = {
    "title": ("NLP Dojo: your practice", "NLP Dojo：练习统计"),
    "activity": ("Answers and submissions a day", "每天的作答与提交"),
    "forecast": ("Questions that come due", "到期复习的题数"),
    "memory": ("Recall, measured and expected", "记住的比例：实测与预计"),
    "memory_axis": ("days since the last review, in stabilities", "距上次复习的时间（以稳定度为单位）"),
    "measured": ("measured", "实测"),
    "expected": ("expected by the memory model", "记忆模型预计"),
    "topics": ("Topics", "主题"),
    "katas": ("Katas", "编程题"),
    "sureness": ("Confidence and truth", "把握与实际"),
    "hard": ("Hardest questions", "最难的题"),
}  # fmt: skip
WIDE, HIGH, LEFT, BELOW, LABEL = 720, 160, 40, 22, 44


def page(overview: Overview, figures: Figures, lang: str, today: date, now: float, banks: stats.Banks) -> str:
    """The page; what there is nothing to say about is left out."""
    parts = [
        f"<h1>{_word('title', lang)}</h1><p>{escape(stats.total(overview, lang, banks))}</p>",
        _chart("activity", figures.active, today - timedelta(days=len(figures.active) - 1), lang),
        _chart("forecast", figures.due, today, lang),
        _memory(figures, lang),
        _sureness(figures, lang),
        _topics(overview, lang, now, banks),
        _katas(overview, lang, now),
        _hardest(figures, lang, banks),
    ]
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width"><title>{_word("title", lang)}</title><style>{STYLE}</style></head>\n<body>'
        + "\n".join(part for part in parts if part)
        + "</body></html>\n"
    )


def _word(name: str, lang: str) -> str:
    return WORDS[name][lang == "zh"]


def _chart(name: str, counts: Sequence[int], first: date, lang: str) -> str:
    """A bar a day."""
    if not any(counts):
        return ""
    most = max(counts)
    step = (WIDE - LEFT) / len(counts)
    bars, labels = [], []
    for place, count in enumerate(counts):
        day = first + timedelta(days=place)
        x, height = LEFT + place * step, HIGH * count / most
        title = f"<title>{day.isoformat()}: {count}</title>"
        bars.append(
            f'<rect class="bar" x="{x + 1:.1f}" y="{10 + HIGH - height:.1f}" width="{step - 2:.1f}" '
            f'height="{height:.1f}">{title}</rect>'
        )
        if place % 7 == 0 and WIDE - x > 40:
            labels.append(f'<text x="{x:.1f}" y="{10 + HIGH + 16}">{day:%m-%d}</text>')
    return _drawn(_word(name, lang), bars + labels + [_axis(str(most))])


def _axis(most: str) -> str:
    return (
        f'<line class="axis" x1="{LEFT}" y1="{10 + HIGH}" x2="{WIDE}" y2="{10 + HIGH}"/>'
        f'<text x="{LEFT - 6}" y="18" text-anchor="end">{most}</text>'
        f'<text x="{LEFT - 6}" y="{10 + HIGH}" text-anchor="end">0</text>'
    )


def _drawn(title: str, parts: Iterable[str], note: str = "") -> str:
    svg = (
        f'<svg viewBox="0 0 {WIDE} {10 + HIGH + BELOW}" role="img" aria-label="{escape(title)}">{"".join(parts)}</svg>'
    )
    return f"<h2>{escape(title)}</h2>{note}{svg}"


def _memory(figures: Figures, lang: str) -> str:
    if not figures.reviews:
        return ""
    points = figures.recalled
    step = (WIDE - LEFT - 40) / max(len(points) - 1, 1)
    places = [LEFT + 20 + number * step for number in range(len(points))]
    measured = [one.right / one.reviews for one in points]
    parts = [_axis("100%")]
    for style, shares in (("two", [one.expected for one in points]), ("one", measured)):
        heights = [10 + HIGH * (1 - share) for share in shares]
        route = " L".join(f"{x:.1f} {y:.1f}" for x, y in zip(places, heights, strict=True))
        parts.append(f'<path class="{style}" d="M{route}"/>')
        parts += [
            f'<circle class="{style}" cx="{x:.1f}" cy="{y:.1f}" r="3.5"><title>{percent(share)}</title></circle>'
            for x, y, share in zip(places, heights, shares, strict=True)
        ]
    every = max(round(LABEL / max(step, 1)), 1)
    parts += [
        f'<text x="{x:.1f}" y="{10 + HIGH + 16}" text-anchor="middle">{_short(one.share)}</text>'
        for x, one in list(zip(places, points, strict=True))[::every]
    ]
    told = said(
        "retention", lang, reviews=words.counted(figures.reviews, ("review", "次"), lang),
        measured=percent(figures.retention), expected=percent(figures.expected),
    )  # fmt: skip
    legend = f"● {_word('measured', lang)} &nbsp; ┄ {_word('expected', lang)} &nbsp; ({_word('memory_axis', lang)})"
    return _drawn(_word("memory", lang), parts, f"<p>{escape(told)}</p><p>{legend}</p>")


def _short(share: float) -> str:
    return f"{share:.0f}" if share >= 10 else f"{share:.2g}"


def _sureness(figures: Figures, lang: str) -> str:
    if not any(one.confidence for one in figures.sureness):
        return ""
    rows = [
        [said(sureness_name(one.confidence), lang), str(one.answers), _meter(one.score)] for one in figures.sureness
    ]
    return _table(_word("sureness", lang), [said("confidence", lang), *_heads("answers", "share", lang=lang)], rows)


def _topics(overview: Overview, lang: str, now: float, banks: stats.Banks) -> str:
    rows = [
        [
            escape(banks.titles.get(tally.topic, tally.topic)),
            f"{tally.questions}/{banks.sizes[tally.topic]}" if tally.topic in banks.sizes else str(tally.questions),
            str(tally.answers), _meter(tally.known), stats.ago(tally.last, now, lang),
        ]
        for tally in overview.topics
    ]  # fmt: skip
    return _table(_word("topics", lang), _heads("topic", "questions", "answers", "known", "last", lang=lang), rows)


def _katas(overview: Overview, lang: str, now: float) -> str:
    rows = [
        [escape(tally.kata), str(tally.attempts), stats.verdict(tally.verdict, lang), _meter(tally.best),
         stats.ago(tally.last, now, lang)]
        for tally in overview.katas
    ]  # fmt: skip
    return _table(_word("katas", lang), _heads("kata", "attempts", "verdict", "best", "last", lang=lang), rows)


def _hardest(figures: Figures, lang: str, banks: stats.Banks) -> str:
    rows = [
        [
            f"<code>{escape(one.question)}</code><br>{escape(_plain(banks.stems.get(one.question, '')))}",
            str(one.answers),
            _meter(one.score),
        ]
        for one in figures.hardest
    ]
    return _table(_word("hard", lang), [said("question", lang), *_heads("answers", "share", lang=lang)], rows)


def _plain(stem: str | None) -> str:
    return flat(stem, Look(colour=True)).plain if stem else ""


def _heads(*names: str, lang: str) -> list[str]:
    return [stats.said(name, lang) for name in names]


def _meter(share: float) -> str:
    return f'<meter min="0" max="1" low=".5" high=".8" optimum="1" value="{share:.3f}"></meter> {percent(share)}'


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Cells are HTML already."""
    if not rows:
        return ""
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    return f"<h2>{escape(title)}</h2><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
