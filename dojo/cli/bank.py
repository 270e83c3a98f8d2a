"""`dojo bank`: looks into the question banks."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import click

from dojo.cli.bank_export import command as export
from dojo.cli.bank_import import command as import_
from dojo.cli.bank_list import find, list_
from dojo.cli.bank_new import command as new
from dojo.cli.options import line_lang_option

if TYPE_CHECKING:
    from dojo.question.kinds import Lang


@click.group(name="bank")
def command() -> None:
    """Look into the question banks, add to them, and exchange questions with other programs.

    \b
    Example:
      dojo bank search "KV cache"
      dojo bank show gru-or-lstm --both
      dojo bank export --format anki --output nlp-dojo.apkg
      dojo bank new --topic gradients
    """


for _one in (list_, find, new, export, import_):
    command.add_command(_one)


@command.command(name="schema")
def schema() -> None:
    """Print the JSON Schema of a bank, with which an editor completes keys and marks mistakes.

    \b
    Example:
      dojo bank schema > bank.schema.json
    """
    import json

    from dojo.bank.schema import bank_schema

    click.echo(json.dumps(bank_schema(), ensure_ascii=False, indent=1))


@command.command(name="show")
@click.argument("name", metavar="ID")
@click.option("--seed", type=int, default=0, show_default=True, help="Which variant to show.")
@click.option("--both", is_flag=True, help="Show it in English and in Chinese.")
@line_lang_option
def show(name: str, seed: int, both: bool, lang: Lang) -> None:
    """Show one question with its answer and explanations, as plain text.

    \b
    Example:
      dojo bank show gru-or-lstm
      dojo bank show kv-cache-of-grouped-queries --seed 3 --both
    """
    from dojo.bank.bank import BankError, open_bank
    from dojo.cli.options import stop
    from dojo.content import cache_home, content_root
    from dojo.question.variant import draw
    from dojo.show.preview import preview
    from dojo.show.text.markup import Look

    try:
        bank = open_bank(content_root(os.environ), cache_home(os.environ) / "banks")
        if bank.entry(name) is None:
            stop(_no_question(name, [entry.id for entry in bank.entries()], lang))
        asked = draw(bank.question(name), seed)
        sources = bank.sources(asked.question.sources)
        apart = bank.apart(name)
    except BankError as error:
        stop(str(error))
    look = Look(columns=shutil.get_terminal_size().columns, colour=False)
    langs: tuple[Lang, ...] = ("en", "zh") if both else (lang,)
    for number, one in enumerate(langs):
        if number:
            click.echo()
        for line in preview(asked, sources, one, look):
            click.echo(line)
    if apart:
        click.echo(f"not in one quiz with: {', '.join(sorted(apart))}")


def _no_question(name: str, known: list[str], lang: str) -> str:
    """That there is no such question, with similar ids, else with the way to see all of them."""
    from difflib import get_close_matches

    from dojo.bank.finding import escaped
    from dojo.cli.options import either, listed

    near = listed(get_close_matches(name[:60], known, n=3), lang)
    absent = either(lang, f"there is no question `{escaped(name)}`; ", f"没有编号为 `{escaped(name)}` 的题目；")
    close = either(lang, f"did you mean {near}?", f"是否想找 {near}？")
    return absent + (close if near else either(lang, "all ids: dojo bank list", "全部编号：dojo bank list"))
