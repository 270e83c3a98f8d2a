"""`dojo bank export`: all questions for other programs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from dojo.cli.options import either, lang_option
from dojo.cli.results import put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dojo.bank.bank import Bank
    from dojo.exchange.left_out import Loss
    from dojo.question.kinds import Lang
    from dojo.question.variant import Asked

FORMATS = ("json", "csv", "anki", "moodle")


@click.command(name="export")
@click.option("--format", "form", type=click.Choice(FORMATS), default="json", show_default=True, help="What to write.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="The file (default: standard output).")
@click.option("--topic", "topics", multiple=True, help="Only this topic; may be given several times.")
@click.option("--seed", type=int, default=0, show_default=True, help="Which variant of each question to write.")
@click.option("--without-answers", is_flag=True, help="With json: leave out everything that tells the answer.")
@lang_option
def command(
    form: str, output: Path | None, topics: tuple[str, ...], seed: int, without_answers: bool, lang: Lang
) -> None:
    """Write all questions as JSON, as a table (csv), as an Anki package or as Moodle XML.

    JSON, CSV and Anki hold both languages (Anki shows that of --lang first). Moodle XML is in the language of --lang.
    What a format can't hold is listed on standard error.

    \b
    Example:
      dojo bank export --format json --without-answers
      dojo bank export --format csv --topic rag --output rag.csv
      dojo bank export --format anki --output nlp-dojo.apkg
      dojo bank export --format moodle --lang zh --output questions.xml
    """
    from dojo.bank.bank import BankError, open_bank
    from dojo.cli.topics import known_or_stop
    from dojo.content import cache_home, content_root
    from dojo.question.variant import draw

    if without_answers and form != "json":
        raise click.UsageError("--without-answers goes with --format json; the other formats are for learning")
    if form == "anki" and output is None:
        raise click.UsageError("an Anki package is a file; give --output nlp-dojo.apkg")
    known_or_stop(topics, lang)
    try:
        bank = open_bank(content_root(os.environ), cache_home(os.environ) / "banks", topics or None)
        asked = [draw(bank.question(entry.id), seed) for entry in bank.entries()]
        _write(form, output, bank, asked, lang, not without_answers)
    except BankError as error:
        _fail(str(error))
    except OSError as error:
        if output is None:  # every command ends alike when standard output can't be written
            raise
        _fail(either(lang, f"can't write {output}: {error.strerror}", f"无法写入 {output}：{error.strerror}"))


def _write(form: str, output: Path | None, bank: Bank, asked: list[Asked], lang: Lang, with_answers: bool) -> None:
    if form == "json":
        from dojo.exchange.plain import exported

        _put(output, _json({"questions": [exported(one, with_answer=with_answers) for one in asked]}), lang)
    elif form == "csv":
        from dojo.exchange import sheet

        _put(output, sheet.to_csv(asked).encode(), lang)
        _say_left_out(asked, sheet.LOSSES, output, lang)
    elif form == "moodle":
        from dojo.exchange import moodle

        _put(output, moodle.to_moodle(asked, lang), lang)
        _say_left_out(asked, moodle.LOSSES, output, lang)
    elif output is not None:
        _say_left_out(asked, _anki(output, bank, asked, lang), output, lang)


def _anki(output: Path, bank: Bank, asked: list[Asked], lang: Lang) -> Sequence[Loss]:
    try:
        from dojo.exchange.anki import LOSSES, write_apkg
    except ModuleNotFoundError:
        en = "Anki packages need genanki, which is not installed; get it: pip install genanki"
        _fail(either(lang, en, "导出 Anki 需要 genanki，但尚未安装；请运行：pip install genanki"))
    titles = {topic: bank.title(topic) for topic in bank.topics}
    write_apkg(output, asked, titles, {one.id: bank.sources(one.question.sources) for one in asked}, lang)
    return LOSSES


def _say_left_out(asked: list[Asked], losses: Sequence[Loss], output: Path | None, lang: Lang) -> None:
    from dojo.exchange.left_out import left_out

    missing = left_out([one.question for one in asked], losses, lang)
    wrote = either(lang, f"wrote {len(asked)} questions", f"已写出 {len(asked)} 道题")
    click.echo(wrote + (either(lang, f" to {output}", f"到 {output}") if output else ""), err=True)
    if missing:
        click.echo(either(lang, "this format can't hold:", "此格式无法保存："), err=True)
    for line in missing:
        click.echo(f"- {line}", err=True)


def _put(output: Path | None, data: bytes, lang: Lang) -> None:
    if output is None:
        click.echo(data, nl=False)
    else:
        put(data, output, lang)


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    raise SystemExit(2)


def _json(value: object) -> bytes:
    import msgspec

    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
