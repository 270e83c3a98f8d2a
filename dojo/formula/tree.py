"""The tree of a formula, and the pairing of its plain delimiters. `parse` makes it, `draw` draws it.

`space` says whether the author left a space before a node: LaTeX ignores it, a terminal shows it.
"""

from collections.abc import Callable, Iterator

import msgspec

from dojo.formula.names import PAIRS, Kind


class Symbol(msgspec.Struct, frozen=True):
    """A character, number, word or command without an argument; `name` is without the backslash."""

    name: str
    kind: Kind
    space: bool = False


class Scripted(msgspec.Struct, frozen=True):
    """A base with a subscript, a superscript, primes, or several of these."""

    base: "Node"
    sub: "Row | None" = None
    sup: "Row | None" = None
    primes: int = 0
    space: bool = False


class Fraction(msgspec.Struct, frozen=True):
    top: "Row"
    bottom: "Row"
    space: bool = False


class Root(msgspec.Struct, frozen=True):
    body: "Row"
    index: "Row | None" = None
    space: bool = False


class Accented(msgspec.Struct, frozen=True):
    mark: str
    body: "Row"
    space: bool = False


class Styled(msgspec.Struct, frozen=True):
    style: str
    body: "Row"
    space: bool = False


class Group(msgspec.Struct, frozen=True):
    """Bare braces."""

    body: "Row"
    space: bool = False


class Fence(msgspec.Struct, frozen=True):
    """A pair of delimiters (their names; empty where `\\left.` hides one) and what is between."""

    left: str
    body: "Row"
    right: str
    space: bool = False


class Matrix(msgspec.Struct, frozen=True):
    left: str
    right: str
    rows: "tuple[tuple[Row, ...], ...]"
    space: bool = False


Node = Symbol | Scripted | Fraction | Root | Accented | Styled | Group | Fence | Matrix
Row = tuple[Node, ...]


def rows_of(node: Node) -> Iterator[Row]:
    """The rows directly inside a node."""
    match node:
        case Scripted(base, sub, sup):
            yield from ((base,), sub or (), sup or ())
        case Fraction(top, bottom):
            yield from (top, bottom)
        case Root(body, index):
            yield from (body, index or ())
        case Matrix(rows=rows):
            yield from (cell for row in rows for cell in row)
        case Accented() | Styled() | Group() | Fence():
            yield node.body


def depth_of(row: Row) -> int:
    """How deep the tree is; walks without recursion, since that is what the answer is needed for."""
    deepest, waiting = 0, [(row, 1)]
    while waiting:
        nodes, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting.extend((inner, depth + 1) for node in nodes for inner in rows_of(node))
    return deepest


def paired(nodes: list[Node]) -> Row:
    """Plain delimiters made fences, also the half-open `[0, 1)`; what has no other half stays a symbol."""
    return tuple(_bars(_pair(nodes, lambda node: _kind(node) == "open", _closes)))


def _pair(nodes: list[Node], opens: Callable[[Node], bool], closes: Callable[[Symbol, Node], bool]) -> list[Node]:
    outer: list[tuple[Symbol, list[Node]]] = []
    current: list[Node] = []
    for node in nodes:
        if outer and closes(outer[-1][0], node):
            left, before = outer.pop()
            fence = Fence(left.name, tuple(_bars(current)), _bare(node).name, left.space)
            before.append(msgspec.structs.replace(node, base=fence, space=left.space) if _scripts(node) else fence)
            current = before
        elif isinstance(node, Symbol) and opens(node):
            outer.append((node, current))
            current = []
        else:
            current.append(node)
    while outer:
        left, before = outer.pop()
        current = [*before, left, *current]
    return current


def _bars(nodes: list[Node]) -> list[Node]:
    """Bars are paired where they stand close to what they enclose, `|x|`; in `p(x | y)` and `p(x|y)` they divide."""
    for name in ("|", "Vert"):
        places = [place for place, node in enumerate(nodes) if _kind(node) == "bar" and _bare(node).name == name]
        lefts, rights = places[::2], places[1::2]
        close = len(lefts) == len(rights) and not any(
            _scripts(nodes[left]) or nodes[left + 1].space or nodes[right].space
            for left, right in zip(lefts, rights, strict=True)
        )
        if places and close:

            def is_bar(node: Node, name: str = name) -> bool:
                return _kind(node) == "bar" and _bare(node).name == name

            nodes = _pair(nodes, is_bar, lambda left, node: is_bar(node, left.name))
    return nodes


def _closes(left: Symbol, node: Node) -> bool:
    return _kind(node) == "close" and _bare(node).name in PAIRS.get(left.name, ())


def _kind(node: Node) -> Kind | None:
    inner = node.base if isinstance(node, Scripted) else node
    return inner.kind if isinstance(inner, Symbol) else None


def _bare(node: Node) -> Symbol:
    inner = node.base if isinstance(node, Scripted) else node
    assert isinstance(inner, Symbol)
    return inner


def _scripts(node: Node) -> bool:
    return isinstance(node, Scripted)
