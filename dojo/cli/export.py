"""`dojo export`: the learner's history as JSON lines."""

from __future__ import annotations

import os
from pathlib import Path

import click

from dojo.cli.options import either, line_lang_option, stop
from dojo.cli.results import put


@click.command(name="export")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@line_lang_option
def command(file: Path | None, lang: str) -> None:
    """Write your whole history as JSON lines to FILE, or to standard output.

    `dojo import` on another machine adds it to what is there, once, however often you repeat it.

    \b
    Example:
      dojo export history.jsonl
    """
    import time

    from dojo.content import data_home
    from dojo.progress import FILE_NAME, ProgressError
    from dojo.progress.lines import written
    from dojo.progress.reading import exists, open_to_read

    path = data_home(os.environ) / FILE_NAME
    if not exists(path):
        stop(
            either(
                lang, "there is nothing to export yet; start with: dojo quiz", "还没有记录可导出；先运行：dojo quiz"
            ),
            1,
        )
    try:
        with open_to_read(path, time.time) as progress:
            for notice in progress.notices:
                click.echo(notice.say(lang), err=True)
            lines = list(written(progress.events()))
    except ProgressError as error:
        stop(error.say(lang))
    if file is None:
        click.echo(b"".join(lines), nl=False)
        return
    put(b"".join(lines), file, lang)
    count = len(lines) - 1
    click.echo(either(lang, f"wrote {count:,} entries to {file}", f"已把 {count:,} 条记录写入 {file}"), err=True)
