"""`dojo kata start`."""

from __future__ import annotations

from pathlib import Path

import click

from dojo.cli.options import either, line_lang_option, need_torch, one_kata, stop


@click.command(name="start")
@click.argument("slug")
@line_lang_option
def command(slug: str, lang: str) -> None:
    """Write a folder SLUG/ here with statement, starter and examples. A file that is there stays as it is.

    \b
    Example:
      dojo kata start stable_softmax
    """
    from dojo.drill.workspace import start

    kata = one_kata(slug, lang)
    need_torch(kata, lang)
    try:
        folder, written, kept = start(kata, Path())
    except OSError as error:
        en = f"{slug}/ cannot be written: {error.strerror}; go to a folder of your own and try again"
        stop(either(lang, en, f"{slug}/ 无法写入（{error.strerror}）；请换到你自己的文件夹再试"))
    zh = lang == "zh"
    for path in written:
        click.echo(f"{'写入' if zh else 'wrote'} {path}")
    for path in kept:
        click.echo(f"{'保留' if zh else 'kept'} {path} ({'已存在，未改动' if zh else 'it was there'})")
    starter = folder / f"{slug}.py"
    if zh:
        click.echo(f"\n先读 {folder}/statement.zh.md，编辑 {starter},然后运行：dojo kata test {slug}")
    else:
        click.echo(f"\nRead {folder}/statement.en.md, edit {starter}, then run: dojo kata test {slug}")
