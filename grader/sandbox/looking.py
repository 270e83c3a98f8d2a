"""In the worker: lines of the submission for reports, and warnings. A submission may find and change what is here."""

from __future__ import annotations

import functools
import opcode
import re
import warnings
from types import CodeType, FunctionType, MethodType, TracebackType
from typing import Any

RETURNS = {opcode.opmap[name] for name in ("RETURN_VALUE", "RETURN_CONST") if name in opcode.opmap}
GENERATOR = 0x20  # flag of a code object


def listen(refused: str) -> tuple[Any, list[Any]]:
    """Begin to collect warnings, and raise those that hold `refused`; what ends it, and where they are collected."""
    manager = warnings.catch_warnings(record=True)
    heard: list[Any] = manager.__enter__()
    warnings.simplefilter("always")
    if refused:
        warnings.filterwarnings("error", f".*{re.escape(refused)}")
    return manager.__exit__, heard


def lines(traceback: TracebackType | None, filename: str) -> list[int]:
    """The lines of `filename` in a traceback, the outermost first."""
    found = []
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == filename:
            found.append(traceback.tb_lineno)
        traceback = traceback.tb_next
    return found


def line_behind(target: Any, filename: str) -> int | None:
    """The line from which a result comes: that of the only `return` of what is called, if that can be known, else the
    line on which it is defined; None where it is not of this file. Asks no object for an attribute, since it might
    answer with code of its own.
    """
    for _ in range(20):  # decorators upon decorators
        if type(target) is MethodType:
            target = target.__func__
        elif type(target) is FunctionType and "__wrapped__" in target.__dict__:
            target = target.__dict__["__wrapped__"]
        elif type(target) is not FunctionType:
            names = ("__init__",) if issubclass(type(target), type) else ("forward", "__call__")
            kind = target if issubclass(type(target), type) else type(target)
            found = (_static(kind, name) for name in names)
            target = next((one for one in found if type(one) is FunctionType), None)
            if target is None:
                return None
        else:
            break
    code = getattr(target, "__code__", None)
    return _line_of(code) if isinstance(code, CodeType) and code.co_filename == filename else None


def _static(kind: type, name: str) -> Any:
    for base in type.__dict__["__mro__"].__get__(kind):
        members = type.__dict__["__dict__"].__get__(base)
        if name in members:
            return members[name]
    return None


@functools.lru_cache(maxsize=1000)
def _line_of(code: CodeType) -> int:
    opcodes = code.co_code
    found = {
        line
        for start, end, line in code.co_lines()
        if line is not None and any(opcodes[place] in RETURNS for place in range(start, end, 2))
    }
    return found.pop() if len(found) == 1 and not code.co_flags & GENERATOR else code.co_firstlineno
