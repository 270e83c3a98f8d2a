"""A quiz on a terminal, from the first page to the last line: takes the screen, runs sessions on it, gives it back."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping

from rich.text import Text

from dojo.progress import Session as Left
from dojo.question.kinds import Lang
from dojo.quiz.begin import begin, last_left, limit_of, resume, review
from dojo.quiz.session import Session, decimal
from dojo.show.phrases import ago, say
from dojo.show.quiz.ask import Ask
from dojo.show.quiz.desk import Desk, Quit
from dojo.show.quiz.sitting import sit
from dojo.show.terminal.keyboard import Stopped, open_keyboard
from dojo.show.terminal.page import Page, language_key, text_look
from dojo.show.terminal.screen import Screen
from dojo.show.terminal.stage import Stage
from dojo.show.terminal.streams import abandon_output
from dojo.show.text.markup import Look
from dojo.show.text.wrap import wrap


def run(ask: Ask, environ: Mapping[str, str]) -> int:
    """Asks on the terminal; the exit status."""
    screen = Screen(sys.stdout, environ)
    sessions: list[Session] = []
    try:
        with open_keyboard(screen.enter, screen.leave) as keyboard:
            finished = _sessions(ask, Stage(screen, keyboard), sessions)
        status = 0
    except KeyboardInterrupt:
        finished, status = False, 130
    except Stopped as stopped:
        abandon_output()  # the terminal may be gone, and what is still to be flushed with it
        return stopped.status
    if answered := [session for session in sessions if session.results]:
        finished = finished or answered[-1] is not sessions[-1]
        for line in _last_words(answered[-1], finished, screen.look()):
            print(screen.encode(line))
    return status


def _sessions(ask: Ask, stage: Stage, sessions: list[Session]) -> bool:
    """Runs sessions until the learner has had enough, the newest last in `sessions`; whether that one was finished."""
    limit, warnings = ask.wish.timed, [*ask.warnings]
    lang = ask.lang
    session = None
    if ask.may_resume and (left := last_left(ask.journal)):
        try:
            answer, lang = _offer(ask, left, stage)
        except Quit:
            return True
        if answer:
            session, limit = resume(ask.bank, ask.journal, left, lang), limit_of(left)
            if gone := len(left.plan.questions) - session.total:
                warnings.append(say("gone", lang, count=gone))
        else:
            ask.journal.abandon(left)
    if session is None:
        session = begin(ask.bank, ask.journal, ask.wish, lang, ask.chance())
        if fewer := ask.fewer(session.total):
            warnings.append(fewer)
    warning = " ".join(warnings) or None
    while True:
        sessions.append(session)
        try:
            wish = sit(Desk(session, stage, warning), time.monotonic, limit)
        except Quit:
            return False
        session.end()
        warning = None
        if wish == "end":
            return True
        if wish == "review":
            session = review(session, ask.chance())
        else:
            session = begin(ask.bank, session.journal.successor(), ask.wish, session.lang, ask.chance())


def _offer(ask: Ask, left: Left, stage: Stage) -> tuple[bool, Lang]:
    """Whether the learner goes on with the session that was left, and in which language. Raises `Quit`."""
    lang = ask.lang
    topics = dict.fromkeys(
        entry.topic for planned in left.plan.questions if (entry := ask.bank.entry(planned.question)) is not None
    )
    last = left.answers[-1].at if left.answers else left.begun  # the newest in the log, whatever the clock said then
    score = sum(answer.score for answer in left.answers)
    kept = left.answers[-1].answer if left.answers else None
    waits = isinstance(kept, dict) and bool(kept.get("proposed"))  # for the learner to confirm its points

    def build(look: Look) -> Page:
        inner = text_look(look)
        titles = ("；" if lang == "zh" else "; ").join(ask.bank.title(topic).of(lang) for topic in topics)
        total = len(left.plan.questions)
        said = [
            say("resume_when", lang, when=ago(time.time() - last, lang), topics=titles),
            say("resume_what", lang, done=len(left.answers), total=total, score=f"{score:.2f}".rstrip("0").rstrip(".")),
            "",
            say("resume_points", lang, next=left.position) if waits else say("resume_do", lang, next=left.position + 1),
        ]
        body = [Text(say("resume_title", lang), "bold"), Text()]
        for sentence in said:
            body += wrap(Text(sentence), inner.columns)
        keys = [("Enter", say("key_resume", lang)), ("n", say("key_new", lang)), language_key(look, lang),
                ("q", say("key_quit", lang))]  # fmt: skip
        return Page((Text("NLP Dojo", "bold"), Text()), body, keys)

    while True:
        press = stage.show(build, lang)
        key = press.key if press else ""
        if key in ("enter", "y", "n"):
            return key != "n", lang
        if key == "l":
            lang = "en" if lang == "zh" else "zh"
        elif key in ("q", "esc"):
            raise Quit


def _last_words(session: Session, finished: bool, look: Look) -> list[Text]:
    """What stays on the screen when the quiz has gone from it."""
    from dojo.show.quiz.summary import score_lines

    lang, tally, journal = session.lang, session.tally(), session.journal
    lines: list[Text] = []
    if finished:
        lines += score_lines(session, lang, look)
    else:
        kept = journal.trouble(lang) is None
        phrase = "not_kept" if not kept else "left_review" if session.reviewing else "left"
        lines += wrap(
            Text(say(phrase, lang, done=tally.asked, total=session.total, score=decimal(tally.score))), look.columns
        )
    if trouble := journal.trouble(lang):
        lines += wrap(Text(say("unsaved", lang, why=trouble), "yellow"), look.columns)
    return lines
