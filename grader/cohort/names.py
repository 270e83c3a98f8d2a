"""Members' names and paths for display: unchanged except for dangerous characters, and never two alike.

A folder's name may contain anything: escape sequences, line breaks, workflow commands, bytes that are not text. Markup
is left to each report, which escapes its own.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from grader.judge.showing import clean

NAME = 200  # characters of a member's name
PATH = 1000  # characters of a path
MARK = 8  # hexadecimal digits that tell two names apart
JOINERS = "\u200c\u200d"  # needed in Indic and Persian spelling and in many emoji
SELECTORS = {chr(code) for code in (0x34F, *range(0xFE00, 0xFE10))}  # invisible marks
BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters and symbols that are drawn as blanks
TWINS = str.maketrans(  # letters of Cyrillic and Greek that look like Latin ones
    "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅοναικρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijshdqwABEKMHOPCTYXIJSovaikpuABEZHIKMNOPTYX",
)


def shown_names(names: Iterable[str]) -> dict[str, str]:
    """The display name of each folder name. Names that look alike get a hash that tells them apart."""
    distinct = list(dict.fromkeys(names))
    alike: dict[str, list[str]] = {}
    for name in distinct:
        alike.setdefault(_outline(name), []).append(name)
    shown = {name: _told_apart(name, alike[_outline(name)]) for name in distinct}
    if len(set(shown.values())) < len(distinct):  # somebody has searched for two names with the same short hash
        shown = {name: _marked(name, 64) for name in distinct}
    return shown


def shown_path(path: Path) -> str:
    """A path for display: the exact characters on disk, with dangerous ones escaped."""
    return harmless(str(path), PATH)


def harmless(text: str, limit: int) -> str:
    """`text` with dangerous characters escaped, cut to `limit`; what spelling and emoji need stays."""
    unknown = {char for char in text if unicodedata.category(char) == "Cn" and ord(char) & 0xFFFE != 0xFFFE}
    return clean(text, limit, keep=JOINERS + "".join(char for char in unknown if not "\ufdd0" <= char <= "\ufdef"))


def _told_apart(name: str, alike: list[str]) -> str:
    """The name; with a hash if it looks like another one, is invisible, or ends in something like a hash."""
    text = harmless(unicodedata.normalize("NFC", name), NAME)
    outline = _outline(name)
    if outline and not _has_mark(text) and (alike == [name] or name == outline):
        return text  # among look-alikes, the one in plain letters keeps its name
    return _marked(name, MARK)


def _marked(name: str, digits: int) -> str:
    text = harmless(unicodedata.normalize("NFC", name), NAME)
    return f"{text} #{hashlib.sha256(os.fsencode(name)).hexdigest()[:digits]}"


def _has_mark(text: str) -> bool:
    _, sign, digits = text.rpartition(" #")
    return bool(sign) and len(digits) >= MARK and set(digits) <= set("0123456789abcdef")


def _outline(name: str) -> str:
    """What a reader sees of a name: equal for look-alikes, empty for an invisible name."""
    text = unicodedata.normalize("NFKC", harmless(unicodedata.normalize("NFC", name), NAME))
    seen = "".join(
        " " if unicodedata.category(char) == "Zs" or char in BLANK else char
        for char in text
        if unicodedata.category(char) != "Cf" and char not in SELECTORS
    )
    return " ".join(seen.split()).translate(TWINS)
