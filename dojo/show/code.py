"""Source code with colours. Pygments is imported only when there is code to show, since it costs as much as rich."""

from __future__ import annotations

from rich.text import Text

from dojo.show.wrap import breaks

# the first prefix that fits decides; the palette is the terminal's own sixteen colours
_STYLES = (
    ("Token.Comment", "bright_black italic"),
    ("Token.Keyword", "magenta"),
    ("Token.Operator.Word", "magenta"),
    ("Token.Literal.String", "green"),
    ("Token.Literal.Number", "cyan"),
    ("Token.Name.Function", "blue"),
    ("Token.Name.Class", "blue"),
    ("Token.Name.Decorator", "yellow"),
    ("Token.Name.Builtin", "cyan"),
)


def highlight(source: str, language: str) -> Text:
    """`source` (cleaned already) with styles; an unknown language is shown as it is."""
    if language not in ("python", "py", "python3"):
        return Text(source)
    from pygments.lexers.python import PythonLexer  # type: ignore[import-untyped]  # pygments ships no types

    styled = Text()
    for kind, value in PythonLexer(stripnl=False, ensurenl=False).get_tokens(source):
        name = str(kind)
        styled.append(value, next((style for prefix, style in _STYLES if name.startswith(prefix)), ""))
    return styled


def code_block(source: str, language: str, columns: int) -> list[Text]:
    """Lines of code behind a bar; a line too long for the screen goes on below, further indented."""
    lines: list[Text] = []
    for line in highlight(source, language).split("\n", allow_blank=True):
        room = columns - 2
        indent = len(line.plain) - len(line.plain.lstrip(" "))
        for number, piece in enumerate(_fold(line, room, min(indent + 4, room // 2))):
            lines.append(
                Text.assemble(("▌ " if number == 0 else "▌ " + " " * min(indent + 4, room // 2), "dim"), piece)
            )
    return lines


def _fold(line: Text, room: int, further: int) -> list[Text]:
    cuts = breaks(line.plain, room)
    if not cuts:
        return [line]
    head, tail = line.divide(cuts[:1])
    return [head, *_fold_rest(tail, room - further)]


def _fold_rest(line: Text, room: int) -> list[Text]:
    return list(line.divide(breaks(line.plain, room)))
