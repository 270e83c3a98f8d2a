"""Formulas of the LaTeX subset for a terminal, exact in meaning: on one line, or in display over several.

What lies outside the subset comes back as it was written. Imports no rich: pure text in, pure text out.
"""

from functools import lru_cache

from dojo.formula.line import Line
from dojo.formula.parse import LatexError, parse


@lru_cache(maxsize=512)
def inline(source: str, unicode: bool = True) -> str:
    """A formula (without its dollars) on one line: `x_{t-1}`, `(a + b)/(2c)`, `∑_{i=1}^{n} xᵢ²`."""
    try:
        return Line(unicode).row(parse(source))
    except LatexError:
        return as_written(source)


def block(source: str, width: int, unicode: bool = True) -> list[str]:
    """A formula in display, on one line or several of at most `width` cells; on a single one, however wide, where the
    display would not fit."""
    from dojo.formula.block import Display

    try:
        rows = Display(unicode).rows(parse(source), width)
    except LatexError:
        return [as_written(source)]
    return rows or [inline(source, unicode)]


def as_written(source: str) -> str:
    """The source on one line."""
    return " ".join(source.split())
