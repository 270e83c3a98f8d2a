"""`dojo stats`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dojo.cli.options import either, lang_option, stop
from dojo.cli.results import put

if TYPE_CHECKING:
    from dojo.question.kinds import Lang
    from dojo.show.stats import Banks


@click.command(name="stats")
@click.option("--html", "html", type=click.Path(dir_okay=False, path_type=Path), help="Write a page with charts.")
@lang_option
def command(html: Path | None, lang: str) -> None:
    """Show what you have answered, topic by topic, what comes due, how well you remember, and what to practise next.

    \b
    Example:
      dojo stats
      dojo stats --html stats.html
    """
    import os
    import sys
    import time

    from dojo.content import cache_home, data_home
    from dojo.progress import FILE_NAME, ProgressError
    from dojo.progress.overview import overview
    from dojo.progress.reading import exists, open_to_read
    from dojo.schedule.figures import figures
    from dojo.schedule.replay import Memories, local_day, memories
    from dojo.show.stats import Banks, print_stats
    from dojo.show.terminal.screen import can_show_chinese

    if not can_show_chinese(sys.stdout.encoding):
        lang = "en"
    path = data_home(os.environ) / FILE_NAME
    try:
        if exists(path):
            with open_to_read(path, time.time) as progress:
                for notice in progress.notices:
                    click.echo(notice.say(lang), err=True)
                answers, verdicts = progress.answers(), progress.verdicts()
                so_far = overview(answers, progress.flags(), verdicts)
                remembered = memories(progress, cache_home(os.environ) / "schedule", keep=False)
        else:
            answers, verdicts, remembered = [], [], Memories()
            so_far = overview([], [], [])
    except ProgressError as error:
        stop(error.say(lang))
    now = time.time()
    practice = figures(answers, verdicts, remembered, local_day(now))
    named = [flag.question for flag in so_far.flags] + [one.question for one in practice.hardest]
    banks = _banks(lang, named) if not so_far.empty else Banks()
    if html is None:
        print_stats(so_far, practice, lang, now, sys.stdout, os.environ, banks)
    else:
        from dojo.show.figures_page import page

        put(page(so_far, practice, lang, date.fromtimestamp(now), now, banks), html, lang)
        click.echo(either(lang, f"wrote {html}", f"已写入 {html}"), err=True)


def _banks(lang: str, flagged: Sequence[str]) -> Banks:
    """What the page says of the banks; nothing where they can't be read, which other commands report."""
    import os

    from dojo.bank.bank import BankError, open_bank
    from dojo.content import cache_home, content_root
    from dojo.question.variant import draw
    from dojo.show.stats import Banks

    try:
        bank = open_bank(content_root(os.environ), cache_home(os.environ) / "banks")
    except BankError:
        return Banks()
    language: Lang = "zh" if lang == "zh" else "en"
    return Banks(
        titles={topic: bank.title(topic).of(language) for topic in bank.topics},
        sizes={topic: len(bank.entries([topic])) for topic in bank.topics},
        stems={name: draw(bank.question(name), 0).stem.of(language) for name in flagged if bank.entry(name)},
    )
