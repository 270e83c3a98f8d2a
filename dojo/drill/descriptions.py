"""Checks the text of `kata.yaml`: strict YAML, and sources that exist. What a kata is worth `grader.lint` finds out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dojo.bank.finding import Finding, Report
from dojo.bank.sources import Source, read_sources
from dojo.bank.strict_yaml import Mapping, Scalar, Sequence, parse
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


def _check_source(item: Scalar, known: dict[str, Source], report: Report) -> None:
    key, _, section = item.value.partition("#")
    if key not in known:
        report.error(item.line, f"no source `{key}` in questions/sources.yaml{did_you_mean(key, known)}")
    elif section and section not in known[key].sections:
        hint = did_you_mean(section, known[key].sections)
        report.error(item.line, f"the source `{key}` has no section `{section}`{hint}")
