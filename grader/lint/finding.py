"""What a check of a kata has to say: where, what, and how to fix it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

import msgspec

from grader.catalogue import CatalogueError

Severity = Literal["error", "warning", "fixed"]


class Finding(msgspec.Struct, frozen=True):
    """One defect, or what `--fix` has changed; `line` counts from 1."""

    file: Path
    line: int
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.severity}: {self.message}"


def refused(error: CatalogueError) -> Finding:
    """What the catalogue has refused, as a finding."""
    return Finding(error.file, error.line, error.problem)


def near(word: str, known: Iterable[str]) -> str:
    """`; did you mean …?` where known words are near, else nothing."""
    words = get_close_matches(word, sorted(known), n=3, cutoff=0.6)
    return f"; did you mean {' or '.join(f'`{name}`' for name in words)}?" if words else ""
