"""What a check of a bank has to say: where, what, how to mend."""

from __future__ import annotations

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
