"""`dojo similar`: members whose code is alike, for the organiser of a group."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dojo.cli.options import either, line_lang_option, load_katas, stop
from dojo.cli.results import put

if TYPE_CHECKING:
    from grader.similar.pairs import Pair


FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(name="similar")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--kata", "slug", metavar="SLUG", help="Only this kata.")
@click.option(
    "--least", type=click.FloatRange(0.1, 1), default=0.5, show_default=True,
    help="The share of the smaller file's own code that both must have.",
)  # fmt: skip
@click.option(
    "--html", "html_file", type=click.Path(dir_okay=False, path_type=Path), help="Write both texts side by side."
)
@click.option("--csv", "csv_file", type=click.Path(dir_okay=False, path_type=Path), help="Write the pairs as a table.")
@line_lang_option
def command(
    paths: tuple[Path, ...], slug: str | None, least: float, html_file: Path | None, csv_file: Path | None, lang: str
) -> None:
    """List pairs of members whose code of a kata is alike beyond what the statement forces.

    A hint to look, never a verdict. Renaming, reordering, comments and layout make no difference; what the starter, the
    reference or many members have in common counts for nothing. PATHS are folders as `dojo grade` takes them. Nothing
    is run.

    \b
    Example:
      dojo similar submissions/
      dojo similar submissions/ --kata self_attention --html alike.html
    """
    from grader.cohort.discovery import WrongCall, discover
    from grader.cohort.names import shown_path
    from grader.judge.submissions import Unreadable, read_submission
    from grader.similar.pairs import Sheet, alike

    katas = load_katas(lang)
    if slug is not None and slug not in katas:
        stop(
            either(
                lang, f"there is no kata {slug!r}; see: dojo kata list", f"没有名为 {slug!r} 的题目；见 dojo kata list"
            )
        )
    try:
        found = discover(paths, katas).found
    except WrongCall as error:
        stop(error.say(lang))
    sheets = []
    for one in found:
        if slug in (None, one.kata) and one.member is not None:
            try:
                text = read_submission(one.path).decode("utf-8", "replace")
            except Unreadable:
                continue
            sheets.append(Sheet(one.member, one.kata, shown_path(one.path), text))
    pairs = alike(sheets, katas, least)
    members = len({sheet.member for sheet in sheets})
    en = f"{len(pairs)} pair{'' if len(pairs) == 1 else 's'} alike in {len(sheets)} submissions of {members} members"
    click.echo(either(lang, en, f"{members} 名成员的 {len(sheets)} 份提交中有 {len(pairs)} 对相似"))
    for pair in pairs:
        click.echo(f"  {pair.left.kata}  {pair.share:.0%}  {pair.left.path}  {pair.right.path}")
    if csv_file is not None:
        put(_table(pairs), csv_file, lang)
    if html_file is not None:
        from grader.similar.page import to_page

        put(to_page(pairs, lang), html_file, lang)


def _table(pairs: list[Pair]) -> str:
    from grader.report.csv import as_csv
    from grader.report.escaping import cell

    rows = [["kata", "share", "left", "right", "left_file", "right_file"]]
    for pair in pairs:
        cells = [pair.left.member, pair.right.member, pair.left.path, pair.right.path]
        rows.append([pair.left.kata, f"{pair.share:.3f}", *map(cell, cells)])
    return as_csv(rows)
