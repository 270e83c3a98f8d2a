"""Checks the text of `kata.yaml`: strict YAML, and sources that exist. What a kata is worth `grader.lint` finds out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from dojo.bank.finding import Finding, Report
from dojo.bank.sources import Source, read_sources
from dojo.bank.strict_yaml import Mapping, Scalar, Sequence, parse
from dojo.drill.blanks import TEXTS, blank_lines
from dojo.drill.skeleton import BLANK
from dojo.suggestion import did_you_mean


def lint_descriptions(root: Path, folders: Iterable[Path]) -> Iterator[Finding]:
    """Yield all mistakes in the descriptions of the katas in `folders`."""
    bibliography = root / "questions" / "sources.yaml"
    known = read_sources(bibliography.read_bytes(), Report(bibliography)) if bibliography.is_file() else {}
    for folder in folders:
        path = folder / "kata.yaml"
        report = Report(path)
        node = parse(path.read_bytes(), report)
        cited = node.items.get("sources") if isinstance(node, Mapping) else None
        for item in cited.items if isinstance(cited, Sequence) else ():
            if isinstance(item, Scalar):
                _check_source(item, known, report)
        yield from report.findings
        yield from _blanks([folder, root / "solutions" / folder.parent.name / folder.name])


def _blanks(folders: Iterable[Path]) -> Iterator[Finding]:
    """Blanks of a skeleton that nobody has filled."""
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in TEXTS):
        with suppress(OSError, UnicodeDecodeError):  # what can't be read, the check of katas tells
            for number in blank_lines(path.read_text(encoding="utf-8")):
                yield Finding(path, number, "error", f"a blank ({BLANK}); fill it in")


def _check_source(item: Scalar, known: dict[str, Source], report: Report) -> None:
    key, _, section = item.value.partition("#")
    if key not in known:
        report.error(item.line, f"no source `{key}` in questions/sources.yaml{did_you_mean(key, known)}")
    elif section and section not in known[key].sections:
        hint = did_you_mean(section, known[key].sections)
        report.error(item.line, f"the source `{key}` has no section `{section}`{hint}")
