"""The page of a question that stands: header with progress and clocks, stem, hint, and the way of answering."""

from __future__ import annotations

from msgspec import Struct
from rich.text import Text

from dojo.question.kinds import Lang, Number
from dojo.question.variant import Asked
from dojo.quiz.session import Session
from dojo.show.phrases import clock, say
from dojo.show.quiz.widget import Widget
from dojo.show.terminal.page import Page, language_key, text_look
from dojo.show.text.clean import one_line
from dojo.show.text.markup import Look, flat, one_paragraph, render
from dojo.show.text.wrap import wrap

_BAR = 10


class Clock(Struct, frozen=True):
    """Seconds left for this question, and for all that are left."""

    question: float
    every: float


class Status(Struct, frozen=True):
    """What stands around a question on its page."""

    lang: Lang
    hint: bool = False
    flagged: bool = False
    confidence: int | None = None
    notice: Text | None = None
    warning: str | None = None
    time: Clock | None = None


def question_page(session: Session, asked: Asked, widget: Widget, status: Status, look: Look) -> Page:
    """`asked` as it is shown while it is being answered."""
    lang, inner = status.lang, text_look(look)
    body = [*warning_lines(status, inner), *render(asked.stem.of(lang), inner)]
    if asked.question.as_of:
        body += [Text(say("as_of", lang, when=one_line(asked.question.as_of)), style="dim")]
    if status.hint and asked.hint:
        body.append(Text())
        body += labelled(say("hint", lang), asked.hint.of(lang), inner, "yellow")
    body += [Text(), Text(what_to_do(asked, lang), style="dim italic")]
    drawn = widget.draw(inner, lang)
    start = len(body)
    body += drawn.lines
    keys = [*widget.keys(lang)]
    if not widget.typing:
        keys += [("s", say("key_skip", lang)), ("u", say("key_undo", lang))]
        keys += [("h", say("key_hint", lang))] if asked.hint else []
        keys += [language_key(look, lang), ("q", say("key_quit", lang))]
    keys.append(("Esc ?" if widget.typing else "?", say("key_help", lang)))
    return Page(
        header(session, asked, status, session.position + 1),
        body,
        keys,
        status.notice,
        (drawn.cursor[0] + start, drawn.cursor[1]) if drawn.cursor else None,
        (drawn.focus[0] + start, drawn.focus[1] + start) if drawn.focus else None,
    )


def what_to_do(asked: Asked, lang: Lang) -> str:
    """What the question asks for; of a number, also how exact it has to be."""
    if isinstance(asked.question, Number):
        from dojo.marking.precision import precision

        return say("do_number", lang, precision=precision(asked.question).of(lang))
    return say(f"do_{asked.kind}", lang)


def header(session: Session, asked: Asked, status: Status, number: int) -> tuple[Text, Text]:
    """Topic, level and kind to the left; progress, flag, confidence and clocks to the right."""
    lang, question = status.lang, asked.question
    topic = one_line(session.bank.title(question.topic).of(lang))
    left = Text.assemble(
        (topic, "bold"),
        (f" · {'●' * question.level}{'○' * (3 - question.level)} {say(f'level_{question.level}', lang)}", "dim"),
        (f" · {say(f'kind_{asked.kind}', lang)}", "dim"),
    )
    done = round(_BAR * session.position / max(session.total, 1))
    right = Text()
    if status.confidence:
        right.append("+ " if status.confidence == 3 else "- ", "bold")
    if status.flagged:
        right.append("⚑ ", "bold yellow")
    right.append(f"{number}/{session.total} ")
    right.append("━" * done, "green")
    right.append("─" * (_BAR - done), "dim")
    if status.time:
        short = status.time.question < 10
        right.append("  " + clock(max(status.time.question, 0) + 0.999), "bold red" if short else "bold")
        right.append(" · " + clock(max(status.time.every, 0) + 0.999), "dim")
    right.append(" ")
    return left, right


def warning_lines(status: Status, look: Look) -> list[Text]:
    """What the learner has to know before anything else, such as that answers can't be saved."""
    return [*wrap(Text(one_line(status.warning), "yellow"), look.columns), Text()] if status.warning else []


def labelled(label: str, source: str, look: Look, style: str = "") -> list[Text]:
    """A text of the bank behind a bold label, both in one block where the text is one paragraph."""
    first = Text(label + "  ", style=f"bold {style}".strip())
    if one_paragraph(source):
        return wrap(Text.assemble(first, flat(source, look)), look.columns)
    return [first, *(Text.assemble("  ", line) for line in render(source, look.narrower(2)))]
