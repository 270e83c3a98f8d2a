"""`dojo bank import`: questions from other programs into a bank."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dojo.cli.options import short, stop
from dojo.cli.topics import check_topic

if TYPE_CHECKING:
    from dojo.exchange.draft import Draft, Unreadable

FORMATS = ("gift", "aiken", "csv")
_LARGEST = 20_000_000  # bytes


@click.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--topic", required=True, help="The bank: questions/TOPIC.yaml, made where it is missing.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: by the file's name and content.")
@click.option("--text", "lang", type=click.Choice(["en", "zh"]), default="en", show_default=True, help="Its language.")
def command(file: Path, topic: str, form: str | None, lang: str) -> None:
    """Add the questions of a GIFT, Aiken or CSV file to a bank.

    A bank needs more than the file has: the other language, sources, the reason why an option is wrong. These become
    blanks (___), and the command lists what is left to do, line by line. CSV has the columns that `dojo bank export`
    writes, or some of them: stem, option_1, option_1_right, option_1_why, answer, explanation.

    Exit status 1 if a question could not be read; the others are added.

    \b
    Example:
      dojo bank import quiz.gift --topic transformers
      dojo bank import fragen.csv --topic rag --text zh
    """
    from dojo.bank.adding import CannotAddError, add_questions
    from dojo.content import content_root
    from dojo.exchange.draft import Draft, name_drafts, to_yaml

    check_topic(topic)
    root = content_root(os.environ)
    path = root / "questions" / f"{topic}.yaml"
    found = _read(file, form, lang)
    drafts = [one for one in found if isinstance(one, Draft)]
    unreadable = [one for one in found if not isinstance(one, Draft)]
    name_drafts(drafts, _taken(root))
    if drafts:
        try:
            line = add_questions(path, topic, {draft.id: to_yaml(draft) for draft in drafts})
        except CannotAddError as error:
            stop(str(error))
        click.echo(f"added {len(drafts)} question{'s' * (len(drafts) > 1)} to {short(path)}, from line {line}")
        _say_what_is_left(root, path, line)
    for one in unreadable:
        _warn(f"{file}:{one.line}: {one.message}")
    if unreadable or not drafts:
        _warn(f"{len(unreadable)} not added" if unreadable else f"{file}: there is no question in it")
        raise SystemExit(1)


def _read(file: Path, form: str | None, lang: str) -> list[Draft | Unreadable]:
    from dojo.exchange.aiken import read_aiken
    from dojo.exchange.gift import read_gift
    from dojo.exchange.read_sheet import NotASheet, read_csv

    try:
        if file.stat().st_size > _LARGEST:
            stop(f"{file} is larger than {_LARGEST // 1_000_000} MB; split it")
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        stop(f"{file} is not UTF-8 (byte {error.start}); save it as UTF-8")
    except OSError as error:
        stop(f"{file} can't be read ({error.strerror})")
    if form is None:
        aiken = any(line.startswith("ANSWER:") for line in text.splitlines())
        form = "csv" if file.suffix.lower() in (".csv", ".tsv") else "aiken" if aiken else "gift"
    try:
        return {"csv": read_csv, "aiken": read_aiken, "gift": read_gift}[form](text, lang)
    except NotASheet as error:
        stop(f"{file}: {error}")


def _taken(root: Path) -> set[str]:
    """The ids of all banks that can be read."""
    from dojo.bank.adding import CannotAddError, ids_of

    taken: set[str] = set()
    for path in sorted((root / "questions").glob("*.yaml")):
        try:
            taken |= ids_of(path, path.read_text(encoding="utf-8"))
        except (CannotAddError, OSError, UnicodeDecodeError):
            continue
    return taken


def _say_what_is_left(root: Path, path: Path, line: int) -> None:
    from dojo.bank.lint.banks import lint_banks
    from dojo.content import cache_home

    findings = [
        one for one in lint_banks(root, cache_home(os.environ) / "lint") if one.file.resolve() == path.resolve()
    ]
    for one in findings:
        if one.line >= line or one.line <= 3:
            warning = "warning: " if one.severity == "warning" else ""
            click.echo(f"{short(one.file)}:{one.line}: {warning}{one.message}")
    if any(one.severity == "error" for one in findings):
        click.echo(f"fill the blanks (___), then: dojo lint {short(path)}")


def _warn(message: str) -> None:
    from dojo.bank.finding import escaped

    click.echo(escaped(message), err=True)
