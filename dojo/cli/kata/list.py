"""`dojo kata list`."""

from __future__ import annotations

import click

from dojo.cli.options import either, line_lang_option, load_katas, stop


@click.command(name="list")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@click.option("--topic", "topics", multiple=True, metavar="T", help="Only this topic; may be given several times.")
@click.option("--level", type=click.IntRange(1, 3), metavar="L", help="1 warm-up, 2 core, 3 hard.")
@click.option("--needs", type=click.Choice(["py", "np", "pt"]), help="py standard library, np NumPy, pt PyTorch.")
@line_lang_option
def command(words: tuple[str, ...], topics: tuple[str, ...], level: int | None, needs: str | None, lang: str) -> None:
    """Show all katas by topic: level, minutes, and which you have passed.

    WORD searches names, titles and topics in both languages; a kata must have every word.

    \b
    Example:
      dojo kata list
      dojo kata list --topic attention --level 2
      dojo kata list softmax
    """
    from dojo.cli.topics import kata_topic_titles
    from dojo.drill.record import passed_katas
    from dojo.show.katas import has_words, print_list

    katas = list(load_katas(lang).values())
    known = sorted({kata.topic for kata in katas})
    for topic in topics:
        if topic not in known:
            names = ", ".join(known)
            en = f"there is no topic {topic!r} with katas; there are: {names}"
            stop(either(lang, en, f"没有名为 {topic!r} 的主题；现有：{names}"))
    titles = kata_topic_titles(known)
    found = [
        kata
        for kata in katas
        if (not topics or kata.topic in topics)
        and level in (None, kata.level)
        and needs in (None, kata.needs)
        and has_words(kata, words, titles)
    ]
    if not found:
        en = "no kata matches; see them all: dojo kata list"
        stop(either(lang, en, "没有符合条件的题目；全部题目：dojo kata list"), 1)
    print_list(found, passed_katas(lang), lang, titles)
