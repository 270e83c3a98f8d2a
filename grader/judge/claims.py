"""Which points of a suite rest on what a submission's process says of itself, which it could say falsely.

A suite marks such a test with `@pytest.mark.claim`; docs/security.md says what a claim is. For lint, which asks that it
be under 5 % of a suite and that no test reads a claim unmarked. Reads the suite as text and runs nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CLAIMS = {"grad_enabled", "warnings"}  # attributes of `Done` and `LentCall` that the judge can't see for itself
MARK = "claim"
MOST = 0.05  # of a suite's points


class Resting(NamedTuple):
    """Points that rest on claims, all points, the tests that are marked, and those that should be."""

    points: float
    most: float
    marked: tuple[str, ...]
    unmarked: tuple[str, ...]

    @property
    def share(self) -> float:
        return self.points / self.most if self.most else 0.0


def resting_on_claims(suite: Path) -> Resting:
    """What of the hidden suite at this path rests on claims. Raises `SyntaxError` where it is not Python."""
    functions = {
        node.name: node
        for node in ast.parse(suite.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
    }
    tests = [node for name, node in functions.items() if name.startswith("test_")]
    marked = [node for node in tests if any(_mark(line) == MARK for line in node.decorator_list)]
    reading = [node for node in tests if node not in marked and _reads(node, functions)]
    return Resting(
        sum(map(_points, marked)),
        sum(map(_points, tests)),
        tuple(node.name for node in marked),
        tuple(node.name for node in reading),
    )


def _reads(node: ast.FunctionDef, functions: dict[str, ast.FunctionDef]) -> bool:
    """Whether a test looks at a claim, itself or in a function of the suite that it names."""
    waiting, seen = [node], {node.name}
    while waiting:
        for inner in ast.walk(waiting.pop()):
            if isinstance(inner, ast.Attribute) and inner.attr in CLAIMS and isinstance(inner.ctx, ast.Load):
                return True
            if isinstance(inner, ast.Name) and inner.id in functions and inner.id not in seen:
                seen.add(inner.id)
                waiting.append(functions[inner.id])
    return False


def _points(node: ast.FunctionDef) -> float:
    """The points of a test, times as many as it is parametrized to."""
    points, times = 1.0, 1
    for line in node.decorator_list:
        given = list(_literals(line))
        if _mark(line) == "points" and given:
            points = float(given[0]) if isinstance(given[0], int | float) else 1.0
        if _mark(line) == "parametrize" and len(given) > 1:
            times *= len(given[1]) if isinstance(given[1], list) else 1
    return points * times


def _mark(line: ast.expr) -> str:
    """The name of a mark: `claim` for `@pytest.mark.claim` and for `@pytest.mark.claim()`."""
    target = line.func if isinstance(line, ast.Call) else line
    return target.attr if isinstance(target, ast.Attribute) else ""


def _literals(line: ast.expr) -> Iterator[object]:
    """The arguments of a mark, as far as they stand there: of a list its items at least."""
    for given in line.args if isinstance(line, ast.Call) else ():
        if isinstance(given, ast.Constant):
            yield given.value
        elif isinstance(given, ast.List | ast.Tuple):
            yield given.elts
        else:
            yield [given]
