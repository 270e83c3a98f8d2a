"""`dojo import`: adds the history of another machine."""

from __future__ import annotations

import os
from pathlib import Path

import click

from dojo.cli.options import either, line_lang_option, stop


@click.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@line_lang_option
def command(file: Path, lang: str) -> None:
    """Add the history that `dojo export` wrote on another machine to your own.

    Nothing is lost and nothing counts twice: what you have already is left out. Your history of before is kept beside
    the new one. Close other dojo windows first.

    \b
    Example:
      dojo import history.jsonl
    """
    import time

    from dojo.content import cache_home, data_home
    from dojo.progress import FILE_NAME, ProgressError
    from dojo.progress.lines import NotProgress, read
    from dojo.progress.merge import merge_into
    from dojo.schedule.replay import forget

    try:
        with file.open("rb") as lines:
            events = read(lines)
    except NotProgress as error:
        stop(f"{file}:{error.line}: " + either(lang, f"{error.en}; nothing was added", f"{error.zh}；没有导入任何内容"))
    except OSError as error:
        stop(either(lang, f"can't read {file}: {error.strerror}", f"无法读取 {file}：{error.strerror}"))
    try:
        merged = merge_into(data_home(os.environ) / FILE_NAME, events, time.time())
    except ProgressError as error:
        stop(error.say(lang))
    for notice in merged.notices:
        click.echo(notice.say(lang), err=True)
    forget(cache_home(os.environ) / "schedule")
    en = f"added {merged.added:,} entries; {merged.known:,} were here already"
    click.echo(either(lang, en, f"新增 {merged.added:,} 条记录；另有 {merged.known:,} 条已存在"))
    if merged.kept:
        click.echo(either(lang, f"the history of before: {merged.kept}", f"导入前的记录：{merged.kept}"))
