"""A field for free text: what keys do to a string and a cursor, and how it is laid out. Does not touch the terminal.

Offsets count characters; the cursor never stands between a letter and its combining mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import get_character_cell_size

from dojo.show.text.clean import clean
from dojo.show.text.wrap import breaks, width

MOST = 10_000  # characters: nobody types a longer answer, and the screen is laid out again for each key


class Field(Struct, frozen=True):
    """A text being written. `lines` says whether Enter is a character of it."""

    text: str = ""
    cursor: int = 0
    lines: bool = False

    def insert(self, typed: str) -> Field:
        """`typed` or pasted text at the cursor, cleaned; newlines become spaces in a field of one line."""
        added = clean(typed.replace("\r\n", "\n").replace("\r", "\n"))
        if not self.lines:
            added = " ".join(added.split("\n"))
        added = added[: max(MOST - len(self.text), 0)]
        return replace(
            self, text=self.text[: self.cursor] + added + self.text[self.cursor :], cursor=self.cursor + len(added)
        )

    def press(self, key: str) -> Field | None:
        """The field after an editing key; None if the key does not edit."""
        edit = _EDITS.get(key)
        if edit is not None:
            start, end, moved = edit(self)
            return replace(self, text=self.text[:start] + self.text[end:], cursor=moved)
        if key == "enter" and self.lines:
            return self.insert("\n")
        return None

    def up_or_down(self, step: int, columns: int) -> Field:
        """The cursor a row up or down in the layout of `columns` cells."""
        rows = layout(self.text, columns)
        row, column = position(rows, self.cursor)
        wanted = row + step
        if not 0 <= wanted < len(rows):
            return replace(self, cursor=0 if step < 0 else len(self.text))
        start, piece = rows[wanted]
        used = 0
        for offset, character in enumerate(piece):
            if used >= column:
                return replace(self, cursor=start + offset)
            used += get_character_cell_size(character)
        return replace(self, cursor=start + len(piece))


def layout(text: str, columns: int) -> list[tuple[int, str]]:
    """Rows of (offset of the first character, characters); at least one row, and one after a final newline."""
    rows: list[tuple[int, str]] = []
    start = 0
    for line in text.split("\n"):
        cuts = [0, *breaks(line, columns), len(line)]
        rows.extend((start + a, line[a:b]) for a, b in pairwise(cuts))
        start += len(line) + 1
    return rows


def position(rows: list[tuple[int, str]], cursor: int) -> tuple[int, int]:
    """Row and cell of the cursor."""
    for number in reversed(range(len(rows))):
        start, piece = rows[number]
        if cursor >= start:
            return number, width(piece[: cursor - start])
    return 0, 0


def _before(field: Field) -> int:
    at = field.cursor - 1
    while at > 0 and get_character_cell_size(field.text[at]) == 0 and field.text[at] != "\n":
        at -= 1
    return max(at, 0)


def _after(field: Field) -> int:
    at = min(field.cursor + 1, len(field.text))
    while at < len(field.text) and get_character_cell_size(field.text[at]) == 0 and field.text[at] != "\n":
        at += 1
    return at


def _word_before(field: Field) -> int:
    """Where the word before the cursor begins: Latin words by their letters, Chinese character by character."""
    found = re.search(r"([^\W\u3000-\u9fff]+|\S)\s*$", field.text[: field.cursor])
    return found.start() if found else 0


def _word_after(field: Field) -> int:
    found = re.match(r"\s*([^\W\u3000-\u9fff]+|\S)", field.text[field.cursor :])
    return field.cursor + found.end() if found else len(field.text)


def _home(field: Field) -> int:
    return field.text.rfind("\n", 0, field.cursor) + 1


def _end(field: Field) -> int:
    at = field.text.find("\n", field.cursor)
    return len(field.text) if at < 0 else at


# key -> (start, end) of what is cut out, and where the cursor stands afterwards
_EDITS: dict[str, Callable[[Field], tuple[int, int, int]]] = {
    "backspace": lambda f: (_before(f), f.cursor, _before(f)),
    "delete": lambda f: (f.cursor, _after(f), f.cursor),
    "left": lambda f: (0, 0, _before(f)),
    "right": lambda f: (0, 0, _after(f)),
    "home": lambda f: (0, 0, _home(f)),
    "end": lambda f: (0, 0, _end(f)),
    "ctrl-a": lambda f: (0, 0, _home(f)),
    "ctrl-e": lambda f: (0, 0, _end(f)),
    "ctrl-left": lambda f: (0, 0, _word_before(f)),
    "ctrl-right": lambda f: (0, 0, _word_after(f)),
    "ctrl-u": lambda f: (_home(f), f.cursor, _home(f)),
    "ctrl-k": lambda f: (f.cursor, _end(f), f.cursor),
    "ctrl-w": lambda f: (_word_before(f), f.cursor, _word_before(f)),
}
