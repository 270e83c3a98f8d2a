"""What a failed check of a visible example expected and found: the two sides of its `==`, or of `allclose`.

The judge runs examples with plain asserts, so the sides are computed once more in the frame of the test. A side that
would ask the submission again is left out: another call may give another value.
"""

from __future__ import annotations

import ast
import builtins
import functools
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType, TracebackType
from typing import Any

from grader.judge.handles import Handle, Later, LaterModule
from grader.judge.outcomes import Stop
from grader.judge.showing import show

COMPARISONS = ("allclose", "equal", "array_equal")  # of NumPy or PyTorch: the first argument is what was found


def expected_and_actual(error: BaseException, path: Path) -> dict[str, str]:
    """`expected` and `actual` of the check at `path` that failed, as short texts; either is absent if unknown."""
    frame, line = _place(error.__traceback__, str(path))
    sides = _sides(path, line) if frame is not None else None
    if frame is None or sides is None:
        return {}
    found = {}
    for name, side in zip(("actual", "expected"), sides, strict=True):
        try:
            if not _asks(side, frame, str(path)):
                # the example is ours, and nothing of the submission's is called
                found[name] = show(_plain(eval(_compiled(side), {**frame.f_globals, **frame.f_locals})))
        except (Exception, Stop):  # the check fails all the same, and its text is shown
            continue
    return found


def _place(traceback: TracebackType | None, path: str) -> tuple[FrameType | None, int]:
    """The innermost frame of the example file, and its line."""
    frame, line = None, 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == path:
            frame, line = traceback.tb_frame, traceback.tb_lineno
        traceback = traceback.tb_next
    return frame, line


@functools.cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _sides(path: Path, line: int) -> tuple[ast.expr, ast.expr] | None:
    """The side that was found and the one that was due, of the check at `line`."""
    checks = (node.test for node in ast.walk(_tree(path)) if isinstance(node, ast.Assert) and _at(node, line))
    match next(checks, None):
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            return left, right
        case ast.Call(func=ast.Attribute(attr=name), args=[left, right, *_]) if name in COMPARISONS:
            return left, right
    return None


def _at(node: ast.Assert, line: int) -> bool:
    return node.lineno <= line <= (node.end_lineno or node.lineno)


def _compiled(side: ast.expr) -> CodeType:
    return compile(ast.Expression(side), "<the side of a check>", "eval")


def _asks(side: ast.expr, frame: FrameType, path: str) -> bool:
    """Whether computing `side` again could ask the submission, or use up what can be read only once."""
    return any(
        _is_remote(value)
        or hasattr(type(value), "__next__")
        or getattr(getattr(value, "__code__", None), "co_filename", None) == path  # a function of the example file
        for value in _values(side, frame)
    )


def _is_remote(value: Any) -> bool:
    """Whether `value` is an object of the submission's, or a container that holds one."""
    if isinstance(value, dict):
        return any(map(_is_remote, value.values()))
    if isinstance(value, list | tuple):
        return any(map(_is_remote, value))
    return isinstance(value, Handle | Later | LaterModule)


def _values(side: ast.expr, frame: FrameType) -> Iterator[Any]:
    for node in ast.walk(side):
        if isinstance(node, ast.Name):
            for names in (frame.f_locals, frame.f_globals, vars(builtins)):
                if node.id in names:
                    yield names[node.id]
                    break


def _plain(value: Any) -> Any:
    """`pytest.approx(x)` is shown as `x`."""
    if type(value).__name__.startswith("Approx"):
        return value.expected
    if type(value) in (list, tuple):
        return type(value)(_plain(item) for item in value)
    return {key: _plain(item) for key, item in value.items()} if type(value) is dict else value
