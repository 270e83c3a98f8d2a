"""`dojo bank`: looks into the question banks."""

from __future__ import annotations

import os

import click


@click.group(name="bank")
def command() -> None:
    """Look into the question banks.

    \b
    Example:
      dojo bank export --format json --seed 7 > questions.json
    """


@command.command(name="export")
@click.option("--format", "form", type=click.Choice(["json"]), default="json", show_default=True, help="What to write.")
@click.option("--topic", "topics", multiple=True, help="Only this topic; may be given several times.")
@click.option("--seed", type=int, default=0, show_default=True, help="Draws the variant of each question.")
@click.option("--without-answers", is_flag=True, help="Leave out everything that tells the answer.")
def export(form: str, topics: tuple[str, ...], seed: int, without_answers: bool) -> None:
    """Print all questions, in both languages, in the variant of one seed.

    \b
    Example:
      dojo bank export --format json --without-answers
    """
    from dojo.bank.bank import BankError, open_bank
    from dojo.bank.export import exported
    from dojo.cli.options import language
    from dojo.cli.topics import known_or_stop
    from dojo.content import cache_home, content_root
    from dojo.question.variant import draw

    known_or_stop(topics, language(None, os.environ))
    try:
        bank = open_bank(content_root(os.environ), cache_home(os.environ) / "banks", topics or None)
        questions = [
            exported(draw(bank.question(entry.id), seed), with_answer=not without_answers) for entry in bank.entries()
        ]
    except BankError as error:
        click.echo(str(error), err=True)
        raise SystemExit(2) from None
    click.echo(_json({"questions": questions}), nl=False)


def _json(value: object) -> bytes:
    import msgspec

    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
