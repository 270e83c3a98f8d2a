"""`dojo lint`: checks question banks and katas."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dojo.cli.options import short
from dojo.suggestion import did_you_mean

if TYPE_CHECKING:
    from dojo.bank.finding import Finding
    from grader.lint import Finding as Defect


@click.command(name="lint")
@click.argument("paths", nargs=-1, metavar="[PATH|SLUG]...")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--fix", is_flag=True, help="Rewrite `also fails:` of wrong solutions to what really fails.")
@click.option("--mutants", is_flag=True, help="Grade mutants of the references; at least 97 % must die.")
@click.option("--matrix", type=click.Path(dir_okay=False, path_type=Path), help="With --mutants: write mutant × test.")
@click.option("--figures", is_flag=True, help="Print sizes, crossings and milliseconds of the suites.")
def command(paths: tuple[str, ...], strict: bool, fix: bool, mutants: bool, matrix: Path | None, figures: bool) -> None:
    """Check question banks and katas; print `file:line: message`, exit 1 on errors.

    Name banks (questions/gradients.yaml), folders of katas (katas/attention) or slugs; without them all is checked.
    With --mutants or --figures only that is done.

    \b
    Example:
      dojo lint
      dojo lint questions/gradients.yaml katas/attention/self_attention
      dojo lint --fix katas/attention
      dojo lint --mutants perplexity --matrix matrix.csv
    """
    from dojo.content import content_root
    from dojo.show.terminal.streams import status_line
    from grader.lint import kata_folders

    root = content_root(os.environ)
    wanted = [_find(root, path) for path in paths]
    if mutants + figures + fix > 1 or (matrix is not None and not mutants):
        raise click.UsageError("--fix, --mutants and --figures go alone, and --matrix goes with --mutants")
    if mutants or figures:
        folders = kata_folders(root, wanted)
        errors = _mutants(folders, matrix, strict) if mutants else _figures(folders, strict)
    else:
        errors = _check(root, wanted, strict, fix)
    status_line("")
    click.echo("no errors" if not errors else f"{errors} error{'s' if errors > 1 else ''}", err=True)
    raise SystemExit(1 if errors else 0)


def _find(root: Path, word: str) -> Path:
    """The path that a word of the call means, or the kata of that slug."""
    if Path(word).exists():
        return Path(word).resolve()
    folders = sorted((root / "katas").glob("*/*/"))
    for folder in folders:
        if folder.name == word:
            return folder
    hint = did_you_mean(word, [folder.name for folder in folders])
    raise click.BadParameter(f"`{word}` is neither a path nor the slug of a kata{hint}")


def _check(root: Path, wanted: list[Path], strict: bool, fix: bool) -> int:
    from dojo.bank.lint.banks import lint_banks
    from dojo.content import cache_home
    from dojo.drill.descriptions import lint_descriptions
    from dojo.show.terminal.streams import status_line
    from grader.lint import kata_folders, lint_katas

    errors = 0
    if not wanted or any("questions" in path.parts for path in wanted):
        status_line("checking the question banks...")
        for finding in lint_banks(root, cache_home(os.environ) / "lint"):
            if not wanted or any(finding.file.resolve().is_relative_to(path) for path in wanted):
                errors += _say(finding, strict)
    if not wanted or any("questions" not in path.parts for path in wanted):
        folders = kata_folders(root, [path for path in wanted if "questions" not in path.parts])
        told = set()
        for finding in lint_descriptions(root, [at for at in folders if (at / "kata.yaml").is_file()]):
            told.add((finding.file, finding.line))
            errors += _say(finding, strict)
        for defect in lint_katas(folders, _step("checking the katas"), fix):
            if (defect.file, defect.line) not in told:  # the same mistake, said by the stricter reader
                errors += _say(defect, strict)
    return errors


def _mutants(folders: list[Path], matrix: Path | None, strict: bool) -> int:
    from grader.lint.finding import Finding
    from grader.lint.katas import read_katas
    from grader.lint.mutants import LEAST_KILLED, survey_mutants, write_matrix

    katas, unreadable = read_katas(folders)
    errors = sum(_say(finding, strict) for finding in unreadable)
    surveys = []
    for survey in survey_mutants(katas, _step("grading mutants")):
        surveys.append(survey)
        errors += sum(_say(finding, strict) for finding in survey.findings)
        path = survey.kata.reference
        for mutant in survey.survivors:
            _print(f"{short(path)}:{mutant.line}: survives: {mutant}")
        if survey.redundant:
            names = ", ".join(survey.redundant)
            _say(Finding(survey.kata.suite, 1, f"no mutant and no wrong solution needs {names}", "warning"), False)
        counts = f"{survey.killed} of {survey.made - survey.equivalent} mutants die ({survey.share:.1%})"
        _print(f"{survey.kata.slug}: {counts}, {survey.equivalent} more are listed as equivalent")
        if survey.share < LEAST_KILLED:
            problem = f"fewer than {LEAST_KILLED:.0%} of the mutants die; kill them, or list them in equivalent.yaml"
            errors += _say(Finding(survey.kata.suite, 1, problem), strict)
    if len(surveys) > 1:
        made = sum(survey.made - survey.equivalent for survey in surveys)
        killed = sum(survey.killed for survey in surveys)
        _print(f"{len(surveys)} katas: {killed} of {made} mutants die ({killed / max(made, 1):.1%})")
    if matrix is not None:
        with matrix.open("w", encoding="utf-8", newline="") as file:
            write_matrix(surveys, file)
    return errors


def _figures(folders: list[Path], strict: bool) -> int:
    from grader.judge.probing import NoSandbox, choose
    from grader.lint.figures import check_figures, measure, table
    from grader.lint.katas import read_katas
    from grader.sandbox.tiers import Tier

    try:
        tier = choose("auto")
    except NoSandbox:
        tier = Tier.PLAIN
    katas, unreadable = read_katas(folders)
    errors = sum(_say(finding, strict) for finding in unreadable)
    known = measure(katas, tier, _step("measuring"))
    for kata, figures in zip(katas, known, strict=True):
        errors += sum(_say(finding, strict) for finding in check_figures(kata, figures))
    _print(f"{table(known)}\nms: the median of warm verdicts on the reference, on one core, in tier {tier.value}")
    return errors


def _say(finding: Finding | Defect, strict: bool) -> int:
    """Print a finding; 1 if it is an error."""
    from dojo.bank.finding import escaped

    _print(escaped(f"{short(finding.file)}:{finding.line}: {finding.severity}: {finding.message}"))
    return int(finding.severity == "error" or (strict and finding.severity == "warning"))


def _print(text: str) -> None:
    from dojo.show.terminal.streams import status_line

    status_line("")
    click.echo(text)


def _step(what: str) -> Callable[[int, int], None]:
    from dojo.show.terminal.streams import status_line

    return lambda done, every: status_line(f"{what}: {done} of {every} verdicts")
