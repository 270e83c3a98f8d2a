"""A formula on one line of text. Display is `block`'s business, spaces and parentheses are `spacing`'s."""

import unicodedata
from collections.abc import Sequence

from dojo.formula import spacing
from dojo.formula.glyphs import ASCII_STYLES, COMBINING, GAPS, SUBSCRIPTS, SUPERSCRIPTS, glyph, styled
from dojo.formula.tree import (
    Accented,
    Fence,
    Fraction,
    Group,
    Matrix,
    Node,
    Root,
    Row,
    Scripted,
    Styled,
    Symbol,
)

RAISED = frozenset([*SUPERSCRIPTS.values(), *SUBSCRIPTS.values(), *COMBINING.values()])
PRIMES = ("", "′", "″", "‴")
ROOTS = {"3": "∛", "4": "∜"}


class Line:
    """Draws nodes as text, with Unicode or in ASCII."""

    def __init__(self, unicode: bool) -> None:
        self.unicode = unicode

    def row(self, row: Row, tight: bool = False) -> str:
        """A row; `tight` in scripts, where operators take no spaces."""
        nodes = spacing.flat(row)
        kinds = spacing.roles(nodes)
        text, last = "", ""
        for place, gap in enumerate(spacing.gaps(nodes, kinds, tight)):
            piece = self.in_row(nodes, kinds, place)
            if gap or (place and parted(last, piece, kinds[place - 1], kinds[place])):
                text += " "
            text, last = text + piece, piece
        return text

    def in_row(self, row: Sequence[Node], kinds: list[str], place: int) -> str:
        """A node with the parentheses that its neighbours make needed."""
        node = row[place]
        if isinstance(node, Fraction) and spacing.binds(row, kinds, place):
            return f"({self.node(node)})"
        if isinstance(node, Root) and spacing.followed(row, kinds, place):
            return self.root(node, bare=False)
        return self.node(node)

    def node(self, node: Node) -> str:
        """A node by itself."""
        match node:
            case Symbol(name, kind):
                if kind == "gap":
                    return GAPS[name]
                return name if kind in ("word", "function", "limit") else glyph(name, self.unicode)
            case Scripted():
                return self.scripted(node)
            case Fraction(top, bottom):
                return self.over(top) + "/" + self.under(bottom)
            case Root():
                return self.root(node, bare=True)
            case Accented(mark, body):
                return self.accented(mark, body)
            case Styled(style, body):
                return self.styled(style, body)
            case Group(body):
                return self.row(body)
            case Fence(left, body, right):
                return glyph(left, self.unicode) + self.row(body) + glyph(right, self.unicode)
            case Matrix(left, right, rows):
                return left + "; ".join(", ".join(self.row(cell) for cell in cells) for cells in rows) + right

    def over(self, row: Row) -> str:
        """A numerator."""
        nodes = spacing.flat(row)
        if not spacing.is_product(nodes) or (not self.unicode and len(nodes) > 1 and "prefix" in spacing.roles(nodes)):
            return f"({self.row(nodes)})"
        if isinstance(nodes[-1], Root):
            return self.row((*nodes[:-1], Symbol(self.root(nodes[-1], bare=False), "ordinary", nodes[-1].space)))
        return self.row(nodes)

    def under(self, row: Row) -> str:
        """A denominator."""
        nodes = spacing.flat(row)
        return self.row(nodes) if spacing.is_factor(nodes, self.unicode) else f"({self.row(nodes)})"

    def root(self, node: Root, bare: bool) -> str:
        """A root; `bare` where nothing follows that could be read as standing under it."""
        body, index = self.row(node.body), self.row(node.index or (), tight=True)
        if not self.unicode:
            return f"root[{index}]({body})" if index else f"sqrt({body})"
        sign = ROOTS.get(index) or (self.raised(index) or f"root[{index}] " if index else "") + "√"
        alone = len(body) == 1 or body.isdigit() or (body[:1].isalpha() and all(one in RAISED for one in body[1:]))
        powered = any(one in SUPERSCRIPTS.values() for one in body)
        return sign + (body if bare and alone and not powered else f"({body})")

    def accented(self, mark: str, body: Row) -> str:
        text = self.row(body)
        if self.unicode and len(text) == 1:
            return unicodedata.normalize("NFC", text + COMBINING[mark])
        return f"{mark}({text})"

    def styled(self, style: str, body: Row) -> str:
        text = self.row(body)
        letters = [styled(style, character) for character in text] if self.unicode else [None]
        return "".join(letter or "" for letter in letters) if all(letters) else f"{ASCII_STYLES[style]}({text})"

    def scripted(self, node: Scripted) -> str:
        """The base, primes, the subscript, then the superscript: x′ᵢ²."""
        base = self.node(node.base)
        if not spacing.closed(node.base):
            base = f"({base})"
        base += self.primes(node.primes)
        sub = self.row(node.sub, tight=True) if node.sub is not None else ""
        sup = self.row(node.sup, tight=True) if node.sup is not None else ""
        if spacing.role_of(node.base) in ("big", "limit"):
            brace = bool(sub and sup)
            return base + limit("_", sub, brace) + limit("^", sup, brace)
        return base + self.lower(sub, braced=bool(sup)) + self.upper(sup, node.sup or ())

    def primes(self, count: int) -> str:
        """f′, f″ and on."""
        return PRIMES[count] if self.unicode and count < len(PRIMES) else ("′" if self.unicode else "'") * count

    def lower(self, text: str, braced: bool) -> str:
        """A subscript: by Unicode where each character has one."""
        small = self.unicode and "".join(SUBSCRIPTS.get(character, "") for character in text)
        if small and len(small) == len(text):
            return small
        return limit("_", text, braced and self.unicode)

    def upper(self, text: str, row: Row) -> str:
        """A superscript: by Unicode where each character has one, else a power with its exponent grouped."""
        small = self.raised(text)
        if small or not text:
            return small
        alone = len(text) == 1 or (len(row) == 1 and spacing.role_of(row[0]) == "number")
        return f"^{text}" if alone else f"^({text})"

    def raised(self, text: str) -> str:
        small = "".join(SUPERSCRIPTS.get(character, "") for character in text) if self.unicode else ""
        return small if len(small) == len(text) else ""


def limit(mark: str, text: str, braced: bool) -> str:
    """`_i`, `_{i=1}` or nothing."""
    if not text:
        return ""
    return f"{mark}{{{text}}}" if braced or len(text) > 1 else mark + text


def parted(left: str, right: str, left_role: str, right_role: str) -> bool:
    """Whether two pieces would run together into a name, a number or a script that was not meant."""
    if not (left[-1:].isalnum() and right[:1].isalnum()):
        return False
    if right_role == "number" or (right[1:2].isalpha() and right[1] not in RAISED):
        return True
    if left_role == "number":
        return "^" in left or "_" in left
    return not all(character in RAISED for character in left[1:])
