"""Checks the question banks of a content folder, for authors: what can't be asked, and what had better be changed.

Errors are what `compile` refuses, what differs between the languages or between banks, and math that can't be shown;
warnings are the habits that give an answer away. Which of them end a command is the caller's business.
"""

from __future__ import annotations

from pathlib import Path

from dojo.bank.compile import Compiled, compile_bank
from dojo.bank.finding import Finding, Report
from dojo.bank.lint.code import Runs, lint_code
from dojo.bank.lint.draws import lint_draws
from dojo.bank.lint.examples import lint_examples
from dojo.bank.lint.options import lint_options
from dojo.bank.lint.stems import near_duplicates
from dojo.bank.lint.texts import lint_texts
from dojo.bank.lint.whole import lint_mix, lint_whole
from dojo.bank.reading import line_at
from dojo.bank.sources import Source, read_sources
from dojo.bank.strict_yaml import Mapping
from dojo.question.kinds import AnyQuestion, Number, Open
from dojo.suggestion import did_you_mean

SOURCES = "sources.yaml"


def lint_banks(content: Path, cache: Path | None = None) -> list[Finding]:
    """Every finding in `content/questions`, sorted by file and line.

    `cache` is a folder that remembers what the code of questions prints; None runs all of it.
    """
    folder = content / "questions"
    reports: list[Report] = []
    if not folder.is_dir():
        return [Finding(folder, 1, "error", "no such folder; banks are questions/<topic>.yaml")]
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    sources = _sources(folder / SOURCES, reports)
    banks: list[tuple[Report, Compiled]] = []
    for path in paths:
        if path.name == SOURCES:
            continue
        report = Report(path)
        reports.append(report)
        if path.suffix != ".yaml":
            report.error(1, f"not a bank; a bank is named like {path.stem}.yaml")
            continue
        source = _read(path, report)
        compiled = compile_bank(source, path.stem, report) if source is not None else None
        if compiled is not None:
            banks.append((report, compiled))
    if not banks and not any(report.findings for report in reports):
        reports.append(Report(folder))
        reports[-1].error(1, "no bank here; a bank is questions/<topic>.yaml")
    _across(banks)
    if len(banks) > 1:
        reports.append(Report(folder))
        lint_mix([question for _, compiled in banks for question in compiled.questions], reports[-1])
    katas = {path.parent.name for path in (content / "katas").glob("*/*/kata.yaml")}
    runs = Runs()
    for report, compiled in banks:
        for question, node in zip(compiled.questions, compiled.nodes, strict=True):
            _cited(question, node, sources, report)
            _trained(question, node, katas, report)
            lint_code(question, node, report, runs)
            if isinstance(question, Open):
                lint_examples(question, node, report)
            if isinstance(question, Number):
                lint_draws(question, node, report)
            lint_texts(question, node, report)
            lint_options(question, node, report)
        lint_whole(compiled, report)
    runs.check(cache)
    return sorted(finding for report in reports for finding in report.findings)


def _read(path: Path, report: Report) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError as error:
        report.error(1, f"can't be read ({error.strerror}); check that it is a file you may read")
        return None


def _sources(path: Path, reports: list[Report]) -> dict[str, Source]:
    report = Report(path)
    reports.append(report)
    if not path.exists():
        entry = "`key: {title: …, kind: paper, authors: …, year: …, where: …}`"
        report.error(1, f"no sources.yaml here, to which questions refer; write `sources:` and in it {entry} for each")
        return {}
    source = _read(path, report)
    return read_sources(source, report) if source is not None else {}


def _cited(question: AnyQuestion, node: Mapping, sources: dict[str, Source], report: Report) -> None:
    for place, reference in enumerate(question.sources):
        key, mark, section = reference.partition("#")
        line = line_at(node, "sources", place)
        if key not in sources:
            report.error(line, f"no source `{key}` in sources.yaml{did_you_mean(key, sources)}; add it there")
        elif mark and section not in sources[key].sections:
            guess = did_you_mean(section, sources[key].sections)
            report.error(line, f"source `{key}` has no section `{section}`{guess}; add it to its `sections`")


def _trained(question: AnyQuestion, node: Mapping, katas: set[str], report: Report) -> None:
    for place, slug in enumerate(question.katas):
        if slug not in katas:
            report.warning(line_at(node, "katas", place), f"no kata `{slug}` in katas/ yet{did_you_mean(slug, katas)}")


def _across(banks: list[tuple[Report, Compiled]]) -> None:
    """What no bank can see alone: ids that are taken, stems that are asked twice."""
    every = [
        (question, node, report)
        for report, compiled in banks
        for question, node in zip(compiled.questions, compiled.nodes, strict=True)
    ]
    first: dict[str, str] = {}
    for question, node, report in every:
        where = f"{report.file}:{line_at(node, 'id')}"
        if question.id in first:
            report.error(line_at(node, "id"), f"the id `{question.id}` is taken ({first[question.id]}); ids are unique")
        first.setdefault(question.id, where)
    for earlier, later in near_duplicates([question.stem.en for question, _, _ in every]):
        question, node, report = every[later]
        other, other_node, other_report = every[earlier]
        where = f"{other_report.file}:{line_at(other_node, 'stem')}"
        report.warning(line_at(node, "stem"), f"nearly the stem of `{other.id}` ({where}); ask something else")
