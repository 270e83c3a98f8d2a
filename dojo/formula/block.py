"""A formula in display: fractions stacked, limits above and below their sum, matrices in brackets, on one baseline.

A part that needs no second line is `line`'s.
"""

from collections.abc import Iterable, Sequence

import msgspec

from dojo.formula import spacing
from dojo.formula.glyphs import TALL, TALL_ASCII, glyph
from dojo.formula.line import Line, parted
from dojo.formula.tree import Accented, Fence, Fraction, Group, Matrix, Node, Root, Row, Scripted, Symbol

MAX_HEIGHT = 15


class Box(msgspec.Struct, frozen=True):
    """Lines of one width in cells, and which of them stands on the baseline."""

    lines: tuple[str, ...]
    base: int = 0

    @property
    def width(self) -> int:
        return cells(self.lines[0])

    @property
    def height(self) -> int:
        return len(self.lines)


class Display:
    """Draws nodes as boxes, with Unicode or in ASCII."""

    def __init__(self, unicode: bool) -> None:
        self.unicode = unicode
        self.line = Line(unicode)

    def rows(self, row: Row, width: int) -> list[str] | None:
        """The lines of a formula; None where they would be too wide or too many."""
        box = self.row(row)
        if box.width > width or box.height > MAX_HEIGHT:
            return None
        return [line.rstrip() for line in box.lines]

    def row(self, row: Row) -> Box:
        nodes = spacing.flat(row)
        kinds = spacing.roles(nodes)
        boxes: list[Box] = []
        for place, gap in enumerate(spacing.gaps(nodes, kinds, tight=False)):
            box = self.in_row(nodes, kinds, place)
            if place and (gap or self.apart(boxes[-1], box, nodes, kinds, place)):
                boxes.append(Box((" ",)))
            boxes.append(box)
        return beside(boxes)

    def apart(self, left: Box, right: Box, nodes: Sequence[Node], kinds: list[str], place: int) -> bool:
        """Whether two boxes need a space that one line of text would not."""
        if left.height > 1 or right.height > 1:
            stacked = (isinstance(nodes[place - 1], Fraction), isinstance(nodes[place], Fraction))
            return any(stacked) and kinds[place] != "punctuation"
        return parted(left.lines[0], right.lines[0], kinds[place - 1], kinds[place])

    def in_row(self, row: Sequence[Node], kinds: list[str], place: int) -> Box:
        """As `Line.in_row`; what stands in several lines needs no parentheses."""
        box = self.node(row[place])
        return box if box.height > 1 else Box((self.line.in_row(row, kinds, place),))

    def node(self, node: Node) -> Box:
        """A node by itself."""
        match node:
            case Fraction(top, bottom):
                return self.fraction(self.row(top), self.row(bottom))
            case Scripted():
                return self.scripted(node)
            case Fence(left, body, right):
                return self.fenced(left, self.row(body), right)
            case Group(body):
                return self.row(body)
            case Matrix():
                return self.matrix(node)
            case Root(body, index) if (inside := self.row(body)).height > 1:
                sign = self.line.row(index or (), tight=True)
                name = sign + "√" if self.unicode else f"root[{sign}]" if sign else "sqrt"
                return beside([Box((name,)), self.fenced("(", inside, ")")])
            case Accented(mark, body) if (inside := self.row(body)).height > 1:
                return beside([Box((mark,)), self.fenced("(", inside, ")")])
        return Box((self.line.node(node),))

    def fraction(self, top: Box, bottom: Box) -> Box:
        width = max(top.width, bottom.width) + 2
        bar = ("─" if self.unicode else "-") * width
        return Box((*centred(top, width), bar, *centred(bottom, width)), top.height)

    def scripted(self, node: Scripted) -> Box:
        kind = spacing.role_of(node.base)
        if kind in ("big", "limit") and isinstance(node.base, Symbol) and not node.primes:
            return self.limits(node)
        base = self.node(node.base)
        if base.height == 1:
            return Box((self.line.scripted(node),))
        if not spacing.closed(node.base):
            base = self.fenced("(", base, ")")
        sup = self.line.primes(node.primes) + (self.line.row(node.sup, tight=True) if node.sup is not None else "")
        sub = self.line.row(node.sub, tight=True) if node.sub is not None else ""
        # Above and below the base: on its own lines a script could be taken for a factor.
        column = [*([sup] if sup else []), *[""] * base.height, *([sub] if sub else [])]
        width = max(map(cells, column))
        lines = tuple(line + " " * (width - cells(line)) for line in column)
        return beside([base, Box(lines, base.base + bool(sup))])

    def limits(self, node: Scripted) -> Box:
        """A sum or a limit with its bounds above and below."""
        sign = self.line.node(node.base)
        above = [self.line.row(node.sup, tight=True)] if node.sup is not None else []
        below = [self.line.row(node.sub, tight=True)] if node.sub is not None else []
        width = max(map(cells, [*above, sign, *below]))
        return Box(tuple(centred(Box((*above, sign, *below)), width)), len(above))

    def fenced(self, left: str, body: Box, right: str) -> Box:
        parts = [self.delimiter(left, body), body, self.delimiter(right, body)]
        return beside([part for part in parts if part.width])

    def delimiter(self, name: str, body: Box) -> Box:
        sign = glyph(name, self.unicode)
        tall = (TALL if self.unicode else TALL_ASCII).get(sign)
        if body.height == 1 or not tall:
            return Box((sign,))
        return Box((tall[0], *[tall[1]] * (body.height - 2), tall[2]), body.base)

    def matrix(self, node: Matrix) -> Box:
        boxes = [[self.row(cell) for cell in cells] for cells in node.rows]
        widths = [max(box.width for box in column) for column in zip(*boxes, strict=True)]
        lines: list[str] = []
        for row in boxes:
            padded = [Box(tuple(centred(box, width)), box.base) for box, width in zip(row, widths, strict=True)]
            spaced = [part for box in padded for part in (Box(("  ",)), box)][1:]
            lines.extend(beside(spaced).lines)
        return self.fenced(node.left, Box(tuple(lines), (len(lines) - 1) // 2), node.right)


def beside(boxes: Iterable[Box]) -> Box:
    """Boxes side by side on one baseline."""
    parts = list(boxes) or [Box(("",))]
    above = max(box.base for box in parts)
    below = max(box.height - box.base for box in parts)
    columns = []
    for box in parts:
        blank = " " * box.width
        columns.append([blank] * (above - box.base) + [*box.lines] + [blank] * (below - box.height + box.base))
    return Box(tuple("".join(pieces) for pieces in zip(*columns, strict=True)), above)


def centred(box: Box, width: int) -> list[str]:
    """The lines of a box in the middle of `width` cells."""
    found = []
    for line in box.lines:
        room = width - cells(line)
        found.append(" " * (room // 2) + line + " " * (room - room // 2))
    return found


def cells(text: str) -> int:
    """The cells that a terminal takes for a text: 2 for a wide character, 0 for a combining one."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
