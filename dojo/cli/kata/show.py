"""`dojo kata show`."""

from __future__ import annotations

import click

from dojo.cli.options import line_lang_option, one_kata


@click.command(name="show")
@click.argument("slug")
@line_lang_option
def command(slug: str, lang: str) -> None:
    """Show a kata's statement. A long one goes through your pager (PAGER).

    \b
    Example:
      dojo kata show self_attention --lang zh
    """
    from dojo.cli.kata.after import questions_on
    from dojo.show.katas import print_statement

    kata = one_kata(slug, lang)
    print_statement(kata, lang, questions_on(kata.slug))
