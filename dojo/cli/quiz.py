"""`dojo quiz`: the options, and what they wish for. `dojo.show.quiz.whole` does the rest."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dojo.cli.options import KINDS, lang_option

if TYPE_CHECKING:
    from dojo.question.kinds import Kind, Lang


@click.command()
@click.argument("named", nargs=-1, metavar="[TOPIC]...")
@click.option("--topic", "topics", multiple=True, metavar="T", help="Only this topic; may be given several times.")
@click.option("--count", type=click.IntRange(1, 1000), metavar="N", help="How many questions; 10 if not given.")
@click.option("--level", type=click.IntRange(1, 3), metavar="L", help="1 warm-up, 2 core, 3 hard.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only this kind of question.")
@click.option("--id", "ids", multiple=True, metavar="ID", help="This question; may be given several times.")
@click.option("--kata", metavar="SLUG", help="Only questions on the idea of this kata.")
@click.option("--missed", is_flag=True, help="Only questions that you missed the last time.")
@click.option("--flagged", is_flag=True, help="Only questions that you flagged.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), metavar="S", help="The same seed asks the same questions.")
@lang_option
@click.option(
    "--timed", type=click.FloatRange(0, 86_400, min_open=True), metavar="SECONDS", help="Time for each question."
)
@click.option("--plain", is_flag=True, help="Line by line, without control codes: for pipes and screen readers.")
def command(
    named: tuple[str, ...],
    topics: tuple[str, ...],
    count: int | None,
    level: int | None,
    kinds: tuple[Kind, ...],
    ids: tuple[str, ...],
    kata: str | None,
    missed: bool,
    flagged: bool,
    seed: int | None,
    lang: Lang,
    timed: float | None,
    plain: bool,
) -> None:
    """Answer questions from the banks; name topics to get only these.

    Without options, a quiz that was left is offered again. Press ? in it for all keys.

    \b
    Example:
      dojo quiz
      dojo quiz attention decoding --count 5 --level 2
      dojo quiz --missed
      dojo quiz --kata perplexity
      dojo quiz --timed 60 --lang zh
      printf 'b\\n\\n2 GiB\\n' | dojo quiz --plain --seed 7 --count 3
    """
    from dojo.cli.topics import known_or_stop
    from dojo.quiz.begin import Wish
    from dojo.show.quiz.whole import run_quiz

    wish = Wish(
        topics=tuple(dict.fromkeys((*named, *topics))), level=level, count=count or 10, seed=seed, timed=timed,
        kinds=kinds, ids=tuple(dict.fromkeys(ids)), missed=missed, flagged=flagged, kata=kata,
    )  # fmt: skip
    known_or_stop(wish.topics, lang)
    sys.exit(run_quiz(wish, lang, plain, count))
