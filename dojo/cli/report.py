"""`dojo report`: every report from a result file that `dojo grade --json` wrote."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dojo.cli.options import either, line_lang_option, stop
from dojo.cli.results import give, read, unwritable

if TYPE_CHECKING:
    from grader.report.summary import Summary

FORMATS = ("json", "junit", "github", "markdown", "csv", "items", "ctrf", "html")


@click.command(name="report")
@click.argument("results", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="RESULT.json…")
@click.option("--format", "form", type=click.Choice(FORMATS), help="The report to write (default: a table to read).")
@click.option("--output", metavar="FILE", help="Where to write it (default: standard output).")
@click.option("--feedback", metavar="DIR", help="Write a Markdown file for each member with their own results.")
@click.option("--classroom", metavar="DIR", help="Write result.json and release-body.md for Classroom 50.")
@line_lang_option
def command(
    results: tuple[Path, ...],
    form: str | None,
    output: str | None,
    feedback: str | None,
    classroom: str | None,
    lang: str,
) -> None:
    """Make a report from a result file that `dojo grade --json` wrote, without grading again.

    The formats: junit and ctrf for CI servers, csv for spreadsheets (members × katas), items for how hard each test was
    and how well it tells members apart, html for a board that people look at, markdown for a page, json for the results
    themselves. The format github prints annotations and adds the
    summary to the page of the job. The board takes several result files, oldest first, and shows the progress.

    \b
    Example:
      dojo report results.json --format html --output board.html
      dojo report week1.json week2.json --format html --output board.html
      dojo report results.json --format csv
      dojo report results.json --feedback feedback/
    """
    runs = [(_label(path), read(path, lang), _written(path)) for path in results]
    if len(runs) > 1 and form != "html":
        stop(either(lang, "only --format html takes several result files", "只有 --format html 可以接受多个结果文件"))
    if output is not None and form is None:
        stop(either(lang, "--output needs a --format", "--output 需要与 --format 一起使用"))
    _, summary, written = runs[-1]
    if feedback is not None:
        _write_feedback(summary, Path(feedback), lang)
    if classroom is not None:
        _write_classroom(summary, Path(classroom), lang, written)
    if form == "github":
        _write_github(summary, output, lang)
    elif form is not None:
        give(_text(runs, form, lang), output, lang)
    elif feedback is None and classroom is None:
        from dojo.show.cohort import print_cohort

        print_cohort(summary, lang)
    if classroom is not None and any(result.verdict == "broken" for result in summary.results):
        raise SystemExit(3)  # so that Classroom 50 says that grading failed, not the student


def _text(runs: Sequence[tuple[str, Summary, float]], form: str, lang: str) -> str | bytes:
    _, summary, written = runs[-1]
    if form == "html":
        from grader.report.board import to_board

        return to_board([(label, one) for label, one, _ in runs], lang)
    if form == "ctrf":
        from grader.report.ctrf import to_ctrf

        return to_ctrf(summary, lang, written)
    if form == "csv":
        from grader.report.csv import to_csv

        return to_csv(summary, lang)
    if form == "items":
        from grader.report.items import to_items

        return to_items(summary, lang)
    from grader.report.render import RENDERERS

    return RENDERERS[form](summary, lang)


def _write_github(summary: Summary, output: str | None, lang: str) -> None:
    """Print the annotations; put the summary into a file, at the end of the job's page, or behind them."""
    from grader.report.github import LARGEST as PAGE
    from grader.report.github import commands, step_summary

    shown = commands(summary, lang, _folder())
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    for line in shown:
        click.echo(line)
    if output is not None or not page:
        give(step_summary(summary, lang, annotated=len(shown)), output, lang)
        return
    try:
        with open(page, "ab") as file:
            text = step_summary(summary, lang, PAGE - file.tell(), annotated=len(shown))
            file.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        unwritable(page, None, lang, error.strerror)


def _folder() -> str:
    """The working folder as seen from the root of the repository, which is where GitHub looks for files."""
    root = os.environ.get("GITHUB_WORKSPACE")
    here = os.path.relpath(os.getcwd(), root) if root else "."
    return "" if here.startswith("..") else Path(here).as_posix()


def _write_feedback(summary: Summary, folder: Path, lang: str) -> None:
    from grader.report.feedback import feedback

    _write_files(dict(feedback(summary, lang)), folder, lang)


def _write_classroom(summary: Summary, folder: Path, lang: str, written: float) -> None:
    from grader.cohort.changes import committed_at
    from grader.report.classroom import NotAClassroom, classroom

    try:
        files = classroom(summary, lang, os.environ, written, committed_at(Path()))
    except NotAClassroom as error:
        stop(error.why.in_(lang))
    _write_files(files, folder, lang)


def _write_files(files: dict[str, str], folder: Path, lang: str) -> None:
    from grader.report.writing import CannotWrite, check, write

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        unwritable(str(folder), None, lang, error.strerror)
    for name, text in files.items():
        try:
            check(folder / name)
            write(folder / name, text)
        except CannotWrite as error:
            unwritable(str(folder / name), error.why, lang)


def _label(path: Path) -> str:
    from grader.cohort.names import shown_path

    return shown_path(Path(path.stem))


def _written(path: Path) -> float:
    """When the results were written; now, where they come from standard input."""
    import time

    return time.time() if str(path) == "-" else path.stat().st_mtime
