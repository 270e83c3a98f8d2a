"""`dojo quiz`: asks questions, on a screen where there is one, else line by line."""

from __future__ import annotations

import os
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import click

from dojo.cli.options import lang_option, stop

if TYPE_CHECKING:
    from dojo.bank.bank import Bank
    from dojo.question.kinds import Kind, Lang
    from dojo.quiz.begin import Wish
    from dojo.show.quiz.ask import Ask

KINDS = ("choice", "multi", "boolean", "number", "text", "order", "match", "open")  # as `dojo.question.kinds` has them
_PATIENCE = 1.0  # seconds to wait for another process's lock on the log: longer would look like a hang


@click.command()
@click.argument("named", nargs=-1, metavar="[TOPIC]...")
@click.option("--topic", "topics", multiple=True, metavar="T", help="Only this topic; may be given several times.")
@click.option("--count", type=click.IntRange(1, 1000), metavar="N", help="How many questions; 10 if not given.")
@click.option("--level", type=click.IntRange(1, 3), metavar="L", help="1 warm-up, 2 core, 3 hard.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only this kind of question.")
@click.option("--id", "ids", multiple=True, metavar="ID", help="This question; may be given several times.")
@click.option("--missed", is_flag=True, help="Only questions that you missed the last time.")
@click.option("--flagged", is_flag=True, help="Only questions that you flagged.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), metavar="S", help="The same seed asks the same questions.")
@lang_option
@click.option(
    "--timed", type=click.FloatRange(0, 86_400, min_open=True), metavar="SECONDS", help="Time for each question."
)
@click.option("--plain", is_flag=True, help="Line by line, without control codes: for pipes and screen readers.")
def command(
    named: tuple[str, ...],
    topics: tuple[str, ...],
    count: int | None,
    level: int | None,
    kinds: tuple[Kind, ...],
    ids: tuple[str, ...],
    missed: bool,
    flagged: bool,
    seed: int | None,
    lang: Lang,
    timed: float | None,
    plain: bool,
) -> None:
    """Answer questions from the banks; name topics to get only these.

    Without options, a quiz that was left is offered again. Press ? in it for all keys.

    \b
    Example:
      dojo quiz
      dojo quiz attention decoding --count 5 --level 2
      dojo quiz --missed
      dojo quiz --timed 60 --lang zh
      printf 'b\\n\\n2 GiB\\n' | dojo quiz --plain --seed 7 --count 3
    """
    from dojo.bank.bank import BankError
    from dojo.question.variant import CannotDrawError
    from dojo.quiz.begin import NothingToAsk, Wish
    from dojo.show.phrases import say
    from dojo.show.terminal.screen import can_show_chinese, interactive
    from dojo.show.terminal.streams import abandon_output

    warnings = []
    if lang == "zh" and not can_show_chinese(sys.stdout.encoding):
        warnings.append(say("no_chinese", lang))
        lang = "en"
    wish = Wish(
        topics=tuple(dict.fromkeys((*named, *topics))), level=level, count=count or 10, seed=seed, timed=timed,
        kinds=kinds, ids=tuple(dict.fromkeys(ids)), missed=missed, flagged=flagged,
    )  # fmt: skip
    fresh = wish != Wish()
    try:
        ask = _prepare(wish, lang, warnings, may_resume=not fresh, count=count)
        with closing(ask.journal):
            if plain or not interactive(os.environ):
                status = _in_lines(ask)
            else:
                from dojo.show.quiz.full_screen import run

                status = run(ask, os.environ)
    except NothingToAsk as nothing:
        stop(say(nothing.phrase, lang, **nothing.values))
    except (BankError, CannotDrawError) as error:
        stop(str(error))
    except KeyboardInterrupt:
        status = 130
    except BrokenPipeError:
        raise  # the same for all commands
    except OSError as error:
        abandon_output()
        stop(str(error))
    sys.exit(status)


def _prepare(wish: Wish, lang: Lang, warnings: list[str], may_resume: bool, count: int | None) -> Ask:
    """Banks and log, opened; the command ends here where the banks can't be used."""
    from dojo.content import cache_home, data_home
    from dojo.progress import FILE_NAME, ProgressError, open_progress
    from dojo.quiz.journal import Journal
    from dojo.show.phrases import say
    from dojo.show.quiz.ask import Ask

    bank = _open_bank(wish, lang)
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


def _open_bank(wish: Wish, lang: Lang) -> Bank:
    from dojo.bank.bank import open_bank
    from dojo.cli.topics import known_or_stop
    from dojo.content import cache_home, content_root

    known_or_stop(wish.topics, lang)
    return open_bank(content_root(os.environ), cache_home(os.environ) / "banks", wish.topics or None)


def _in_lines(ask: Ask) -> int:
    """The quiz line by line; the exit status."""
    from dojo.quiz.begin import begin
    from dojo.show.quiz.plain import PlainQuiz
    from dojo.show.terminal.streams import line_look, line_writer, typed_lines

    session = begin(ask.bank, ask.journal, ask.wish, ask.lang, ask.chance())
    look = line_look(sys.stdout, os.environ)
    quiz = PlainQuiz(
        session, typed_lines(sys.stdin), line_writer(sys.stdout, look), time.monotonic, ask.wish.timed, look
    )
    if fewer := ask.fewer(session.total):
        click.echo(fewer, err=True)
    for warning in ask.warnings:
        quiz.warn(warning)
    try:
        quiz.run()
    except KeyboardInterrupt:
        quiz.score()
        return 130
    return 0
