"""In the worker: what is said of a submission's objects. Texts are bounded, and whatever they hold can cross.

Generators, as `worker` says: they yield what may run code of the submission, and get whether that went well and what
came of it.
"""

from __future__ import annotations

import operator
import os
import sys
from collections.abc import Generator
from itertools import islice
from typing import Any

from grader import wire
from grader.sandbox.looking import lines
from grader.wire.arrays import WireError

TEXT_KEPT = 4000  # characters of an exception's text
NAME_KEPT = 200
LINES_KEPT = 20
LARGEST_LINE = 1 << 31
Jobs = Generator[Any, Any, Any]

_streams = {id(stream): (stream, stream.flush) for stream in (sys.stdout, sys.stderr) if stream is not None}


def bounded(text: object, kept: int = TEXT_KEPT) -> str:
    """A text that any encoder takes: a surrogate that stands alone is told as `\\ud800`."""
    plain = str.__str__(text)[:kept] if issubclass(type(text), str) else ""
    return plain if plain.isascii() else plain.encode("utf-8", "backslashreplace").decode()


def name_of(kind: type) -> str:
    """A class's name."""
    return bounded(type.__dict__["__name__"].__get__(kind), NAME_KEPT)


def text_of(thing: object) -> Jobs:
    """The text of an exception or a warning, which may raise one itself."""
    well, text = yield str, (thing,), {}
    if well:
        return bounded(text)
    return f"<{name_of(type(thing))} whose text raises {name_of(type(text))}>"


def warned(item: Any) -> Jobs:
    """One warning, as `warnings` records it."""
    text = yield text_of(item.message)
    return bounded(f"{name_of(item.category)}: {text}")


def raised(request: int, error: BaseException, filename: str) -> Jobs:
    """What is told of an exception."""
    text = yield text_of(error)
    _, found = yield lines, (BaseException.__dict__["__traceback__"].__get__(error), filename), {}
    line = found[-1] if found else None
    if issubclass(type(error), SyntaxError):
        file, told = (SyntaxError.__dict__[name].__get__(error) for name in ("filename", "lineno"))
        if type(file) is str and os.path.basename(file) == filename:
            line = told if type(told) is int and 0 < told < LARGEST_LINE else None
    ancestors = type.__dict__["__mro__"].__get__(type(error))
    bases = [base.__name__ for base in ancestors if not base.__flags__ & HEAP]
    return wire.Raised(request, name_of(type(error)), text, bases, line, found[-LINES_KEPT:])


HEAP = 1 << 9  # a class's flag: it was made by Python code, and is no built-in


def looked_at(target: Any, request: Any) -> Jobs:
    """An attribute, an item, the length or the items of `target`."""
    match request:
        case wire.Get():
            return (yield getattr, (target, request.name), {})
        case wire.Index():
            return (yield operator.getitem, (target, request.key), {})
        case wire.Length():
            return (yield len, (target,), {})
        case wire.Iterate():
            well, items = yield iter, (target,), {}
            return (yield list, (islice(items, request.limit),), {}) if well else (well, items)
    raise WireError("a request that a worker does not know")


def flushed() -> bool:
    """What was printed leaves the process, where the streams are those that it began with. Whether they are."""
    for stream in (sys.stdout, sys.stderr):
        own, flush = _streams.get(id(stream), (None, None))
        if own is not stream or flush is None:
            return False
        try:
            flush()
        except Exception:
            continue
    return True


def flushing() -> Jobs:
    """As `flushed`, for other streams. A stream that is replaced or closed loses what it held, and only that."""
    for stream in (sys.stdout, sys.stderr):
        well, flush = yield getattr, (stream, "flush"), {}
        if well:
            yield flush, (), {}
