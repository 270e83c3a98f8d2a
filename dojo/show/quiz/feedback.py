"""The pages around an answer: what it was worth and why, the points of an open one to be confirmed, its follow-up."""

from __future__ import annotations

from collections.abc import Collection

from rich.text import Text

from dojo.question.kinds import FollowUp, Lang, Open
from dojo.question.variant import Asked
from dojo.quiz.session import Result, Session
from dojo.show.phrases import say
from dojo.show.quiz.question import Status, header, labelled, warning_lines
from dojo.show.quiz.review import more_to_say, notes, review, verdict
from dojo.show.quiz.scoring import scoring
from dojo.show.terminal.page import Page, language_key, text_look
from dojo.show.text.clean import clean, one_line
from dojo.show.text.markup import Look, flat, render
from dojo.show.text.wrap import crop, hang, width, wrap


def feedback_page(session: Session, result: Result, status: Status, look: Look, every: bool = False) -> Page:
    """What the learner sees once the answer is in the log; `every` gives the reason of each option."""
    lang, inner = status.lang, text_look(look)
    question = result.asked.question
    body = [*warning_lines(status, inner), verdict(result, lang), *_scored(result, lang, inner), Text()]
    body += review(result, lang, inner, every)
    if not every and (remarks := notes(result, lang, inner)):
        body += [Text(), *remarks]
    body += [Text(), *labelled(say("explanation", lang), result.asked.explanation.of(lang), inner)]
    body.append(Text())
    label = Text(say("source", lang) + "  ", "dim")
    for number, source in enumerate(session.bank.sources(question.sources)):
        first = label if number == 0 else Text(" " * width(label.plain))
        body.append(crop(Text.assemble(first, (one_line(source), "dim")), inner.columns))
    body += [Text(), _titled_rule(say("the_question", lang), inner), *render(result.asked.stem.of(lang), inner)]
    follows = isinstance(question, Open) and question.follow_up
    last = session.position >= session.total
    reasons = [("w", say("key_fewer" if every else "key_reasons", lang))] if more_to_say(result, lang) else []
    keys = [
        ("Enter", say("key_follow" if follows else "key_result" if last else "key_next", lang)),
        *reasons, ("u", say("key_undo", lang)), ("m", say("key_flag", lang)), language_key(look, lang),
        ("q", say("key_quit", lang)), ("o", say("sources", lang).lower()), ("?", say("key_help", lang)),
    ]  # fmt: skip
    return Page(header(session, result.asked, status, session.position), body, keys, status.notice)


def points_page(
    session: Session, asked: Asked, words: str, ticked: Collection[int], at: int, status: Status, look: Look
) -> Page:
    """The rubric of an open question with what was found ticked; claims follow the points, numbered on."""
    question, lang, inner = asked.question, status.lang, text_look(look)
    assert isinstance(question, Open)
    body = [Text(say("points_title", lang), "bold")]
    body += wrap(Text(say("points_note", lang), "dim"), inner.columns)
    body.append(Text())
    texts = [point.point for point in question.rubric] + [claim.claim for claim in question.not_said]
    focus = (0, 0)
    for place, text in enumerate(texts):
        if place == len(question.rubric):
            body += [Text(), Text(say("claims_title", lang), "bold")]
        start = len(body)
        good = place < len(question.rubric)
        sign = ("■", "bold green" if good else "bold red") if place in ticked else ("□", "dim")
        first = Text.assemble(("▸ " if place == at else "  ", "bold"), sign, f" {place + 1}  ")
        body += hang(flat(text.of(lang), inner), inner.columns, first)
        if place == at:
            focus = (start, len(body) - 1)
    body += [Text(), Text(say("your_words", lang), "dim")]
    body += wrap(Text(clean(words)), inner.columns)
    keys = [
        (f"1-{len(texts)}", say("key_toggle", lang)), ("Enter", say("key_confirm", lang)), ("u", say("key_undo", lang)),
        language_key(look, lang), ("?", say("key_help", lang)),
    ]  # fmt: skip
    return Page(header(session, asked, status, session.position), body, keys, status.notice, focus=focus)


def follow_up_page(
    session: Session, asked: Asked, follow_up: FollowUp, revealed: bool, status: Status, look: Look
) -> Page:
    """The interviewer's next question, and its answer once it was asked for."""
    lang, inner = status.lang, text_look(look)
    body = [Text(say("follow_up", lang), "bold"), Text(), *render(follow_up.stem.of(lang), inner), Text()]
    if revealed:
        body += labelled(say("follow_up_answer", lang), follow_up.answer.of(lang), inner)
    else:
        body += [Text(say("follow_up_do", lang), "dim italic")]
    last = session.position >= session.total
    following = ("key_result" if last else "key_next") if revealed else "key_reveal"
    keys = [
        ("Enter", say(following, lang)),
        language_key(look, lang),
        ("q", say("key_quit", lang)),
        ("?", say("key_help", lang)),
    ]
    return Page(header(session, asked, status, session.position), body, keys, status.notice)


def sources_lines(session: Session, asked: Asked, lang: Lang, look: Look) -> list[Text]:
    """The sources of a question, one after another."""
    lines = [Text(say("sources", lang), "bold"), Text()]
    for source in session.bank.sources(asked.question.sources):
        lines += hang(Text(one_line(source)), text_look(look).columns, Text("• "))
    return lines


def _scored(result: Result, lang: Lang, look: Look) -> list[Text]:
    said = scoring(result, lang)
    return wrap(Text(said, "dim"), look.columns) if said else []


def _titled_rule(title: str, look: Look) -> Text:
    return Text(f"── {title} " + "─" * max(look.columns - width(title) - 4, 0), "dim")
