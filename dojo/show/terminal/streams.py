"""Makes the standard streams tolerate invalid bytes, characters that the terminal lacks, and a reader that has gone."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from io import TextIOWrapper
from typing import TextIO

from rich.text import Text

from dojo.show.terminal.screen import has_unicode
from dojo.show.text.clean import plain_ascii
from dojo.show.text.markup import Look
from dojo.show.text.wrap import crop

_LONGEST = 100_000  # characters of a line that are read; the rest of it is dropped
_LONG = 1.0  # seconds of a test after which it is named
_UNWRAPPED = 100_000  # cells: nothing is wrapped where nobody said how wide a line may be


def open_streams() -> None:
    """Bad bytes in the input or output that can't be encoded no longer end the program; closed streams become empty."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  # stands to the end
        elif isinstance(stream, TextIOWrapper):
            # a lone surrogate stays readable; what a small character set does not have is a question mark
            escapes = mode == "w" and (stream.encoding or "").lower().replace("-", "") == "utf8"
            stream.reconfigure(errors="backslashreplace" if escapes else "replace")


def line_look(out: TextIO, environ: Mapping[str, str]) -> Look:
    """The width and abilities for lines on `out`; outside a terminal lines are not wrapped."""
    columns = _UNWRAPPED
    if out.isatty():
        try:
            columns = os.get_terminal_size(out.fileno()).columns or 80
        except OSError:
            columns = 80
    return Look(columns, has_unicode(environ, out.encoding), colour=False, bare=True)


def line_writer(out: TextIO, look: Look) -> Callable[[str], None]:
    """A function that writes and flushes a line, so that a program sees the verdict before it sends its next answer."""

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
    """After a broken pipe, discard what Python still flushes at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def status_line(text: str) -> None:
    """Put `text` in place of the last status line; an empty one clears it for what is printed next."""
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        try:
            room = os.get_terminal_size(sys.stderr.fileno()).columns or 80
        except OSError:
            room = 80
        sys.stderr.write("\r\x1b[2K" + crop(Text(text), room - 1).plain)  # a line that wraps could not be cleared
        sys.stderr.flush()


class GradingLine:
    """The status line of a run: it names the test that is running if that takes longer than a moment."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._shown = ""

    def begin(self) -> None:
        """A run begins."""
        self._shown = ""
        self.show("", 0.0)

    def show(self, test: str, seconds: float) -> None:
        """`test` has been running for so many seconds."""
        zh = self._lang == "zh"
        said = "评测中……" if zh else "grading..."
        if test and seconds >= _LONG:
            said += f" {test}（{seconds:.0f} 秒）" if zh else f" {test} ({seconds:.0f} s)"
        if said != self._shown:
            self._shown = said
            status_line(said)
