"""The end of a session: the score by topic and kind, what was missed and why, and what to do next."""

from __future__ import annotations

from rich.text import Text

from dojo.question.kinds import Lang
from dojo.quiz.session import Result, Session, Tally, decimal
from dojo.show.phrases import clock, say
from dojo.show.quiz.review import SIGNS
from dojo.show.terminal.page import Page, language_key, text_look
from dojo.show.text.clean import one_line
from dojo.show.text.markup import Look, flat, render
from dojo.show.text.tables import table
from dojo.show.text.wrap import hang, wrap

_BAR = 12
_KATAS = 2  # named at the end


def summary_page(session: Session, lang: Lang, look: Look, notice: Text | None) -> Page:
    """The page after the last question."""
    inner = text_look(look)
    body = [*score_lines(session, lang, inner), Text()]
    body += _table(say("by_topic", lang), _topics(session, lang), lang, inner)
    body.append(Text())
    kinds = {say(f"kind_{kind}", lang): tally for kind, tally in session.by_kind().items()}
    body += [*_table(say("by_kind", lang), kinds, lang, inner), Text()]
    body += [*missed_lines(session, lang, inner), Text(), *next_lines(session, lang, inner, keys=True)]
    keys = [("r", say("key_missed", lang))] if session.missed() else []
    keys += [("n", say("key_new", lang)), ("u", say("key_undo", lang)), language_key(look, lang),
             ("Enter", say("key_quit", lang)), ("?", say("key_help", lang))]  # fmt: skip
    return Page((Text(say("end_title", lang), "bold"), Text()), body, keys, notice)


def score_lines(session: Session, lang: Lang, look: Look) -> list[Text]:
    """The score and the time, in a line."""
    tally = session.tally()
    said = say(
        "end_score", lang, score=decimal(tally.score), total=tally.asked,
        percent=round(100 * float(tally.score) / tally.asked) if tally.asked else 0, time=clock(tally.seconds),
    )  # fmt: skip
    if tally.skipped:
        said += ("; " if lang == "en" else "；") + say("skipped_count", lang, count=tally.skipped)
    return wrap(Text(said, "bold"), look.columns)


def missed_lines(session: Session, lang: Lang, look: Look) -> list[Text]:
    """Each missed question: its stem, the right answer, and the reason for what was chosen, else the explanation."""
    missed = session.missed()
    if not missed:
        return [Text(say("none_missed", lang), "green")]
    lines = [Text(say("missed_title", lang), "bold")]
    for result in missed:
        sign, style = SIGNS[result.outcome]
        stem = render(result.asked.stem.of(lang), look.narrower(2))
        lines += [Text.assemble((sign + " " if row == 0 else "  ", style), line) for row, line in enumerate(stem)]
        right = Text.assemble((say("right_answer", lang) + "  ", "dim"), flat(result.correct.of(lang), look))
        lines += hang(right, look.columns, Text("  "))
        reason = reason_for(result, lang, look)
        if result.confidence == 3:
            reason = Text.assemble((say("was_sure", lang), "bold"), reason)
        lines += [*hang(reason, look.columns, Text("  ")), Text()]
    return lines[:-1]


def reason_for(result: Result, lang: Lang, look: Look) -> Text:
    """Why the answer was missed: what was said of the option chosen, else the explanation."""
    for note in result.mark.notes if result.mark else ():
        if note.kind not in ("right", "point") and note.why.of(lang).strip():
            about = note.about.of(lang).rstrip(" .。") + (": " if lang == "en" else "：") if note.about else ""
            return flat(about + note.why.of(lang), look)
    return flat(result.asked.explanation.of(lang), look)


def next_lines(session: Session, lang: Lang, look: Look, keys: bool) -> list[Text]:
    """What to do next; `keys` says that the page's keys can be named."""
    lines = [Text(say("next_title", lang), "bold")]
    missed = session.missed()
    if missed and keys:
        lines += _item(say("next_review", lang, count=len(missed)), look)
    if missed:
        worst = _weakest(session)
        lines += _item(say("next_topic", lang, topic=worst), look) if worst else []
    else:
        lines += _item(say("next_level", lang), look)
    katas = session.bank.katas(dict.fromkeys(kata for result in missed for kata in result.asked.question.katas))
    for kata in katas[:_KATAS]:
        lines += _item(say("next_that_kata", lang, kata=kata), look)
    return lines if katas else lines + _item(say("next_kata", lang), look)


def _weakest(session: Session) -> str | None:
    """The topic with the least mean score among those with a wrong answer; a skipped question says nothing of it."""
    scores: dict[str, list[float]] = {}
    for result in session.results:
        if result.outcome != "skipped":
            scores.setdefault(result.asked.question.topic, []).append(float(result.score))
    shares = {topic: sum(each) / len(each) for topic, each in scores.items()}
    worst = min(shares, key=lambda topic: shares[topic], default=None)
    return worst if worst is not None and shares[worst] < 1 else None


def _item(text: str, look: Look) -> list[Text]:
    return hang(Text(text), look.columns, Text("• "))


def _topics(session: Session, lang: Lang) -> dict[str, Tally]:
    return {one_line(session.bank.title(topic).of(lang)): tally for topic, tally in session.by_topic().items()}


def _table(title: str, tallies: dict[str, Tally], lang: Lang, look: Look) -> list[Text]:
    head = [Text(title), Text(say("col_score", lang)), Text(""), Text(say("col_time", lang))]
    rows = []
    for name, tally in tallies.items():
        share = float(tally.score) / tally.asked
        full = round(_BAR * share)
        bar = Text.assemble(("━" * full, "green"), ("─" * (_BAR - full), "dim"))
        rows.append(
            [Text(name), Text(f"{decimal(tally.score)}/{tally.asked}"), bar, Text(clock(tally.seconds / tally.asked))]
        )
    return table(head, rows, look.columns, right=frozenset({1, 3}))
