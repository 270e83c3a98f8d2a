"""Standard streams that forgive: bytes that are no text, signs that the terminal has not, a reader that has gone."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from io import TextIOWrapper
from typing import TextIO

from dojo.show.terminal.screen import has_unicode
from dojo.show.text.clean import plain_ascii
from dojo.show.text.markup import Look

_LONGEST = 100_000  # characters of a line that are read; the rest of it is dropped
_UNWRAPPED = 100_000  # cells: nothing is wrapped where nobody said how wide a line may be


def open_streams() -> None:
    """From here on, what can't be read or written as text becomes a question mark, and a closed stream an empty one."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  # stands to the end
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def line_look(out: TextIO, environ: Mapping[str, str]) -> Look:
    """What lines are laid out for: the width of a terminal, or none where they go elsewhere."""
    columns = _UNWRAPPED
    if out.isatty():
        try:
            columns = os.get_terminal_size(out.fileno()).columns or 80
        except OSError:
            columns = 80
    return Look(columns, has_unicode(environ, out.encoding), colour=False, bare=True)


def line_writer(out: TextIO, look: Look) -> Callable[[str], None]:
    """Writes a line at once, so that a reader sees the verdict before it sends its next answer."""

    def write(line: str) -> None:
        line = line.replace("\u00a0", " ").rstrip()
        out.write((line if look.unicode else plain_ascii(line)) + "\n")
        out.flush()

    return write


def typed_lines(source: TextIO) -> Iterator[str]:
    """Lines without their ends, until the input ends; a byte order mark before the first one is dropped."""
    first = True
    while line := source.readline(_LONGEST):
        rest = line
        while rest and not rest.endswith("\n"):
            rest = source.readline(_LONGEST)
        if first:
            line, first = line.removeprefix("\ufeff"), False
        yield line.rstrip("\r\n")


def abandon_output() -> None:
    """After a broken pipe: what Python still wants to flush at its end goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def status_line(text: str) -> None:
    """`text` in the place of the line that stood there; an empty one leaves the line to what is printed next."""
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        sys.stderr.write("\r\x1b[2K" + text)
        sys.stderr.flush()


def grading(lang: str) -> None:
    """Says that a submission is being graded."""
    status_line("评测中……" if lang == "zh" else "grading...")
