"""`dojo stats`."""

from __future__ import annotations

import click

from dojo.cli.options import lang_option, stop


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

    from dojo.cli.topics import topic_titles
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
        titles = topic_titles(lang) if so_far.topics else {}
        print_stats(so_far, lang, time.time(), sys.stdout, os.environ, titles)
    except ProgressError as error:
        stop(error.say(lang))
