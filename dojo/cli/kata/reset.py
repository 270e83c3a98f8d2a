"""`dojo kata reset`."""

from __future__ import annotations

from pathlib import Path

import click

from dojo.cli.options import confirmed, either, line_lang_option, load_katas, one_kata, stop


@click.command(name="reset")
@click.argument("slug")
@click.option("--yes", is_flag=True, help="Do not ask.")
@line_lang_option
def command(slug: str, yes: bool, lang: str) -> None:
    """Start a kata over: your file is kept beside it under another name, and the starter takes its place.

    \b
    Example:
      dojo kata reset stable_softmax
    """
    from dojo.drill.workspace import NotFound, find, keep_aside, start

    kata = one_kata(slug, lang)
    folder = Path(slug)
    try:
        _, file = find((folder if folder.is_dir() else Path()) / f"{slug}.py", load_katas(lang))
    except NotFound as error:
        stop(error.say(lang))
    question = either(
        lang, f"Start {file} over? Your version is kept beside it.", f"要重新开始 {file} 吗？你的版本会保留在旁边。"
    )
    if not yes and not confirmed(question, lang):
        raise SystemExit(1)
    aside = None
    try:
        aside = keep_aside(file)
        if folder.is_dir():
            start(kata, Path())
        else:
            file.write_bytes(kata.starter.read_bytes())
    except OSError as error:
        if aside is not None:
            aside.replace(file)
        stop(either(lang, f"{file} cannot be reset: {error.strerror}", f"{file} 无法重置：{error.strerror}"))
    click.echo(either(lang, f"kept {aside}", f"保留 {aside}"))
    click.echo(either(lang, f"wrote {file}", f"写入 {file}"))
