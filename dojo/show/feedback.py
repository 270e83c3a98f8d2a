"""The page after an answer: what it was worth, why, what is right and where that stands, and the question once more."""

from __future__ import annotations

from rich.text import Text

from dojo.quiz.answer import ChoiceAnswer, MatchAnswer, MultiAnswer, OpenAnswer, OrderAnswer, written
from dojo.quiz.question import Boolean, Choice, Lang, Multi, Open
from dojo.quiz.session import Result, Session, decimal
from dojo.show.clean import one_line
from dojo.show.markup import Look, flat, render
from dojo.show.page import Page, text_look
from dojo.show.phrases import say
from dojo.show.question import Status, header, labelled
from dojo.show.widget import LETTERS
from dojo.show.wrap import hang

VERDICT = {"right": ("✔", "bold green"), "partly": ("◐", "bold yellow"), "wrong": ("✘", "bold red"), "skipped": ("→", "bold")}
_GOOD = ("right", "point")


def feedback_page(session: Session, result: Result, status: Status, look: Look, follow_up: bool) -> Page:
    """What the learner sees once the answer is in the log. `follow_up` says that the interviewer has one more question."""
    lang, inner = status.lang, text_look(look)
    body = verdict_lines(result, lang)
    body += review(result, lang, inner)
    body += notes(result, lang, inner)
    body.append(Text())
    body += labelled(say("explanation", lang), result.asked.explanation.of(lang), inner)
    body += _sources(session, result, lang, inner)
    body += ["", _titled_rule(say("the_question", lang), inner)]  # type: ignore[list-item]  # replaced below
    body = [line if isinstance(line, Text) else Text() for line in body]
    body += render(result.asked.stem.of(lang), inner)
    last = session.position >= session.total
    following = "key_reveal" if follow_up else "key_result" if last else "key_next"
    keys = [("Enter", say(following, lang)), ("u", say("key_undo", lang)), ("m", say("key_flag", lang)),
            ("l", say("key_lang", lang)), ("o", say("key_source", lang)), ("q", say("key_quit", lang)),
            ("?", say("key_help", lang))]  # fmt: skip
    return Page(header(session, result.asked, status, session.position), body, keys, status.notice)
