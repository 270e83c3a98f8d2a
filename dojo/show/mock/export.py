"""A scorecard with all answers as Markdown, and as one HTML page that loads nothing from elsewhere.

What the candidate wrote is escaped in both: it is text, whatever it looks like.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from dojo.bank.bank import Bank
from dojo.marking.answer import written
from dojo.mock.scorecard import COMPETENCES, Asked, Scorecard
from dojo.question.kinds import Lang, Open
from dojo.question.variant import draw
from dojo.show.mock.answers import given, right
from dojo.show.mock.card import head_of, kata_line, rubric_of, stem_of, topic_of
from dojo.show.mock.words import percent, said
from dojo.show.text.markup import Look, flat

STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif;
  --text: #1a1c1f; --ground: #ffffff; --shade: #f0f1f3; --line: #c9ccd1; --bar: #136c33; --track: #d5d8dc; }
@media (prefers-color-scheme: dark) { :root {
  --text: #e6e8eb; --ground: #14171a; --shade: #23272c; --line: #454b53; --bar: #6fd08c; --track: #3a4047; } }
body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; color: var(--text); background: var(--ground); }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; padding: .3rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.score { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
p, li, td:first-child, pre { overflow-wrap: anywhere; } td.word { white-space: nowrap; }
pre { white-space: pre-wrap; background: var(--shade); padding: .5rem; font: inherit; }
svg rect.track { fill: var(--track); } svg rect.bar { fill: var(--bar); }
"""


def to_markdown(card: Scorecard, before: Scorecard | None, bank: Bank, lang: Lang) -> str:
    """The card and every answer."""
    lines = [f"# {said('card_title', lang)}", "", _plain(head_of(card, lang)), ""]
    for name in COMPETENCES:
        lines.append(f"- {said(name, lang)}{_colon(lang)}{_scored(card, before, name, lang)}")
    lines += ["", f"## {said('questions', lang)}", ""]
    lines += ["| " + " | ".join(said(f"col_{name}", lang) for name in ("question", "topic", "result", "score")) + " |"]
    lines.append("|---|---|---|---|")
    for one in card.asked:
        cells = (_short(one, bank, lang), topic_of(one, bank, lang), said(one.outcome, lang), f"{one.score:.2g}")
        lines.append("| " + " | ".join(_plain(cell).replace("|", "\\|") for cell in cells) + " |")
    if card.coded is not None:
        lines += ["", _plain(kata_line(card.coded, lang))]
    for title, each in _sections(card):
        lines += ["", f"## {said(title, lang)}"]
        for one in each:
            lines += ["", f"### {_plain(_short(one, bank, lang))}"]
            for label, texts, kind in _parts(one, bank, lang):
                sign = "- " if kind == "list" else ""
                said_so = _quoted(texts) if kind == "words" else "\n".join(sign + _plain(text) for text in texts)
                lines += ["", f"**{label}**", "", said_so]
    lines += ["", f"## {said('own_title', lang)}", ""]
    lines += [f"- {_plain(note)}" for note in card.notes] or [said("own_none", lang)]
    return "\n".join(lines) + "\n"


def to_html(card: Scorecard, before: Scorecard | None, bank: Bank, lang: Lang) -> str:
    """The same as a page."""
    body = [f"<h1>{said('card_title', lang)}</h1>", f"<p>{_safe(head_of(card, lang))}</p>", "<table>"]
    for name in COMPETENCES:
        body.append(
            f"<tr><td>{said(name, lang)}</td><td>{_bar(card.scores.get(name))}</td>"
            f'<td class="score">{_safe(_scored(card, before, name, lang))}</td></tr>'
        )
    body += ["</table>", f"<h2>{said('questions', lang)}</h2>", "<table><tr>"]
    body += [f"<th>{said(f'col_{name}', lang)}</th>" for name in ("question", "topic", "result", "score")]
    body.append("</tr>")
    for one in card.asked:
        body.append(
            f"<tr><td>{_safe(_short(one, bank, lang))}</td><td>{_safe(topic_of(one, bank, lang))}</td>"
            f'<td class="word">{said(one.outcome, lang)}</td><td class="score">{one.score:.2g}</td></tr>'
        )
    body.append("</table>")
    if card.coded is not None:
        body.append(f"<p>{_safe(kata_line(card.coded, lang))}</p>")
    for title, each in _sections(card):
        body.append(f"<h2>{said(title, lang)}</h2>")
        for one in each:
            body.append(f"<h3>{_safe(_short(one, bank, lang))}</h3>")
            for label, texts, kind in _parts(one, bank, lang):
                body.append(f"<p><strong>{label}</strong></p>")
                tag = {"words": "pre", "text": "p", "list": "li"}[kind]
                items = "".join(f"<{tag}>{_safe(text)}</{tag}>" for text in texts)
                body.append(f"<ul>{items}</ul>" if kind == "list" else items)
    body.append(f"<h2>{said('own_title', lang)}</h2>")
    notes = "".join(f"<li>{_safe(note)}</li>" for note in card.notes)
    body.append(f"<ul>{notes}</ul>" if notes else f"<p>{said('own_none', lang)}</p>")
    head = f"NLP Dojo{_colon(lang)}{said('card_title', lang)}"
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{head}</title>'
        f"<style>{STYLE}</style></head>\n<body>\n" + "\n".join(body) + "\n</body></html>\n"
    )


