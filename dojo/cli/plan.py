"""`dojo plan`: what to do each day until the interview."""

from __future__ import annotations

import os
import sys
import time

import click

from dojo.cli.options import lang_option, stop


@click.command(name="plan")
@click.option("--date", "date_", metavar="YYYY-MM-DD", help="The day of the interview.")
@click.option("--minutes", type=click.FloatRange(1, 960), metavar="M", help="Minutes a day; 25 if not given.")
@click.option(
    "--role", type=click.Choice(["llm", "nlp", "research"]), help="What the interview is for; llm if not given."
)
@click.option("--drop", is_flag=True, help="Forget the interview; what you answered stays.")
@click.option("--all", "every_day", is_flag=True, help="Show every day, not only the first 14.")
@lang_option
def command(date_: str | None, minutes: float | None, role: str | None, drop: bool, every_day: bool, lang: str) -> None:
    """Plan the days until an interview, or show the plan.

    Each day's questions and katas are chosen so that you remember most on that day. The plan adapts every day to what
    you answered and missed; `dojo quiz` follows it.

    \b
    Example:
      dojo plan --date 2026-12-20 --minutes 25 --role llm
      dojo plan
      dojo plan --all
    """
    from dojo.content import cache_home, content_root, data_home
    from dojo.progress import FILE_NAME, Interview, ProgressError, open_progress
    from dojo.schedule.plan import Kata, calendar, day_of
    from dojo.schedule.replay import local_day, memories
    from dojo.show.plan import print_plan, said
    from dojo.show.terminal.screen import can_show_chinese

    if not can_show_chinese(sys.stdout.encoding):
        lang = "en"
    changing = date_ is not None or minutes is not None or role is not None
    if drop and changing:
        stop(said("drop_alone", lang))
    today = local_day(time.time())
    if date_ is not None:
        date_ = _checked(date_, today, lang)
    derived = cache_home(os.environ) / "schedule"
    try:
        with open_progress(data_home(os.environ) / FILE_NAME, time.time) as progress:
            for notice in progress.notices:
                click.echo(notice.say(lang), err=True)
            interview = progress.interview()
            if drop:
                if interview is not None:
                    progress.record_interview(None)
                click.echo(said("dropped" if interview else "none", lang))
                return
            if changing:
                if date_ is None and interview is None:
                    stop(said("needs_date", lang))
                interview = Interview(
                    date_ or (interview.date if interview else ""),
                    minutes or (interview.minutes if interview else 25.0),
                    role or (interview.role if interview else "llm"),
                )
                progress.record_interview(interview)
            if interview is None:
                click.echo(said("none", lang))
                return
            if day_of(interview.date) <= today:
                click.echo(said("today" if day_of(interview.date) == today else "over", lang, date=interview.date))
                return
            remembered = memories(progress, derived)
    except ProgressError as error:
        stop(error.say(lang))
    from dojo.bank.bank import BankError, open_bank
    from dojo.cli.options import load_katas

    katas = [Kata(kata.slug, kata.topic, kata.level, kata.minutes) for kata in load_katas(lang).values()]
    try:
        bank = open_bank(content_root(os.environ), cache_home(os.environ) / "banks")
        found = calendar(bank, katas, remembered, interview, today, derived)
    except BankError as error:
        stop(str(error))
    print_plan(found, interview, today, lang, sys.stdout, os.environ, every_day)


def _checked(written: str, today: int, lang: str) -> str:
    """The date in its one form; the command ends where it is none or lies in the past."""
    import unicodedata

    from dojo.schedule.plan import day_of
    from dojo.show.plan import said

    written = unicodedata.normalize("NFKC", written)  # full-width digits
    try:
        day = day_of(written)
    except ValueError:
        stop(said("bad_date", lang, date=written))
    if day < today:
        stop(said("past", lang, date=written))
    return written
