"""`dojo bank new`: a new question, with blanks for what its author does not give at once."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, cast

import click

from dojo.cli.options import KINDS, short, stop
from dojo.cli.topics import check_topic

if TYPE_CHECKING:
    from dojo.question.kinds import Kind

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@click.command(name="new")
@click.option("--topic", help="The bank: questions/TOPIC.yaml, made where it is missing.")
@click.option("--kind", type=click.Choice(KINDS), help="The kind of question.")
@click.option("--id", "name", help="The new question's id, in lower case with hyphens.")
@click.option("--level", type=click.IntRange(1, 3), help="1 (warm-up), 2 (core) or 3 (hard).")
@click.option("--blank", is_flag=True, help="Don't ask for texts; leave each one blank (___).")
def command(topic: str | None, kind: Kind | None, name: str | None, level: int | None, blank: bool) -> None:
    """Add a question to a bank: asks for its parts, and leaves a blank (___) for what you skip.

    Fill the blanks in the file; `dojo lint` says which are left.

    \b
    Example:
      dojo bank new
      dojo bank new --topic gradients --kind number --id clipped-norm --level 2
    """
    from dojo.bank.adding import CannotAddError, add_questions
    from dojo.bank.skeleton import skeleton
    from dojo.content import content_root

    typing = sys.stdin.isatty()
    if not typing and None in (topic, kind, name, level):
        stop("there is no terminal to ask on: give --topic, --kind, --id and --level")
    topic = topic or str(click.prompt("topic"))
    kind = kind or cast("Kind", click.prompt("kind", type=click.Choice(list(KINDS))))
    name = name or str(click.prompt("id, in lower case with hyphens"))
    level = level or int(click.prompt("level", type=click.IntRange(1, 3)))
    check_topic(topic)
    if not _NAME.fullmatch(name):
        stop(f"{name!r} is not a valid id; write it like l1-zeroes-weights")

    def ask(label: str) -> str:
        said = click.prompt(label, default="", show_default=False)
        return str(said)

    question = skeleton(kind, level, name, ask if typing and not blank else lambda label: "")
    path = content_root(os.environ) / "questions" / f"{topic}.yaml"
    try:
        line = add_questions(path, topic, {name: question})
    except CannotAddError as error:
        stop(str(error))
    click.echo(f"wrote {path}:{line}")
    click.echo(f"fill its blanks (___), then: dojo lint {short(path)}; see it: dojo bank show {name}")
