"""The scorecard on a terminal, and the list of all of them."""

from __future__ import annotations

import time
from collections.abc import Sequence

from rich.text import Text

from dojo.bank.bank import Bank
from dojo.mock.scorecard import COMPETENCES, Asked, Coded, Scorecard
from dojo.question.kinds import Lang, Open
from dojo.question.variant import draw
from dojo.show.mock.words import percent, said
from dojo.show.phrases import clock
from dojo.show.text.clean import one_line
from dojo.show.text.markup import Look, flat, headline
from dojo.show.text.tables import table
from dojo.show.text.wrap import crop, hang, width, wrap
from grader.judge.verdicts import Verdict
from grader.report.wording import verdict_name

_BAR = 20
_STEM = 40  # cells of a question in the table


def card_lines(card: Scorecard, before: Scorecard | None, bank: Bank, lang: Lang, look: Look) -> list[Text]:
    """The card; `before` is the one to compare with."""
    lines = [Text(said("card_title", lang), "bold"), Text(head_of(card, lang)), Text()]
    column = max(width(said(name, lang)) for name in COMPETENCES) + 2
    for name in COMPETENCES:
        lines.append(_competence(name, card, before, lang, column))
    lines += [Text(), Text(said("questions", lang), "bold")]
    head = [Text(said(f"col_{name}", lang)) for name in ("question", "topic", "result", "score")]
    lines += table(head, [_row(one, bank, lang, look) for one in card.asked], look.columns, right=frozenset({3}))
    if card.coded is not None:
        lines += [Text(), *wrap(Text(kata_line(card.coded, lang)), look.columns)]
    lines += [Text(), Text(said("own_title", lang), "bold")]
    for note in card.notes:
        lines += hang(Text(one_line(note)), look.columns, Text("- "))
    if not card.notes:
        lines += wrap(Text(said("own_none", lang)), look.columns)
    lines.append(Text())
    for foot in ("found_note", "next_export"):
        lines += wrap(Text(said(foot, lang), "dim"), look.columns)
    return lines


def list_lines(cards: Sequence[Scorecard], lang: str, look: Look) -> list[Text]:
    """A row for each interview, numbered from 1, the newest last."""
    if not cards:
        return [Text(said("list_none", lang))]
    head = [Text(said(f"col_{name}", lang)) for name in ("number", "date", "role", "time")]
    head += [Text(said(name, lang)) for name in COMPETENCES]
    rows = [
        [
            Text(str(number)), Text(_date(card)), Text(card.role), Text(f"{clock(card.seconds)}/{card.minutes:g}:00"),
            *(Text(percent(card.scores.get(name))) for name in COMPETENCES),
        ]
        for number, card in enumerate(cards, start=1)
    ]  # fmt: skip
    return table(head, rows, look.columns, right=frozenset({0, 3, 4, 5, 6, 7}))


def head_of(card: Scorecard, lang: str) -> str:
    """Date, role and time in a line."""
    return said(
        "card_head", lang, date=_date(card), role=said(f"role_{card.role}", lang), time=clock(card.seconds),
        minutes=f"{card.minutes:g}",
    )  # fmt: skip


def kata_line(coded: Coded, lang: str) -> str:
    """What came of the kata, in a sentence."""
    if coded.verdict is None:
        return said("kata_unsaved", lang, kata=coded.kata, time=clock(coded.seconds), par=clock(coded.par))
    verdict = verdict_name(Verdict(coded.verdict), lang)
    return said(
        "kata_line", lang, kata=coded.kata, verdict=verdict, passed=coded.passed, tests=coded.tests,
        time=clock(coded.seconds), par=clock(coded.par), saves=coded.saves,
    )  # fmt: skip


def stem_of(one: Asked, bank: Bank, lang: Lang) -> str | None:
    """The text of a question, in the variant that was asked; None where the bank has it no longer."""
    if bank.entry(one.question) is None:
        return None
    return draw(bank.question(one.question), one.seed).stem.of(lang)


def topic_of(one: Asked, bank: Bank, lang: Lang) -> str:
    """The title of a question's topic; its short name where there is no such bank any more."""
    return one_line(bank.title(one.topic).of(lang)) if one.topic in bank.topics else one.topic


def rubric_of(one: Asked, bank: Bank, lang: Lang) -> tuple[list[str], list[str], list[str]]:
    """Points made, points missed and false claims of an open question, as texts."""
    question = bank.question(one.question) if bank.entry(one.question) else None
    if not isinstance(question, Open):
        return [], [], []
    texts = [point.point.of(lang) for point in question.rubric]
    made = [text for place, text in enumerate(texts) if place in one.points]
    missed = [text for place, text in enumerate(texts) if place not in one.points]
    wrong = [claim.claim.of(lang) for place, claim in enumerate(question.not_said) if place in one.claims]
    return made, missed, wrong


def _date(card: Scorecard) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(card.at))


def _competence(name: str, card: Scorecard, before: Scorecard | None, lang: str, column: int) -> Text:
    score = card.scores.get(name)
    label = said(name, lang)
    line = Text.assemble("  ", label, " " * (column - width(label)))
    if score is None:
        return line.append(said("not_asked", lang), "dim")
    full = round(_BAR * score)
    line.append("━" * full, "green" if score >= 0.8 else "yellow" if score >= 0.5 else "red")
    line.append("─" * (_BAR - full), "dim")
    line.append(f" {percent(score):>4}", "bold")
    last = before.scores.get(name) if before else None
    if last is not None:
        line.append("  " + said("last_time", lang, score=round(100 * last)), "dim")
    return line


def _row(one: Asked, bank: Bank, lang: Lang, look: Look) -> list[Text]:
    stem = stem_of(one, bank, lang)
    shown = headline(stem, look) if stem is not None else flat(one.question, look)
    style = {"right": "green", "partly": "yellow"}.get(one.outcome, "red")
    return [
        crop(shown, max(min(_STEM, look.columns - 48), 12)),
        Text(topic_of(one, bank, lang)), Text(said(one.outcome, lang), style), Text(f"{one.score:.2g}"),
    ]  # fmt: skip
