"""In the worker: a submission's bytes become code, and a module for it to run in."""

from __future__ import annotations

import builtins
import io
import linecache
import sys
import tokenize
from types import CodeType, ModuleType


def compiled(source: bytes, filename: str) -> CodeType:
    """The code of a submission's bytes: UTF-8 only, so that what is read is what runs. Raises `SyntaxError`."""
    if any(b"coding" in line for line in source.split(b"\n", 2)[:2]):  # else there is no declaration to look for
        encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
        if encoding not in ("utf-8", "utf-8-sig"):
            raise SyntaxError(f"the file declares the encoding {encoding}; only UTF-8 is read")
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise SyntaxError(f"line {line} is not UTF-8", (filename, line, None, None)) from None
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    try:
        return compile(text, filename, "exec", dont_inherit=True)
    except (MemoryError, RecursionError):
        raise SyntaxError("the file is nested too deep to be compiled") from None


def module_of(name: str, filename: str) -> ModuleType:
    """An empty module, with everybody's builtins. It stands in `sys.modules` before it has run."""
    module = ModuleType(name)
    module.__file__ = filename
    module.__dict__["__builtins__"] = builtins
    sys.modules[name] = module  # dataclasses and pickle look a class's module up while it is still being executed
    return module
