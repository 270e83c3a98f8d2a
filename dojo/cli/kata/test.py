"""`dojo kata test`."""

from __future__ import annotations

from pathlib import Path

import click

from dojo.cli.options import either, line_lang_option, load_katas, need_torch, stop


@click.command(name="test")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--sandbox", type=click.Choice(["auto", "require", "off"]), default="auto", help="How it is walled in.")
@line_lang_option
def command(path: Path, sandbox: str, lang: str) -> None:
    """Grade your file: the visible examples first, then the hidden suite.

    PATH is the file, its folder, or a folder above it. Exit status 0: passed; 1: not; 2: the call is wrong; 3: a fault
    of ours.

    \b
    Example:
      dojo kata test stable_softmax
    """
    from dojo.drill.background import leave
    from dojo.drill.grading import grade_file, keep, status_of, tier_for
    from dojo.drill.workspace import NotFound, find
    from dojo.show.terminal.streams import grading, status_line

    katas = load_katas(lang)
    try:
        kata, file = find(path, katas)
    except NotFound as error:
        stop(error.say(lang))
    need_torch(kata, lang)
    tier = tier_for(sandbox, lang)
    grading(lang)
    try:
        result = grade_file(kata, file, tier)
    except KeyboardInterrupt:
        status_line("")
        click.echo("dojo: " + either(lang, "stopped; there is no verdict", "已中断，没有结果"), err=True)
        leave(130)
    from dojo.show.verdict import print_result

    status_line("")
    keep(result, file, lang)  # first: who reads the page may leave in the middle of it
    print_result(result, str(file), lang)
    raise SystemExit(status_of(result))
