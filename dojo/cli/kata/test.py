"""`dojo kata test`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dojo.cli.options import line_lang_option, load_katas, need_torch, stop


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
    from dojo.drill.grading import grade_file, keep, status_of, tier_for
    from dojo.drill.workspace import NotFound, find
    from dojo.show.verdict import print_result

    katas = load_katas()
    try:
        kata, file = find(path, katas)
    except NotFound as error:
        stop(str(error))
    need_torch(kata)
    waiting, stopped = (
        ("正在评测……", "已中断，没有结果") if lang == "zh" else ("grading …", "stopped; there is no verdict")
    )
    if sys.stderr.isatty():
        click.echo(waiting, err=True)
    try:
        result = grade_file(kata, file, tier_for(sandbox, lang))
    except KeyboardInterrupt:
        stop(stopped, 130)
    print_result(result, str(file), lang)
    keep(result, file, lang)
    raise SystemExit(status_of(result))
