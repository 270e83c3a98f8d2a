"""`dojo kata watch`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from dojo.cli.options import SANDBOXES, either, examples_only, line_lang_option, load_katas, need_torch, stop


@click.command(name="watch")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option(
    "--sandbox",
    type=click.Choice(["auto", "require", "off"]),
    default="auto",
    help=f"How to isolate your code: {SANDBOXES}",
)
@line_lang_option
def command(path: Path, sandbox: str, lang: str) -> None:
    """Grade your file now and each time you save it. Ctrl-C ends; a save during a run starts a new run.

    \b
    Example:
      dojo kata watch stable_softmax
    """
    import time

    from dojo.cli.kata.after import shown_after
    from dojo.drill.background import UnderWay, leave
    from dojo.drill.grading import tier_for
    from dojo.drill.record import keep
    from dojo.drill.watch import watch
    from dojo.drill.workspace import NotFound, find
    from dojo.show.terminal.streams import GradingLine, status_line
    from dojo.show.verdict import clear, print_result

    katas = load_katas(lang)
    try:
        kata, file = find(path, katas)
    except NotFound as error:
        stop(error.say(lang))
    need_torch(kata, lang)
    absolute = file.absolute()  # the folder that we stand in may be replaced
    waiting = either(lang, "waiting for you to save; Ctrl-C ends", "等待保存；按 Ctrl-C 结束")
    line, running = GradingLine(lang), UnderWay(time.monotonic)
    busy = True

    def start() -> None:
        nonlocal busy
        busy = True
        line.begin()

    def tick() -> None:
        if busy:
            line.show(*running.look())

    try:
        with closing(watch(kata, absolute, tier_for(sandbox, lang), start, tick)) as verdicts:
            for result, source in verdicts:
                busy = False
                status_line("")
                clear()
                if not kata.released:
                    keep(result, source, lang)
                shown = shown_after(result, file, katas, lang)
                click.echo(f"{time.strftime('%H:%M:%S')}  {shown.file}")
                print_result(result, shown, above=1 + kata.released)
                if kata.released:
                    click.echo(examples_only(lang))
                status_line(waiting)
    except KeyboardInterrupt:
        status_line("")
        leave(0)
