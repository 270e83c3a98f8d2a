"""`dojo mock`: a whole interview, and what came of the earlier ones."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dojo.cli.options import SANDBOXES, line_lang_option, load_katas, stop

if TYPE_CHECKING:
    from dojo.question.kinds import Lang
    from dojo.schedule.roles import Role


@click.command(name="mock")
@click.option("--minutes", type=click.FloatRange(5, 240), metavar="M", help="How long it is; 45 if not given.")
@click.option(
    "--role",
    type=click.Choice(["llm", "nlp", "research"]),
    help="What the interview is for; as in your plan, else llm.",
)
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), metavar="S", help="The same seed gives the same interview.")
@click.option("--list", "listing", is_flag=True, help="Show the scores of all interviews.")
@click.option(
    "--export", "file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Write a scorecard with all answers to FILE.md or FILE.html.",
)  # fmt: skip
@click.option("--number", type=int, metavar="N", help="Which scorecard to export, by --list; the newest if not given.")
@click.option(
    "--sandbox",
    type=click.Choice(["auto", "require", "off"]),
    default="auto",
    help=f"How to isolate your code: {SANDBOXES}",
)
@click.option("--plain", is_flag=True, help="Line by line, without control codes: for pipes and screen readers.")
@line_lang_option
def command(
    minutes: float | None, role: Role | None, seed: int | None, listing: bool, file: Path | None, number: int | None,
    sandbox: str, plain: bool, lang: Lang,
) -> None:  # fmt: skip
    """Sit a mock interview: warm-up questions, a kata, open questions with follow-ups, your own questions.

    One clock, and no feedback until the end. Then a scorecard by competence, which is kept and compared with the last
    one. If you leave, `dojo mock` without options goes on with the same clock.

    \b
    Example:
      dojo mock
      dojo mock --minutes 60 --role research
      dojo mock --list
      dojo mock --export mock.html
    """
    from dojo.drill.background import leave
    from dojo.show.mock.whole import export, print_list, run_mock
    from dojo.show.mock.words import said

    new = minutes is not None or role is not None or seed is not None
    if (new and (listing or file is not None)) or (listing and file is not None) or (number is not None and not file):
        stop(said("alone", lang))
    if listing:
        sys.exit(print_list(lang))
    if file is not None:
        sys.exit(export(file, number, lang))
    leave(run_mock(load_katas(lang), minutes, role, seed, lang, plain, sandbox))
