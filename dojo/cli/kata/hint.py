"""`dojo kata hint`."""

from __future__ import annotations

import click

from dojo.cli.options import either, line_lang_option, one_kata, stop


@click.command(name="hint")
@click.argument("slug")
@click.argument("number", type=click.IntRange(min=1), default=1)
@line_lang_option
def command(slug: str, number: int, lang: str) -> None:
    """Show hint NUMBER of a kata (the first, if you name none); each says more than the one before.

    \b
    Example:
      dojo kata hint gru_cell 2
    """
    hints = one_kata(slug, lang).hints
    if number > len(hints):
        stop(either(lang, f"{slug} has {len(hints)} hints", f"{slug} 共有 {len(hints)} 条提示"))
    click.echo(f"{number}/{len(hints)}  {hints[number - 1].in_(lang)}")
    if number < len(hints):
        click.echo(f"{'下一条' if lang == 'zh' else 'the next one'}: dojo kata hint {slug} {number + 1}")
