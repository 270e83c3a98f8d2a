"""`dojo drill`: katas against the clock."""

from __future__ import annotations

import click

from dojo.cli.options import SANDBOXES, line_lang_option, listed, load_katas, stop


@click.command(name="drill")
@click.option("--katas", type=click.IntRange(1, 50), metavar="N", help="At most so many katas.")
@click.option(
    "--minutes", type=click.FloatRange(1, 600), metavar="M", help="Katas whose par times fit into so many minutes."
)
@click.option("--topic", "topics", multiple=True, metavar="T", help="Only this topic; may be given several times.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), metavar="S", help="The same seed chooses the same katas.")
@click.option(
    "--sandbox",
    type=click.Choice(["auto", "require", "off"]),
    default="auto",
    help=f"How to isolate your code: {SANDBOXES}",
)
@click.option("--plain", is_flag=True, help="Line by line, without control codes: for pipes and screen readers.")
@line_lang_option
def command(
    katas: int | None, minutes: float | None, topics: tuple[str, ...], seed: int | None, sandbox: str, plain: bool,
    lang: str,
) -> None:  # fmt: skip
    """Write katas against the clock: one that is worth most now, or as many as fit your minutes.

    A new folder drill-DATE-TIME/ holds the tasks. Each save is graded at once. Hints cost points. The clock also runs
    while you think: if you leave or the terminal closes, `dojo drill` without options goes on with the same clock.

    \b
    Example:
      dojo drill
      dojo drill --minutes 25
      dojo drill --katas 2 --topic attention
    """
    from dojo.drill.background import leave
    from dojo.drill.begin import Wish
    from dojo.show.drill.whole import run_drill
    from dojo.show.drill.words import said

    every = load_katas(lang)
    known = sorted({kata.topic for kata in every.values()})
    for topic in topics:
        if topic not in known:
            import difflib

            close = difflib.get_close_matches(topic.lower().replace("-", "_"), known, n=3)
            near = said("near", lang, names=listed(close, lang)) if close else ""
            stop(said("no_topic", lang, topic=topic, near=near, names=", ".join(known)))
    wish = Wish(katas, minutes, tuple(dict.fromkeys(topics)), seed)
    leave(run_drill(wish, every, lang, plain, sandbox))
