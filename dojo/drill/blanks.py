"""Finds blanks of a skeleton that nobody has filled: where `dojo lint` names them, and where content is given away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from pathlib import Path

from dojo.bank.finding import Report
from dojo.bank.strict_yaml import Mapping, Node, Scalar, Sequence, parse
from dojo.drill.skeleton import BLANK

TEXTS = (".md", ".py", ".yaml")
_BLANK = re.compile(rf"(?<!_){BLANK}(?!_)")


def blank_lines(text: str) -> Iterator[int]:
    """The numbers of the lines that hold a blank."""
    return (number for number, line in enumerate(text.split("\n"), start=1) if _BLANK.search(line))


def unfilled(files: MappingOf[str, bytes]) -> list[str]:
    """Those of the files of a content folder, path to bytes, that still hold blanks."""
    return [name for name, data in files.items() if Path(name).suffix in TEXTS and _has_blanks(name, data)]


def _has_blanks(name: str, data: bytes) -> bool:
    """As `dojo lint` sees them: in a bank a whole text, since `___` may be part of a question; elsewhere anywhere."""
    if not name.startswith("questions/"):
        return any(True for _ in blank_lines(data.decode("utf-8", "replace")))
    waiting: list[Node | None] = [parse(data, Report(Path(name)))] if BLANK.encode() in data else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar) and node.value.strip() == BLANK:
            return True
        if isinstance(node, Mapping):
            waiting += node.items.values()
        elif isinstance(node, Sequence):
            waiting += node.items
    return False
