"""`dojo lint`: checks question banks and katas."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dojo.bank.finding import Finding
    from grader.lint import Finding as Defect


@click.command(name="lint")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--fix", is_flag=True, help="Rewrite `also fails:` of wrong solutions to what really fails.")
def command(paths: tuple[Path, ...], strict: bool, fix: bool) -> None:
    """Check question banks and katas; print `file:line: message`, exit 1 on errors.

    PATHS are banks (questions/gradients.yaml) or folders of katas (katas/attention); without them all is checked.

    \b
    Example:
      dojo lint
      dojo lint questions/gradients.yaml katas/attention/self_attention
      dojo lint --fix katas/attention
    """
    from dojo.bank.lint.banks import lint_banks
    from dojo.content import cache_home, content_root
    from dojo.drill.descriptions import lint_descriptions
    from dojo.show.terminal.streams import status_line
    from grader.lint import kata_folders, lint_katas

    root = content_root(os.environ)
    wanted = [path.resolve() for path in paths]
    errors = 0

    def say(finding: Finding | Defect, severity: str) -> None:
        status_line("")
        click.echo(f"{_short(finding.file)}:{finding.line}: {severity}: {finding.message}")

    if not wanted or any("questions" in path.parts for path in wanted):
        status_line("checking the question banks...")
        for finding in lint_banks(root, cache_home(os.environ) / "lint"):
            if wanted and not any(finding.file.resolve().is_relative_to(path) for path in wanted):
                continue
            errors += strict or finding.severity == "error"
            say(finding, finding.severity)
    if not wanted or any("questions" not in path.parts for path in wanted):
        folders = kata_folders(root, wanted)
        told = set()
        for finding in lint_descriptions(root, [at for at in folders if (at / "kata.yaml").is_file()]):
            errors += strict or finding.severity == "error"
            told.add((finding.file, finding.line))
            say(finding, finding.severity)
        for defect in lint_katas(folders, _show_step, fix):
            if (defect.file, defect.line) not in told:  # the same mistake, said by the stricter reader
                errors += strict or defect.severity == "error"
                say(defect, defect.severity)
    status_line("")
    click.echo("no errors" if not errors else f"{errors} error{'s' if errors > 1 else ''}", err=True)
    raise SystemExit(1 if errors else 0)


def _show_step(done: int, every: int) -> None:
    from dojo.show.terminal.streams import status_line

    status_line(f"checking the katas: {done} of {every} solutions graded")


def _short(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
