"""Fingerprints of a Python file: hashes of runs of tokens, of which winnowing keeps some.

All names that the file chooses itself count as the same token, and so do numbers and texts; comments, docstrings and
layout count for nothing. So a copy that was renamed and reformatted has the same prints, a reordered one nearly all.
Source: Schleimer, Wilkerson, Aiken, "Winnowing: Local Algorithms for Document Fingerprinting" (SIGMOD 2003).
"""

from __future__ import annotations

import builtins
import io
import keyword
import tokenize
from collections.abc import Iterator
from zlib import crc32

from msgspec import Struct

RUN = 10  # tokens of a run
WINDOW = 6  # of so many runs one is kept: 15 tokens in common are always seen
MOST = 60_000  # tokens read of a file
_BUILTINS = frozenset(dir(builtins))
_LAYOUT = frozenset(
    {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING,
     tokenize.ENDMARKER}
)  # fmt: skip


class Token(Struct, frozen=True):
    """What a token counts as, and its first and last line, from 1."""

    text: str
    first: int
    last: int


class Print(Struct, frozen=True):
    """Where a fingerprint was taken: lines, counted from 1."""

    first: int
    last: int


def prints_of(source: str) -> dict[int, list[Print]]:
    """The fingerprints of a file, each with its places."""
    tokens = list(tokens_of(source))
    runs = [
        crc32("\0".join(token.text for token in tokens[at : at + RUN]).encode()) for at in range(len(tokens) - RUN + 1)
    ]
    kept: dict[int, list[Print]] = {}
    last = -1
    for start in range(max(len(runs) - WINDOW + 1, min(len(runs), 1))):
        window = runs[start : start + WINDOW]
        least = min(range(len(window)), key=lambda place: (window[place], -place)) + start
        if least != last:
            last = least
            place = Print(tokens[least].first, tokens[least + RUN - 1].last)
            kept.setdefault(runs[least], []).append(place)
    return kept


def tokens_of(source: str) -> Iterator[Token]:
    """The tokens that say what the program does; of a file that is no Python, those before the mistake."""
    before, at_start = "", True
    try:
        for number, token in enumerate(tokenize.generate_tokens(io.StringIO(source).readline)):
            if number > MOST:
                return
            if token.type in _LAYOUT:
                at_start = at_start or token.type in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
                continue
            if not (at_start and token.type == tokenize.STRING):  # a text that stands alone says nothing
                yield Token(_kind(token, before), token.start[0], token.end[0])
            before, at_start = token.string, False
    except (tokenize.TokenError, SyntaxError):
        return


def _kind(token: tokenize.TokenInfo, before: str) -> str:
    if token.type == tokenize.NUMBER:
        return "0"
    if token.type == tokenize.STRING:
        return "''"
    if token.type == tokenize.NAME and not keyword.iskeyword(token.string):
        kept = before == "." or token.string in _BUILTINS
        return token.string if kept else "n"
    return token.string
