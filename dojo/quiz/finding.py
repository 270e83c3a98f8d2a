"""What a check of a bank has to say: where, what, how to mend."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning"]


class Finding(Struct, frozen=True, order=True):
    """One mistake; `line` counts from 1."""

    file: Path
    line: int
    severity: Severity
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class Report:
    """Collects the findings of one file, so that an author sees all of them at once."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def error(self, line: int, message: str) -> None:
        self._add(Finding(self.file, line, "error", message))

    def warning(self, line: int, message: str) -> None:
        self._add(Finding(self.file, line, "warning", message))

    @property
    def errors(self) -> int:
        return sum(finding.severity == "error" for finding in self.findings)

    def _add(self, finding: Finding) -> None:
        if finding not in self.findings:
            self.findings.append(finding)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`, did you mean …?` where a known word is near, else nothing."""
    from difflib import get_close_matches  # only where something is wrong: it costs the first question 2 ms

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean `{near[0]}`?" if near else ""
