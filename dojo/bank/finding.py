"""What a check of a bank has to say: where, what, how to fix it; bounded, and escaped where it becomes a line."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning"]

MOST = 200  # findings of one severity in one file
LONGEST = 600  # characters of a message

_SPACES = "\u3000\u00a0"


class Finding(Struct, frozen=True, order=True):
    """One mistake; `line` counts from 1."""

    file: Path
    line: int
    severity: Severity
    message: str

    def __str__(self) -> str:
        return escaped(f"{self.file}:{self.line}: {self.message}")


class Report:
    """Collects the findings of one file, so that an author sees all of them at once (of thousands, the first).

    `errors` counts all of them; `full` says that no more are kept, so that a reader can stop. `work` counts the
    characters of expressions that were evaluated for the file.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.errors = 0
        self.work = 0
        self._seen: set[tuple[int, str]] = set()
        self._kept: dict[Severity, int] = {"error": 0, "warning": 0}

    @property
    def full(self) -> bool:
        return self._kept["error"] > MOST

    def error(self, line: int, message: str) -> None:
        self.errors += 1
        self._add(line, "error", message)

    def warning(self, line: int, message: str) -> None:
        self._add(line, "warning", message)

    def _add(self, line: int, severity: Severity, message: str) -> None:
        if self._kept[severity] > MOST:
            return
        if self._kept[severity] == MOST:
            message = f"more than {MOST} {severity}s; fix the others first"
        message = message if len(message) <= LONGEST else message[:LONGEST] + "…"
        if (line, message) not in self._seen:
            self._seen.add((line, message))
            self._kept[severity] += 1
            self.findings.append(Finding(self.file, line, severity, message))


def escaped(text: str) -> str:
    """One line that no terminal and no CI takes for a command: control and format characters as escapes."""
    if not text.isprintable():
        text = "".join(char if char.isprintable() or char in _SPACES else _escape(char) for char in text)
    return f"\\{text}" if text.lstrip().startswith(("::", "##[")) else text


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
