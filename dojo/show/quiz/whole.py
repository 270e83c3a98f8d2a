"""A quiz from the wish to the last line: opens banks and log, and asks on a screen where there is one, else in lines.

Imports no command line: the everyday call, `dojo quiz`, starts without one (`dojo.__main__`).
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import closing

from dojo.bank.bank import Bank, BankError, open_bank
from dojo.progress import FILE_NAME, ProgressError, open_progress
from dojo.question.kinds import Lang
from dojo.question.variant import CannotDrawError
from dojo.quiz.begin import NothingToAsk, Wish, begin
from dojo.quiz.journal import Journal
from dojo.show.phrases import say
from dojo.show.quiz.ask import Ask
from dojo.show.terminal.ending import stop
from dojo.show.terminal.screen import can_show_chinese, interactive
from dojo.show.terminal.streams import abandon_output

_PATIENCE = 1.0  # seconds to wait for another process's lock on the log: longer would look like a hang


def run_quiz(wish: Wish, lang: Lang, plain: bool, count: int | None) -> int:
    """The exit status. `count` is None where the learner left it to us; faults end the process in a sentence."""
    warnings = []
    if lang == "zh" and not can_show_chinese(sys.stdout.encoding):
        warnings.append(say("no_chinese", lang))
        lang = "en"
    try:
        ask = _prepare(wish, lang, warnings, may_resume=wish == Wish() and count is None, count=count)
        with closing(ask.journal):
            if plain or not interactive(os.environ):
                return _in_lines(ask)
            from dojo.show.quiz.full_screen import run

            return run(ask, os.environ)
    except NothingToAsk as nothing:
        stop(say(nothing.phrase, lang, **nothing.values))
    except (BankError, CannotDrawError) as error:
        stop(str(error))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        raise  # the same for all commands
    except OSError as error:
        abandon_output()
        stop(str(error))


def _prepare(wish: Wish, lang: Lang, warnings: list[str], may_resume: bool, count: int | None) -> Ask:
    """Banks and log, opened; the command ends here where the banks can't be used."""
    from dojo.content import cache_home, data_home

    bank = _open_bank(wish)
    try:
        progress = open_progress(data_home(os.environ) / FILE_NAME, time.time, patience=_PATIENCE)
    except ProgressError as error:
        journal = Journal(None, error)
        warnings.append(say("unsaved", lang, why=error.say(lang)))
    else:
        journal = Journal(progress, derived=cache_home(os.environ) / "schedule")
        warnings += [notice.say(lang) for notice in progress.notices]
    return Ask(bank, journal, wish, lang, _chance, tuple(warnings), may_resume, count)


def _chance() -> int:
    return int.from_bytes(os.urandom(4))


def _open_bank(wish: Wish) -> Bank:
    from dojo.content import cache_home, content_root

    return open_bank(content_root(os.environ), cache_home(os.environ) / "banks", wish.topics or None)


def _in_lines(ask: Ask) -> int:
    """The quiz line by line; the exit status."""
    from dojo.show.quiz.plain import PlainQuiz
    from dojo.show.terminal.streams import line_look, line_writer, typed_lines

    session = begin(ask.bank, ask.journal, ask.wish, ask.lang, ask.chance())
    look = line_look(sys.stdout, os.environ)
    quiz = PlainQuiz(
        session, typed_lines(sys.stdin), line_writer(sys.stdout, look), time.monotonic, ask.wish.timed, look
    )
    if fewer := ask.fewer(session.total):
        print(fewer, file=sys.stderr)
    for warning in ask.warnings:
        quiz.warn(warning)
    try:
        quiz.run()
    except KeyboardInterrupt:
        quiz.score()
        return 130
    return 0
