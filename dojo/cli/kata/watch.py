"""`dojo kata watch`."""

from __future__ import annotations

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
    from dojo.drill.grading import keep, tier_for
    from dojo.drill.watch import watch
    from dojo.drill.workspace import NotFound, find
    from dojo.show.verdict import clear, print_result

    try:
        kata, file = find(path, load_katas())
    except NotFound as error:
        stop(str(error))
    need_torch(kata)
    waiting = "等待保存；按 Ctrl-C 结束" if lang == "zh" else "waiting for you to save; Ctrl-C ends"
    try:
        for result in watch(kata, file, tier_for(sandbox, lang)):
            clear()
            print_result(result, str(file), lang)
            keep(result, file, lang)
            click.echo(waiting)
    except KeyboardInterrupt:
        click.echo()
