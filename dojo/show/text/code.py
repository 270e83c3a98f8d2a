"""Highlights source code with the standard library's tokenizer: a highlighting library takes as long to import as rich.

Only Python is highlighted, because the banks have little else. An incomplete fragment is highlighted as far as it can
be parsed.
"""

from __future__ import annotations

import builtins
import contextlib
import io
import keyword
import tokenize

from rich.text import Text

from dojo.show.text.wrap import breaks

_PYTHON = ("python", "py", "python3")
_NAMES = frozenset(dir(builtins)) | {"self", "cls"}
_BAR = "▌ "
# the palette is the terminal's own sixteen colours
_KINDS = {tokenize.COMMENT: "bright_black italic", tokenize.STRING: "green", tokenize.NUMBER: "cyan"}
# an f-string is one token up to Python 3.11, several from 3.12 on
_KINDS |= {getattr(tokenize, name): "green" for name in dir(tokenize) if name.startswith("FSTRING_")}


def highlight(source: str, language: str) -> Text:
    """`source` (already cleaned) with styles; other languages get none."""
    styled = Text(source)
    if language not in _PYTHON:
        return styled
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    before = ""
    with contextlib.suppress(tokenize.TokenError, SyntaxError):  # what was read until then keeps its colours
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if style := _style(token, before):
                (row, column), (last, end) = token.start, token.end
                styled.stylize(style, starts[row - 1] + column, starts[last - 1] + end)
            before = token.string or before
    return styled


def code_block(source: str, language: str, columns: int) -> list[Text]:
    """Lines of code behind a bar; a long line continues on the next one, indented further."""
    lines = code_lines(source, language, columns - len(_BAR))
    return [Text.assemble((_BAR, "dim"), line) for line in lines]


def code_lines(source: str, language: str, columns: int) -> list[Text]:
    """Lines of code of at most `columns` cells; a long line continues on the next one, indented further."""
    lines: list[Text] = []
    for line in highlight(source, language).split("\n", allow_blank=True):
        further = min(len(line.plain) - len(line.plain.lstrip(" ")) + 4, columns // 2)
        for number, piece in enumerate(_fold(line, columns, further)):
            lines.append(Text.assemble(("" if number == 0 else " " * further), piece))
    return lines


def _style(token: tokenize.TokenInfo, before: str) -> str | None:
    if token.type != tokenize.NAME:
        return "yellow" if token.string == "@" and before in ("", "\n") else _KINDS.get(token.type)
    if keyword.iskeyword(token.string):
        return "magenta"
    if before in ("def", "class"):
        return "blue"
    return "cyan" if token.string in _NAMES and before != "." else None


def _fold(line: Text, room: int, further: int) -> list[Text]:
    cuts = breaks(line.plain, room)
    if not cuts:
        return [line]
    head, tail = line.divide(cuts[:1])
    pieces = [head, *tail.divide(breaks(tail.plain, room - further))]
    for piece in pieces:
        piece.rstrip()  # a line may end with the spaces at which it was cut, beyond its width
    return pieces
