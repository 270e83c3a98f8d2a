"""Tables with styled cells: columns as wide as their text if the screen allows; Chinese and Latin text stay aligned."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from dojo.show.text.wrap import crop, width, wrap

_GAP = 2  # cells between columns, 1 where the screen is too narrow for more
_LEAST = 2  # cells of a column: a Chinese character


def table(
    header: Sequence[Text] | None, rows: Sequence[Sequence[Text]], columns: int, right: frozenset[int] = frozenset()
) -> list[Text]:
    """Lines of at most `columns` cells: a bold header over a rule, then the rows; `right` are flush-right columns.

    A table with too many columns to fit even with wrapped cells is cut off at the edge.
    """
    every = ([header] if header else []) + list(rows)
    count = max((len(row) for row in every), default=0)
    if count == 0:
        return []
    wanted = [max(_widest(row[n]) for row in every if n < len(row)) for n in range(count)]
    gap = _GAP if sum(wanted) + _GAP * (count - 1) <= columns else 1
    widths = _fit(wanted, columns - gap * (count - 1))
    lines: list[Text] = []
    if header:
        for line in _row(header, widths, gap, right):
            line.stylize("bold")
            lines.append(line)
        lines.append(Text("─" * (sum(widths) + gap * (count - 1)), style="dim"))
    for row in rows:
        lines.extend(_row(row, widths, gap, right))
    return [crop(line, columns) for line in lines]


def _widest(cell: Text) -> int:
    return max((width(line) for line in cell.plain.split("\n")), default=0)


def _fit(widths: list[int], room: int) -> list[int]:
    """`widths`, narrowing the widest column until all fit or none can be narrower."""
    widths = [max(wanted, 1) for wanted in widths]
    while sum(widths) > room and max(widths) > _LEAST:
        widths[max(range(len(widths)), key=lambda n: widths[n])] -= 1
    return widths


def _row(cells: Sequence[Text], widths: Sequence[int], gap: int, right: frozenset[int]) -> list[Text]:
    wrapped = [wrap(cell, room) for cell, room in zip(cells, widths, strict=False)]
    lines = []
    for number in range(max((len(lines) for lines in wrapped), default=0)):
        line = Text()
        for column, (pieces, room) in enumerate(zip(wrapped, widths, strict=False)):
            piece = pieces[number] if number < len(pieces) else Text()
            padding = " " * (room - width(piece.plain))
            line.append_text(Text.assemble(padding, piece) if column in right else Text.assemble(piece, padding))
            line.append(" " * gap)
        line.rstrip()
        lines.append(line)
    return lines
