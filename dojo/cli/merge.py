"""`dojo merge`: the results of several shards as one result file."""

from __future__ import annotations

from pathlib import Path

import click

from dojo.cli.options import line_lang_option, stop
from dojo.cli.results import give, read


@click.command(name="merge")
@click.argument("results", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="RESULT.json…")
@click.option("--output", metavar="FILE", help="The merged result file (default: standard output).")
@line_lang_option
def command(results: tuple[Path, ...], output: str | None, lang: str) -> None:
    """Put the results of `dojo grade --shard` together as one result file, members in the order of the files.

    Every part of the run must be there once.

    Exit status as of `dojo grade`. 0: the criteria are met; 1: not; 2: the call is wrong, or the files can't be merged;
    3: something of ours is broken.

    \b
    Example:
      dojo merge part1.json part2.json --output results.json
    """
    from dojo.show.cohort import print_cohort
    from grader.cohort.criteria import status
    from grader.cohort.names import shown_path
    from grader.cohort.shards import CannotMerge, merge
    from grader.report.json import to_json

    try:
        summary = merge([(shown_path(path), read(path, lang)) for path in results])
    except CannotMerge as error:
        stop(error.why.in_(lang))
    give(to_json(summary, lang), output, lang)
    if output is not None and output != "-":
        print_cohort(summary, lang)
    raise SystemExit(status(summary))
