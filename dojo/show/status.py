"""One line on standard error that is written over: what is going on now. Nothing where that is no terminal."""

from __future__ import annotations

import os
import sys

_ERASE = "\r\x1b[2K"


def status_line(text: str) -> None:
    """`text` in the place of the line that stood there; an empty one leaves the line to what is printed next."""
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        sys.stderr.write(_ERASE + text)
        sys.stderr.flush()


def grading(lang: str) -> None:
    """Says that a submission is being graded."""
    status_line("评测中……" if lang == "zh" else "grading...")
