"""`dojo kata solution`."""

from __future__ import annotations

import click

from dojo.cli.options import line_lang_option, one_kata


@click.command(name="solution")
@click.argument("slug")
@click.option("--yes", is_flag=True, help="Do not ask whether you really want to see it.")
@line_lang_option
def command(slug: str, yes: bool, lang: str) -> None:
    """Show the reference solution of a kata.

    \b
    Example:
      dojo kata solution perplexity --yes
    """
    from dojo.show.katas import print_code

    kata = one_kata(slug, lang)
    question = (
        "看了答案就少了一道练习。确定要看吗？" if lang == "zh" else "Seen once, it is no exercise any more. Show it?"
    )
    if not yes and not click.confirm(question):
        raise SystemExit(1)
    print_code(kata.reference.read_text(encoding="utf-8"))
