"""Mutants of a reference: one small change each, at its place in the source, so that a survivor can be shown.

Docstrings, annotations, f-strings and what is raised stay as they are. A change that gives the same syntax tree as
another, or no Python at all, is dropped.
"""

from __future__ import annotations

import ast
import copy
import io
import tokenize
from collections.abc import Iterator, Sequence

import msgspec

FLIPS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div, ast.Mod: ast.Mult,
    ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.LShift: ast.RShift, ast.RShift: ast.LShift,
}  # fmt: skip
COMPARES: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,), ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}  # fmt: skip
PAIRS = """
    max min, maximum minimum, amax amin, argmax argmin, any all, zeros ones, zeros_like ones_like, floor ceil, sum mean,
    tril triu, cumsum cumprod, sin cos, find rfind, lstrip rstrip, startswith endswith, bisect_left bisect_right,
    append extend, logical_and logical_or
"""
MEMBERS = {one: other for pair in PAIRS.split(",") for one, other in (pair.split(), pair.split()[::-1])}
BUILTINS = {"max": "min", "min": "max", "any": "all", "all": "any"}
COMMUTES = {
    "max", "min", "maximum", "minimum", "gcd", "allclose", "isclose", "array_equal", "add", "mul", "logaddexp",
    "transpose", "swapaxes",
}  # fmt: skip
CONVERSIONS = {
    "float", "int", "bool", "list", "tuple", "str", "item", "tolist", "contiguous", "cpu", "super", "range", "iter",
}  # fmt: skip


class Mutant(msgspec.Struct, frozen=True):
    """One changed reference. `text` and `mutation` name it, whatever becomes of the other lines."""

    line: int
    text: str  # the line of the reference, without indentation and comment
    mutation: str  # `old -> new`
    source: str

    def __str__(self) -> str:
        return f"`{self.mutation}` in `{self.text}`"


def mutants(source: str) -> list[Mutant]:
    """All mutants of a module, in the order of its lines."""
    tree = ast.parse(source)
    data = source.encode()
    rows = data.splitlines(keepends=True)
    starts = [sum(len(row) for row in rows[:number]) for number in range(len(rows))]
    tokens = tokenize.tokenize(io.BytesIO(data).readline)
    comments = {token.start[0]: token.start[1] for token in tokens if token.type == tokenize.COMMENT}
    seen = {ast.dump(tree)}
    found = []
    for node, new in _Changes(tree).found:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        begin, end = starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset
        changed = (data[:begin] + new.encode() + data[end:]).decode()
        try:
            shape = ast.dump(ast.parse(changed))
        except SyntaxError:
            continue
        if shape not in seen:
            seen.add(shape)
            text = rows[node.lineno - 1].decode()[: comments.get(node.lineno)].strip()
            old = " ".join(ast.unparse(node).split())
            found.append(Mutant(node.lineno, text, f"{old} -> {_bare(new)}", changed))
    return sorted(found, key=lambda mutant: mutant.line)


def _bare(new: str) -> str:
    return new[1:-1] if new.startswith("(") and new.endswith(")") else new


def _but(node: ast.expr, **fields: object) -> str:
    """The text of an expression with some fields changed, in brackets."""
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return f"({ast.unparse(other)})"


