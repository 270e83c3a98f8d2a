"""Mutants that no suite can kill, with the reason: `solutions/<topic>/<slug>/equivalent.yaml`.

An entry names the text of the line and the change, not the line's number, so that it outlives an edit of other lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from grader.catalogue import Kata, Written
from grader.lint.finding import Finding
from grader.lint.mutations import Mutant
from grader.yaml_lines import NotYaml, line_of, read_yaml


class Equivalent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry: `line` and `mutation` as the report of survivors shows them, and why no test can tell."""

    line: Written
    mutation: Written
    reason: Written

    def names(self, mutant: Mutant) -> bool:
        return (self.line, self.mutation) == (mutant.text, mutant.mutation)


class Listed(msgspec.Struct, frozen=True):
    """The entries of one kata. `lines` are where they stand, `findings` why there are none."""

    path: Path
    entries: tuple[Equivalent, ...] = ()
    lines: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()

    def holds(self, mutant: Mutant) -> bool:
        return any(entry.names(mutant) for entry in self.entries)

    def outdated(self, made: Iterable[Mutant], survivors: Iterable[Mutant]) -> Iterator[Finding]:
        """Entries that name no mutant, or only mutants that die."""
        made, survivors = list(made), list(survivors)
        for entry, line in zip(self.entries, self.lines, strict=True):
            if not any(entry.names(mutant) for mutant in made):
                yield Finding(self.path, line, f"no mutant is `{entry.mutation}` in `{entry.line}`; remove the entry")
            elif not any(entry.names(mutant) for mutant in survivors):
                problem = f"`{entry.mutation}` in `{entry.line}` dies, so it is not equivalent; remove the entry"
                yield Finding(self.path, line, problem)


def read_listed(kata: Kata) -> Listed:
    """What a kata's `equivalent.yaml` lists; a mistake in it is a finding."""
    path = kata.solution / "equivalent.yaml"
    if not path.is_file():
        return Listed(path)
    source = path.read_bytes()
    try:
        entries = msgspec.convert(read_yaml(source), tuple[Equivalent, ...])
    except NotYaml as error:
        return Listed(path, findings=(Finding(path, error.line, error.problem),))
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$")
        problem = f"{what}; write a list of `- {{line: ..., mutation: ..., reason: ...}}`"
        return Listed(path, findings=(Finding(path, line_of(source, where), problem),))
    lines = tuple(line_of(source, f"[{index}]") for index in range(len(entries)))
    return Listed(path, entries, lines)
