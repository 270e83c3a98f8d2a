"""Files for commands: results read as data, reports and tables written whole, and a sentence where that fails."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from dojo.cli.options import either, stop

if TYPE_CHECKING:
    from grader.judge.verdicts import Bilingual
    from grader.report.summary import Summary

LARGEST = 1 << 30  # bytes of a result file


def give(text: str | bytes, output: str | None, lang: str) -> None:
    """Write a report to its file, or to standard output."""
    from grader.report.writing import CannotWrite, as_bytes, check, write

    if output is None or output == "-":
        click.echo(as_bytes(text), nl=False)
        return
    try:
        check(Path(output))
        write(Path(output), text)
    except CannotWrite as error:
        unwritable(output, error.why, lang)


def put(data: str | bytes, output: Path, lang: str) -> None:
    """Write a file that the learner named; where that can't be, end the command."""
    from grader.report.writing import CannotWrite, write

    try:
        write(output, data)
    except CannotWrite as error:
        stop(either(lang, f"can't write {output}: {error.why.en}", f"无法写入 {output}：{error.why.zh}"))


def unwritable(name: str, why: Bilingual | None, lang: str, said: str | None = None) -> NoReturn:
    """End the command because a file cannot be written; `said` is the reason where the system gave it."""
    from grader.cohort.names import shown_path

    en, zh = (why.en, why.zh) if why is not None else (said or "it failed", said or "写入失败")
    shown = shown_path(Path(name))
    stop(either(lang, f"{shown} cannot be written: {en}", f"{shown} 无法写入：{zh}"))


def read(path: Path, lang: str) -> Summary:
    """The results in a file, or in standard input (-). What can't be read ends the command with a sentence."""
    from grader.cohort.names import shown_path
    from grader.report.reading import BadResults, read_results

    name = shown_path(path)
    try:
        if str(path) == "-":
            return read_results(sys.stdin.buffer.read())
        if path.stat().st_size > LARGEST:
            stop(either(lang, f"{name}: it is larger than 1 GB", f"{name}：文件超过 1 GB"))
        return read_results(path.read_bytes())
    except BadResults as error:
        stop(either(lang, f"{name}: {error.why.en}", f"{name}：{error.why.zh}"))
    except OSError as error:
        stop(either(lang, f"{name} cannot be read: {error.strerror}", f"{name} 无法读取：{error.strerror}"))
