"""Turns what a terminal sends into key presses: arrows, Alt, Ctrl, pasted text as one. Does not touch the terminal."""

from __future__ import annotations

import re
from typing import NamedTuple

PASTE_ON, PASTE_OFF = "\x1b[?2004h", "\x1b[?2004l"
_PASTE_START, _PASTE_END = "\x1b[200~", "\x1b[201~"
_CSI = r"\x1b\[([0-9;:<=>?]*)([ -/]*)([@-~])"
_SS3 = r"\x1bO(.)"

_FINAL = {"A": "up", "B": "down", "C": "right", "D": "left", "H": "home", "F": "end", "Z": "shift-tab", "P": "f1"}
_NUMBER = {
    "1": "home", "2": "insert", "3": "delete", "4": "end", "5": "pgup", "6": "pgdn", "7": "home", "8": "end",
    "11": "f1",
}  # fmt: skip
_SINGLE = {"\r": "enter", "\n": "enter", "\t": "tab", "\x7f": "backspace", "\x08": "backspace", "\x1b": "esc"}


class Press(NamedTuple):
    """`key` is the character itself, or a name (`enter`, `ctrl-w`, `alt-h`, `paste`); `text` is what it writes."""

    key: str
    text: str = ""


RESIZED = Press("resized")


class KeyParser:
    """Turns characters into presses; a sequence cut in two waits for its rest until `flush`."""

    def __init__(self) -> None:
        self._rest = ""

    @property
    def waiting(self) -> bool:
        return bool(self._rest)

    def feed(self, text: str) -> list[Press]:
        self._rest += text
        presses = []
        while self._rest:
            found = self._take()
            if found is None:
                break
            if found.key:
                presses.append(found)
        return presses

    def flush(self) -> list[Press]:
        """Take what is waiting as it is: an escape key alone, or an interrupted paste."""
        rest, self._rest = self._rest, ""
        if rest.startswith(_PASTE_START):
            return [Press("paste", rest[len(_PASTE_START) :])]
        return [Press("esc"), *self.feed(rest[1:])] if rest else []

    @property
    def pasting(self) -> bool:
        return self._rest.startswith(_PASTE_START)

    def _take(self) -> Press | None:
        """Take the first press from what is waiting; None if it is incomplete."""
        rest = self._rest
        if rest[0] != "\x1b":
            self._rest = rest[1:]
            return _plain(rest[0])
        if rest.startswith(_PASTE_START):
            end = rest.find(_PASTE_END)
            if end < 0:
                return None
            self._rest = rest[end + len(_PASTE_END) :]
            return Press("paste", rest[len(_PASTE_START) : end])
        if found := re.match(_CSI, rest):
            self._rest = rest[found.end() :]
            return _sequence(found.group(1), found.group(3))
        if found := re.match(_SS3, rest):
            self._rest = rest[found.end() :]
            return Press(_FINAL.get(found.group(1), ""))
        if len(rest) == 1 or re.fullmatch(r"\x1b(\[[0-9;:<=>?]*[ -/]*|O)", rest):
            return None
        if rest[1] == "\x1b":
            self._rest = rest[1:]
            return Press("esc")
        self._rest = rest[2:]
        return Press("alt-" + _plain(rest[1]).key)


def _plain(character: str) -> Press:
    if character in _SINGLE:
        return Press(_SINGLE[character])
    if character < " ":
        return Press("ctrl-" + chr(ord(character) + 96)) if 0 < ord(character) <= 26 else Press("")
    if "\u3000" <= character <= "\uffee":  # full-width: a Chinese input method types ａ, ？ and １
        import unicodedata

        narrow = unicodedata.normalize("NFKC", character)
        return Press(narrow if len(narrow) == 1 and narrow.isascii() else character, character)
    return Press(character, character)


def _sequence(parameters: str, final: str) -> Press:
    first, *more = parameters.split(";")
    name = _NUMBER.get(first, "") if final == "~" else _FINAL.get(final, "")
    held = name and more and more[0].isdecimal() and (int(more[0]) - 1) & 4
    return Press(f"ctrl-{name}" if held else name)
