"""Wraps text to a width in cells. English breaks at spaces; Chinese between any two characters, except before a closing
mark or after an opening one.

A no-break space keeps a formula or a piece of code together. Styles are kept: lines are rich's `Text`.
"""

from __future__ import annotations

from rich.cells import cell_len, get_character_cell_size
from rich.text import Text

_NO_START = frozenset("、。，．！？；：）】》」』〕”’…—％%,.;:!?)]}·")
_NO_END = frozenset("（【《「『〔“‘([{¥$")


def width(text: str) -> int:
    """Width of `text` in cells."""
    return cell_len(text)


def breaks(text: str, columns: int) -> list[int]:
    """Offsets at which a line is cut so that each piece, trailing spaces aside, fits in `columns`."""
    columns = max(columns, 2)
    cuts: list[int] = []
    start, used, candidate = 0, 0, 0
    for at, character in enumerate(text):
        size = get_character_cell_size(character)
        if at > start and _may_break(text, at):
            candidate = at
        while used + size > columns and character != " " and at > start:
            cut = candidate if candidate > start else at
            cuts.append(cut)
            start, used, candidate = cut, cell_len(text[cut:at]), 0  # what is left may still be too long
        used += size
    return cuts


def wrap(text: Text, columns: int) -> list[Text]:
    """`text` as lines of at most `columns` cells; keeps newlines, drops spaces at the end of lines."""
    lines: list[Text] = []
    for line in text.split("\n", allow_blank=True):
        pieces = line.divide(breaks(line.plain, columns))
        for piece in pieces:
            piece.rstrip()
        lines.extend(pieces or [line])
    return lines


def hang(text: Text, columns: int, first: Text, rest: str | None = None) -> list[Text]:
    """`text` wrapped beside the label `first`; further lines are indented to the text of the first."""
    indent = " " * cell_len(first.plain) if rest is None else rest
    lines = wrap(text, columns - cell_len(first.plain)) or [Text()]
    return [
        Text.assemble(first, line) if number == 0 else Text.assemble(indent, line) for number, line in enumerate(lines)
    ]


def crop(text: Text, columns: int) -> Text:
    """`text` cut to `columns` cells, with an ellipsis if something was cut."""
    if cell_len(text.plain) <= columns:
        return text
    shorter = text.copy()
    shorter.truncate(columns, overflow="ellipsis")
    return shorter


def beside(left: Text, right: Text, columns: int) -> Text:
    """`left` at the left edge and `right` at the right one; `left` is cropped where both don't fit."""
    left = crop(left, max(columns - cell_len(right.plain) - 1, 0))
    gap = columns - cell_len(left.plain) - cell_len(right.plain)
    return crop(Text.assemble(left, " " * max(gap, 0), right), columns)


def _may_break(text: str, at: int) -> bool:
    """Whether a line may end before `text[at]`."""
    before, after = text[at - 1], text[at]
    if before == " ":
        return after != " "
    if after == " " or after in _NO_START or before in _NO_END:
        return False
    return get_character_cell_size(before) == 2 or get_character_cell_size(after) == 2
