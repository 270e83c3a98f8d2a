"""What a row of nodes means for its spaces and its parentheses; the same for a formula on one line and in display.

A terminal has no fraction bar in a line of text: `a/b` must take parentheses where it would take in its neighbours.
"""

from collections.abc import Sequence

import msgspec

from dojo.formula.tree import (
    Fence,
    Fraction,
    Group,
    Node,
    Root,
    Row,
    Scripted,
    Symbol,
)

OPERANDS = frozenset(["number", "letter", "word", "ordinary", "fence", "postfix", "close"])
STARTS = frozenset(["number", "letter", "word", "ordinary", "fence", "open", "prefix", "function", "limit", "big"])
ADDITIVE = frozenset(["+", "-", "pm", "mp"])


def flat(row: Row) -> Row:
    """The row without bare braces, which nobody sees. `{,}` keeps its comma tight, as in `10{,}000`."""
    nodes: list[Node] = []
    for node in row:
        if not isinstance(node, Group):
            nodes.append(node)
            continue
        for place, inner in enumerate(flat(node.body)):
            if isinstance(inner, Symbol) and inner.kind == "punctuation" and len(node.body) == 1:
                inner = msgspec.structs.replace(inner, kind="ordinary")
            nodes.append(inner if place else msgspec.structs.replace(inner, space=node.space))
    return tuple(nodes)


def roles(row: Sequence[Node]) -> list[str]:
    """What each node does: its kind, `ordinary` or `fence` for what is built, `unary` for a sign before its operand."""
    found: list[str] = []
    for node in row:
        role = role_of(node)
        before = next((role for role in reversed(found) if role != "gap"), None)
        if role == "binary" and (before is None or before not in OPERANDS | {"bar"}):
            role = "unary"
        found.append(role)
    return found


def role_of(node: Node) -> str:
    """As `roles`, without the neighbours."""
    if isinstance(node, Scripted):
        return role_of(node.base)
    if isinstance(node, Symbol):
        return node.kind
    if isinstance(node, Fence) and node.left and node.right:
        return "fence"
    return "ordinary"


def gaps(row: Sequence[Node], kinds: list[str], tight: bool) -> list[bool]:
    """Whether a space stands before each node: by rule round operators and functions, else as the author left it."""
    return [bool(place) and _gap(row, kinds, place, tight) for place in range(len(row))]


def _gap(row: Sequence[Node], kinds: list[str], place: int, tight: bool) -> bool:
    left, right = kinds[place - 1], kinds[place]
    node = row[place]
    if "gap" in (left, right) or right in ("punctuation", "postfix", "close") or left in ("open", "unary"):
        return False
    if tight:
        return False
    if left in ("punctuation", "binary", "relation") or right in ("binary", "relation"):
        return True
    if "slash" in (left, right):
        slash = place if right == "slash" else place - 1
        return row[slash].space or (slash + 1 < len(row) and row[slash + 1].space)
    if right == "unary":
        return left in ("function", "limit", "big")
    if left in ("function", "limit", "big"):
        return not (applied(row[place]) and (left == "function" or isinstance(row[place - 1], Symbol)))
    if right in ("function", "limit", "big"):
        return left in OPERANDS
    return node.space and (left != "prefix" or isinstance(row[place - 1], Scripted))


def applied(node: Node) -> bool:
    """Whether a node opens with a parenthesis, so that a function's name stands close to it."""
    inner = node.base if isinstance(node, Scripted) else node
    return isinstance(inner, Fraction) or (isinstance(inner, Fence) and inner.left in ("(", "[", "{"))


def binds(row: Sequence[Node], kinds: list[str], place: int) -> bool:
    """Whether a neighbour would be taken into `a/b` at `place`, so that it needs parentheses."""
    left = _neighbour(row, kinds, range(place - 1, -1, -1))
    right = _neighbour(row, kinds, range(place + 1, len(row)))
    return (
        left in OPERANDS | {"prefix", "function", "limit", "big", "slash", "times"}
        or right in STARTS | {"postfix", "slash", "times"}
    )  # fmt: skip


def closed(node: Node) -> bool:
    """Whether a script on this node is seen to belong to all of it."""
    if isinstance(node, Group):
        return len(node.body) == 1 and closed(node.body[0])
    return not isinstance(node, Fraction | Root | Scripted)


def followed(row: Sequence[Node], kinds: list[str], place: int) -> bool:
    """Whether what comes next would be taken under a root sign without parentheses."""
    return _neighbour(row, kinds, range(place + 1, len(row))) in STARTS | {"postfix", "slash"}


def _neighbour(row: Sequence[Node], kinds: list[str], places: range) -> str | None:
    """The role beyond thin gaps, which still join; `times` for an operator that multiplies in some way."""
    for place in places:
        node = row[place]
        if kinds[place] == "gap" and isinstance(node, Symbol) and "quad" not in node.name:
            continue
        if kinds[place] == "binary" and isinstance(node, Symbol) and node.name not in ADDITIVE:
            return "times"
        return kinds[place]
    return None


def is_product(row: Row) -> bool:
    """Whether a row can stand before a slash as it is: operands side by side, at most a function closed at its end."""
    kinds = roles(row)
    if not row or any(isinstance(node, Fraction) for node in row):
        return False
    words = [node for node in row if isinstance(node, Symbol) and node.kind == "word"]
    if any(not node.name.isalnum() for node in words) or (words and not _called(row, kinds)):
        return False
    if len(row) > 1 and kinds[-2] == "function":
        kinds = kinds[:-2] if _called(row[-2:], kinds[-2:]) else kinds
    return all(kind in OPERANDS | {"prefix"} for kind in kinds)


def is_factor(row: Row, unicode: bool) -> bool:
    """Whether a row can stand behind a slash as it is: one operand, a function called, or ∂ with its variable."""
    kinds = roles(row)
    if not row or any(isinstance(node, Fraction) for node in row):
        return False
    if len(row) == 1:
        inner = row[0].base if isinstance(row[0], Scripted) else row[0]
        word = isinstance(inner, Symbol) and inner.kind == "word"
        return kinds[0] in OPERANDS and not (word and isinstance(inner, Symbol) and not inner.name.isalnum())
    if len(row) == 2 and kinds[0] == "prefix":
        return unicode and kinds[1] in OPERANDS and not isinstance(row[1], Root)
    return len(row) == 2 and _called(row, kinds)


def _called(row: Sequence[Node], kinds: list[str]) -> bool:
    """A lone word, or a name with its argument in parentheses."""
    if len(row) == 1:
        return True
    return len(row) == 2 and kinds[0] in ("function", "word") and kinds[1] == "fence" and applied(row[1])
