"""`dojo kata watch`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from dojo.cli.options import line_lang_option, load_katas, need_torch, stop


@click.command(name="watch")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--sandbox", type=click.Choice(["auto", "require", "off"]), default="auto", help="How it is walled in.")
@line_lang_option
def command(path: Path, sandbox: str, lang: str) -> None:
    """Grade your file now and each time you save it; Ctrl-C ends.

    \b
    Example:
      dojo kata watch stable_softmax
    """
    from dojo.drill.background import leave
    from dojo.drill.grading import keep, tier_for
    from dojo.drill.watch import watch
    from dojo.drill.workspace import NotFound, find
    from dojo.show.terminal.streams import grading, status_line
    from dojo.show.verdict import clear, print_result

    try:
        kata, file = find(path, load_katas(lang))
    except NotFound as error:
        stop(error.say(lang))
    need_torch(kata, lang)
    absolute = file.absolute()  # the folder that we stand in may be replaced
    waiting = "等待保存；按 Ctrl-C 结束" if lang == "zh" else "waiting for you to save; Ctrl-C ends"
    try:
        with closing(watch(kata, absolute, tier_for(sandbox, lang), lambda: grading(lang))) as verdicts:
            for result in verdicts:
                status_line("")
                clear()
                keep(result, absolute, lang)
                print_result(result, str(file), lang)
                status_line(waiting)
    except KeyboardInterrupt:
        status_line("")
        leave(0)
