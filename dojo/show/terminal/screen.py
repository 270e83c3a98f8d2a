"""The screen of a terminal: its size and abilities; repaints only changed rows and restores the screen at the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TextIO

from rich.text import Text

from dojo.show.terminal.ansi import ansi, has_colour
from dojo.show.terminal.keys import PASTE_OFF, PASTE_ON
from dojo.show.text.clean import encodable, plain_ascii
from dojo.show.text.markup import Look

_PROBE = "─√∑α中"
# without automatic wrapping, a character drawn wider than Unicode says breaks only its own row
_ENTER = "\x1b[?1049h\x1b[?7l\x1b[?25l" + PASTE_ON
_LEAVE = PASTE_OFF + "\x1b[0m\x1b[?25h\x1b[?7h\x1b[?1049l"


def interactive(environ: Mapping[str, str]) -> bool:
    """Whether standard input and output are a terminal that can place a cursor."""
    dumb = sys.platform != "win32" and environ.get("TERM", "") in ("", "dumb", "unknown")
    return sys.stdin.isatty() and sys.stdout.isatty() and not dumb


def has_unicode(environ: Mapping[str, str], encoding: str | None) -> bool:
    """Whether characters beyond ASCII can be shown. A locale of C or POSIX says no; a missing one says nothing."""
    try:
        _PROBE.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    said = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    return said not in ("C", "POSIX")


def can_show_chinese(encoding: str | None) -> bool:
    try:
        "中".encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


class Screen:
    """Rows of text on an alternate screen. `enter` and `leave` may be called again and again (Ctrl-Z and back)."""

    def __init__(self, out: TextIO, environ: Mapping[str, str]) -> None:
        self._out = out
        self._encoding = out.encoding or "ascii"
        self._unicode = has_unicode(environ, out.encoding)
        self._colour = has_colour(environ)
        self._shown: list[str] = []
        self._cursor: tuple[int, int] | None = None

    def size(self) -> tuple[int, int]:
        """(columns, rows) now."""
        try:
            columns, rows = os.get_terminal_size(self._out.fileno())
        except (OSError, ValueError):
            columns, rows = 0, 0
        return columns or 80, rows or 24

    def look(self) -> Look:
        """What pages need to know about the terminal."""
        return Look(self.size()[0], self._unicode, self._colour)

    def enter(self) -> None:
        self._shown = []
        self._cursor = None
        self._write(_ENTER)

    def leave(self) -> None:
        try:
            self._write(_LEAVE)
        except (OSError, ValueError):
            self._shown = []

    def paint(self, rows: Sequence[Text], cursor: tuple[int, int] | None = None) -> None:
        """Show `rows` from the top, sending only those that changed. `cursor` is (row, column)."""
        height = self.size()[1]
        wanted = [self.encode(row) for row in rows[:height]]
        wanted += [""] * (height - len(wanted))
        out = []
        if len(self._shown) != height:
            out.append("\x1b[0m\x1b[2J")
            self._shown = [""] * height
        for number, (old, new) in enumerate(zip(self._shown, wanted, strict=True)):
            if old != new:
                out.append(f"\x1b[{number + 1};1H\x1b[2K{new}")
        if out or cursor != self._cursor:
            place = f"\x1b[{cursor[0] + 1};{cursor[1] + 1}H\x1b[?25h" if cursor else ""
            self._write("\x1b[?25l" + "".join(out) + place)
        self._shown, self._cursor = wanted, cursor

    def notify(self, text: str) -> None:
        """Ring the bell; with `text`, also a desktop notice (OSC 9) in terminals that know it."""
        self._write(f"\x1b]9;{encodable(text, self._encoding)}\x07\x07" if text else "\x07")

    def forget(self) -> None:
        """Make the next `paint` send everything: after a resize the screen's content is unknown."""
        self._shown = []

    def encode(self, row: Text) -> str:
        """`row` with its styles as escape sequences, in characters that the terminal can show."""
        if not row.plain:
            return ""
        text = ansi(row, self._colour).replace("\u00a0", " ")
        return encodable(text if self._unicode else plain_ascii(text), self._encoding)

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
