"""Styled text as escape sequences, in the sixteen colours that a terminal's own palette gives, or without colour.

`rich.console` can do this too, but importing it takes a third of the time to the first question.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from rich.color import ColorSystem
from rich.style import Style
from rich.text import Text

_COLOURLESS = ("dumb", "unknown", "vt52", "vt100", "vt102", "vt220")


def has_colour(environ: Mapping[str, str]) -> bool:
    """Whether to use colours: NO_COLOR (https://no-color.org) is unset or empty and the terminal supports them."""
    term = environ.get("TERM", "")
    return not environ.get("NO_COLOR") and term not in _COLOURLESS and not term.endswith(("-m", "-mono"))


def ansi(text: Text, colour: bool) -> str:
    """`text` with its styles; without colour, bold and underline remain."""
    plain = text.plain
    spans = [(span.start, span.end, _style(span.style)) for span in text.spans]
    edges = {0, len(plain), *(place for start, end, _ in spans for place in (start, end) if place < len(plain))}
    whole = _style(text.style)
    out = []
    for start, end in pairwise(sorted(edges)):
        style = Style.combine([whole, *(style for a, b, style in spans if a <= start and b >= end)])
        shown = style if colour else style.without_color
        out.append(shown.render(plain[start:end], color_system=ColorSystem.STANDARD))
    return "".join(out)


def _style(style: str | Style) -> Style:
    return Style.parse(style) if isinstance(style, str) else style