class _Changes(ast.NodeVisitor):
    """Collects (node, text in its place)."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: list[tuple[ast.expr | ast.stmt, str]] = []
        self._bound: dict[str, tuple[int, int]] = {}  # where a name of the function at hand is first set
        self.visit(tree)

    def _add(self, node: ast.expr | ast.stmt, *texts: str) -> None:
        self.found += [(node, text) for text in texts]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        outer, self._bound = self._bound, {}
        for name in ast.walk(node):
            if isinstance(name, ast.arg):
                self._bound[name.arg] = (0, 0)
            elif isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store):
                at = (name.lineno, name.col_offset)
                self._bound[name.id] = min(self._bound.get(name.id, at), at)
        for decorator in node.decorator_list:
            if ast.unparse(decorator) not in ("property", "staticmethod", "classmethod"):
                self._add(decorator, "(lambda it: it)")
        for part in (*node.args.defaults, *node.args.kw_defaults, *_without_docstring(node.body)):
            if part is not None:
                self.visit(part)
        self._bound = outer

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for part in _without_docstring(node.body):
            self.visit(part)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self._add(node, "pass")
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if all(self._was_set(target) for target in node.targets):
            self._add(node, "pass")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self._add(node, "pass")
        if type(node.op) in FLIPS:
            changed = copy.copy(node)
            changed.op = FLIPS[type(node.op)]()
            self._add(node, ast.unparse(changed))
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            if self._was_set(node.target):
                self._add(node, "pass")
            self.visit(node.value)

    def visit_Raise(self, node: ast.Raise) -> None:
        self._add(node, "pass")

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not _is(node.value, None):
            self._add(node, "return None")
            if isinstance(node.value, ast.Tuple) and len(node.value.elts) == 2:
                self._add(node.value, _but(node.value, elts=node.value.elts[::-1]))
        self.generic_visit(node)

    def visit_Break(self, node: ast.Break) -> None:
        self._add(node, "continue")

    def visit_Continue(self, node: ast.Continue) -> None:
        self._add(node, "pass")

    def visit_If(self, node: ast.If | ast.While | ast.IfExp) -> None:
        self._negate(node.test)
        self.generic_visit(node)

    visit_While = visit_IfExp = visit_If  # noqa: N815

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self._negate(test)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if isinstance(node.op, ast.MatMult):
            self._add(node, _but(node, left=node.right, right=node.left))
        elif type(node.op) in FLIPS and not (isinstance(node.left, ast.Constant) and isinstance(node.left.value, str)):
            self._add(node, _but(node, op=FLIPS[type(node.op)]()))
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for index, op in enumerate(node.ops):
            for other in COMPARES[type(op)]:
                self._add(node, _but(node, ops=[*node.ops[:index], other(), *node.ops[index + 1 :]]))
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        self._add(node, _but(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And()))
        self._add(node, *(_but(node, values=_except(node.values, index)) for index in range(len(node.values))))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        self._add(node, f"({ast.unparse(node.operand)})")
        if isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
            self._add(node, *_numbers(-ast.literal_eval(node.operand)))
        else:
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self._add(node, str(not node.value))
        elif isinstance(node.value, int | float):
            self._add(node, *_numbers(node.value))
        elif node.value in ("inf", "-inf"):
            self._add(node, repr({"inf": "-inf", "-inf": "inf"}[str(node.value)]))

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for index, keyword in enumerate(node.keywords):
            if keyword.arg is not None and name != "errstate":
                self._add(node, _but(node, keywords=_except(node.keywords, index)))
        args = node.args
        if not any(isinstance(arg, ast.Starred) for arg in args) and name not in COMMUTES:
            for index in range(len(args) - 1):
                swapped = [*args[:index], args[index + 1], args[index], *args[index + 2 :]]
                self._add(node, _but(node, args=swapped))
        if not node.keywords and name not in CONVERSIONS and not name[:1].isupper():
            if len(args) == 1 and not isinstance(args[0], ast.Starred | ast.GeneratorExp):
                self._add(node, f"({ast.unparse(args[0])})")
            elif not args and isinstance(node.func, ast.Attribute):
                self._add(node, f"({ast.unparse(node.func.value)})")
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if node.attr in MEMBERS:
            self._add(node, _but(node, attr=MEMBERS[node.attr]))
        elif node.attr == "inf":
            self._add(node, f"(-{ast.unparse(node)})")
        self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        if node.id in BUILTINS and isinstance(node.ctx, ast.Load) and node.id not in self._bound:
            self._add(node, BUILTINS[node.id])

    def visit_Subscript(self, node: ast.Subscript) -> None:
        many = isinstance(node.slice, ast.Tuple)
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        for index, part in enumerate(parts):
            for bound in ("lower", "upper", "step"):
                if isinstance(part, ast.Slice) and getattr(part, bound) is not None:
                    whole = copy.copy(part)
                    setattr(whole, bound, None)
                    changed = ast.Tuple([*parts[:index], whole, *parts[index + 1 :]], ast.Load()) if many else whole
                    self._add(node, _but(node, slice=changed))
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """A message; and before Python 3.12 its parts do not know their places."""

    def _negate(self, test: ast.expr) -> None:
        if not (isinstance(test, ast.Compare) and len(test.ops) == 1) and not isinstance(test, ast.UnaryOp):
            self._add(test, f"({ast.unparse(ast.UnaryOp(ast.Not(), test))})")

    def _was_set(self, target: ast.expr) -> bool:
        """Whether the program can go on without setting `target`."""
        if isinstance(target, ast.Name):
            return self._bound.get(target.id, (target.lineno, 0)) < (target.lineno, 0)
        if isinstance(target, ast.Tuple | ast.List):
            return all(self._was_set(part) for part in target.elts)
        return True


def _numbers(value: int | float) -> Iterator[str]:
    if isinstance(value, int):
        yield from (f"({value + 1})", f"({value - 1})")
    else:
        yield f"({value * 2 or 1.0!r})"


def _except(items: Sequence[ast.AST], index: int) -> list[ast.AST]:
    return [*items[:index], *items[index + 1 :]]


def _is(node: ast.expr, value: object) -> bool:
    return isinstance(node, ast.Constant) and node.value is value


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    first = body[0] if body else None
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    return body[1:] if told else body