def _sections(card: Scorecard) -> Iterator[tuple[str, list[Asked]]]:
    """Title and questions of each section in full: the warm-up, then the open questions."""
    warm = [one for one in card.asked if not one.open]
    if warm:
        yield "warm", warm
    yield "open_title", [one for one in card.asked if one.open]


def _parts(one: Asked, bank: Bank, lang: Lang) -> Iterator[tuple[str, list[str], str]]:
    """Label, texts and their kind for all that is known of a question: a person's `words`, a `list`, a `text`."""
    yield from _open_parts(one, bank, lang) if one.open else _warm_parts(one, bank, lang)
    if bank.entry(one.question):
        yield said("why", lang), [_flat(draw(bank.question(one.question), one.seed).explanation.of(lang))], "text"


def _warm_parts(one: Asked, bank: Bank, lang: Lang) -> Iterator[tuple[str, list[str], str]]:
    """What was answered, and what is right."""
    asked = draw(bank.question(one.question), one.seed) if bank.entry(one.question) else None
    if one.outcome == "skipped":
        yield said("your_words", lang), [said("nothing", lang)], "text"
    elif one.answer is not None and asked is not None:
        texts = given(asked, one.answer, lang)
        if texts is None:
            yield said("your_words", lang), [written(asked, one.answer, lang)], "words"
        else:
            yield said("your_words", lang), [_flat(text) for text in texts], _kind(texts)
    if asked is not None:
        texts = right(asked, lang)
        yield said("right_answer", lang), [_flat(text) for text in texts], _kind(texts)


def _kind(texts: list[str]) -> str:
    return "text" if len(texts) == 1 else "list"


def _open_parts(one: Asked, bank: Bank, lang: Lang) -> Iterator[tuple[str, list[str], str]]:
    """The words, the points made and missed, the follow-up."""
    yield said("your_words", lang), [one.words or said("nothing", lang)], "words"
    made, missed, wrong = rubric_of(one, bank, lang)
    for name, texts in (("points_made", made), ("points_missed", missed), ("claims_made", wrong)):
        if texts:
            yield said(name, lang), [_flat(text) for text in texts], "list"
    question = bank.question(one.question) if bank.entry(one.question) else None
    if one.follow_up is not None and isinstance(question, Open) and question.follow_up is not None:
        yield said("follow_up", lang), [_flat(question.follow_up.stem.of(lang))], "text"
        yield said("your_words", lang), [one.follow_up or said("nothing", lang)], "words"
        yield said("good_answer", lang), [_flat(question.follow_up.answer.of(lang))], "text"


def _short(one: Asked, bank: Bank, lang: Lang) -> str:
    """The stem in one line."""
    stem = stem_of(one, bank, lang)
    return _flat(stem) if stem is not None else f"{one.question} {said('gone', lang)}"


def _flat(source: str) -> str:
    """A text of a bank in one line, with its formulas in Unicode."""
    return flat(source, Look(100_000, colour=False)).plain.replace("\u00a0", " ")


def _scored(card: Scorecard, before: Scorecard | None, name: str, lang: str) -> str:
    score = card.scores.get(name)
    if score is None:
        return said("not_asked", lang)
    last = before.scores.get(name) if before else None
    return percent(score) + (f" ({said('last_time', lang, score=round(100 * last))})" if last is not None else "")


def _bar(score: float | None) -> str:
    if score is None:
        return ""
    return (
        '<svg width="200" height="12" role="img" aria-hidden="true"><rect class="track" width="200" height="12"/>'
        f'<rect class="bar" width="{round(200 * score)}" height="12"/></svg>'
    )


def _safe(text: str) -> str:
    return html.escape(text, quote=True)


def _plain(text: str) -> str:
    """One line of Markdown in which nothing is markup or HTML, but for code and formulas of the banks."""
    return re.sub(r"([<>\[\]#])", r"\\\1", " ".join(text.split()))


def _quoted(texts: list[str]) -> str:
    """A person's words as an indented block, in which nothing is markup."""
    return "\n".join(f"    {line}" for line in texts[0].splitlines() or [""])


def _colon(lang: str) -> str:
    return "：" if lang == "zh" else ": "
