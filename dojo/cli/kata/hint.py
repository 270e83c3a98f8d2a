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
    from dojo.drill.record import keep_hint
    from dojo.show.katas import print_hint

    hints = one_kata(slug, lang).hints
    if number > len(hints):
        many = "1 hint" if len(hints) == 1 else f"{len(hints)} hints"
        en = f"{slug} has {many}; the last one: dojo kata hint {slug} {len(hints)}"
        zh = f"{slug} 共有 {len(hints)} 条提示；最后一条：dojo kata hint {slug} {len(hints)}"
        if not hints:
            en, zh = f"{slug} has no hints", f"{slug} 没有提示"
        stop(either(lang, en, zh))
    keep_hint(slug, number, lang)
    following = f"dojo kata hint {slug} {number + 1}" if number < len(hints) else ""
    print_hint(f"{number}/{len(hints)}", hints[number - 1].in_(lang), following, lang)
