"""`dojo bank list` and `dojo bank search`: which questions there are."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import click

from dojo.cli.options import KINDS, either, line_lang_option, stop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dojo.bank.bank import Bank
    from dojo.question.kinds import Lang


@click.command(name="list")
@click.option("--topic", "banks", multiple=True, help="Only this topic; may be given several times.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only this kind of question.")
@click.option("--level", type=click.IntRange(1, 3), help="1 warm-up, 2 core, 3 hard.")
@line_lang_option
def list_(banks: tuple[str, ...], kinds: tuple[str, ...], level: int | None, lang: Lang) -> None:
    """Show all questions by topic: id, kind, level and how each begins.

    \b
    Example:
      dojo bank list --topic rag --kind open
    """
    bank = _bank(banks, lang)
    shown = [entry.id for entry in bank.entries(level=level) if not kinds or entry.kind in kinds]
    if not shown:
        stop(
            either(
                lang, "no question matches; see them all: dojo bank list", "没有符合条件的题；全部题目：dojo bank list"
            ),
            1,
        )
    _print(bank, [(name, "") for name in shown], lang)


@click.command(name="search")
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@click.option("--topic", "topics", multiple=True, help="Only this topic; may be given several times.")
@line_lang_option
def find(words: tuple[str, ...], topics: tuple[str, ...], lang: Lang) -> None:
    """Find questions by words in their texts, in both languages.

    A question must have every WORD somewhere: stem, options, explanation, reasons, rubric. Upper and lower case are the
    same, and part of a word is enough. Quote a phrase.

    \b
    Example:
      dojo bank search perplexity
      dojo bank search "KV cache" GQA
    """
    from dojo.bank.search import search

    bank = _bank(topics, lang)
    if not all(word.strip() for word in words):
        stop(either(lang, "name the words to look for", "请写出要查找的词"))
    found = list(search(bank, words, lang))
    if not found:
        stop(either(lang, "no question has all of these words", "没有同时包含这些词的题目"), 1)
    _print(bank, found, lang)


def _bank(topics: tuple[str, ...], lang: Lang) -> Bank:
    from dojo.bank.bank import BankError, open_bank
    from dojo.cli.topics import known_or_stop
    from dojo.content import cache_home, content_root

    known_or_stop(topics, lang)
    try:
        return open_bank(content_root(os.environ), cache_home(os.environ) / "banks", topics or None)
    except BankError as error:
        stop(str(error))


def _print(bank: Bank, found: Iterable[tuple[str, str]], lang: Lang) -> None:
    """A line for the question, one for its text: where the word stands, or how the stem begins."""
    from dojo.show.bank_list import lines

    columns = shutil.get_terminal_size().columns
    topic = ""
    for name, snippet in found:
        question = bank.question(name)
        if question.topic != topic:
            click.echo(("\n" if topic else "") + click.style(bank.title(question.topic).of(lang), bold=True))
            topic = question.topic
        for line in lines(question, snippet, lang, columns):
            click.echo(line)
