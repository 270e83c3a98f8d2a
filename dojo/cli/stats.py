"""`dojo stats`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from dojo.cli.options import lang_option, stop

if TYPE_CHECKING:
    from dojo.question.kinds import Lang
    from dojo.show.stats import Banks


@click.command(name="stats")
@lang_option
def command(lang: str) -> None:
    """Show what you have answered, topic by topic, and what to practise next.

    \b
    Example:
      dojo stats
      dojo stats --lang zh
    """
    import os
    import sys
    import time

    from dojo.content import data_home
    from dojo.progress import FILE_NAME, ProgressError
    from dojo.progress.overview import overview
    from dojo.progress.reading import exists, open_to_read
    from dojo.show.stats import print_stats
    from dojo.show.terminal.screen import can_show_chinese

    if not can_show_chinese(sys.stdout.encoding):
        lang = "en"
    path = data_home(os.environ) / FILE_NAME
    try:
        if exists(path):
            with open_to_read(path, time.time) as progress:
                for notice in progress.notices:
                    click.echo(notice.say(lang), err=True)
                so_far = overview(progress.answers(), progress.flags(), progress.verdicts())
        else:
            so_far = overview([], [], [])
        banks = [] if so_far.empty else [_banks(lang, [flag.question for flag in so_far.flags])]
        print_stats(so_far, lang, time.time(), sys.stdout, os.environ, *banks)
    except ProgressError as error:
        stop(error.say(lang))


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
