"""The Markdown subset of the banks as lines: paragraphs, lists, fenced code, tables, `code`, **bold**, math.

No headings, links or HTML, and no rich markup (a `[bold]` in a bank is shown literally). Formulas are converted by
`dojo.formula.draw`, which is imported when the first one appears.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import get_character_cell_size
from rich.text import Text

from dojo.show.text.clean import clean, plain_ascii
from dojo.show.text.tables import table
from dojo.show.text.wrap import hang, width, wrap

# compiled by `re` when they are first used, since compiling costs as much as a page
_INLINE = (
    r"(?s)(?P<code>`[^`\n]+`)|(?P<bold>\*\*(?=\S).+?(?<=\S)\*\*)"
    r"|(?P<math>\$\$.+?\$\$|\$(?=\S)[^$\n]+?(?<=\S)\$)"
)
_ITEM = r"(\s*)([-*]|\d{1,2}[.)])\s+(.*)$"
_RULE = r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?$"
_ENDS = "，。；：！？、）】》"  # what needs no space behind it where a line of the source ends
_GLUED = 28  # cells: a piece of code or a formula up to this long is not broken over lines


class Look(Struct, frozen=True):
    """What the terminal can do with text: cells in a line, Unicode, colour; `bare` means no ornaments."""

    columns: int = 80
    unicode: bool = True
    colour: bool = True
    bare: bool = False

    def narrower(self, cells: int) -> Look:
        return replace(self, columns=max(self.columns - cells, 8))


def render(source: str, look: Look) -> list[Text]:
    """`source` as lines of at most `look.columns` cells, an empty line between blocks."""
    lines: list[Text] = []
    for block in _blocks(_fit_to_show(source, look).strip("\n").split("\n")):
        if lines and block.kind != "item":
            lines.append(Text())
        lines.extend(_lines_of(block, look))
    return lines


def inline(source: str, look: Look) -> Text:
    """`source` as one run of text with styles: a line, an option, a cell of a table."""
    if not any(sign in source for sign in "`*$"):
        return Text(source)
    out = Text()
    last = 0
    for found in re.finditer(_INLINE, source):
        out.append(source[last : found.start()])
        last = found.end()
        piece = found.group()
        if found.lastgroup == "code":
            out.append(_glue(piece[1:-1] if look.colour else piece), "cyan")
        elif found.lastgroup == "bold":
            inner = inline(piece[2:-2], look)
            inner.stylize("bold")
            out.append_text(inner)
        else:
            from dojo.formula import draw

            out.append(_glue(draw.inline(piece.strip("$").strip(), unicode=look.unicode)))
    out.append(source[last:])
    return out


def flat(source: str, look: Look) -> Text:
    """`source` as one line, whatever blocks it has: an option's text, a title."""
    return inline(_join(_fit_to_show(source, look).strip().split("\n")), look)


def headline(source: str, look: Look) -> Text:
    """`source` in one line: its prose with an ellipsis for the code between it; code alone gives its first line."""
    blocks = list(_blocks(_fit_to_show(source, look).strip().split("\n")))
    if all(block.kind == "code" for block in blocks):
        return Text(next((line.strip() for block in blocks for line in block.lines if line.strip()), ""))
    said = [["…"] if block.kind == "code" else block.lines for block in blocks]
    while said[-1] == ["…"]:
        said.pop()
    return inline(_join([line for lines in said for line in lines]), look)


def one_paragraph(source: str) -> bool:
    """Whether `source` fits beside a label: no line breaks, lists, tables, code blocks or display formulas."""
    lines = clean(source).strip().split("\n")
    return all(lines) and not any(_starts_block(line, True) for line in lines)


def _fit_to_show(source: str, look: Look) -> str:
    return clean(source) if look.unicode else plain_ascii(clean(source))


class _Block(Struct, frozen=True):
    kind: str  # text, code, table, math, item
    lines: list[str]
    label: str = ""


def _blocks(lines: list[str]) -> Iterator[_Block]:
    at = 0
    while at < len(lines):
        line = lines[at]
        start = at
        if not line.strip():
            at += 1
        elif _fence(line):
            at += 1
            while at < len(lines) and not _fence(lines[at]):
                at += 1
            yield _Block("code", lines[start + 1 : at], line.strip(" `"))
            at += 1
        elif line.lstrip().startswith("|"):
            while at < len(lines) and lines[at].lstrip().startswith("|"):
                at += 1
            yield _Block("table", lines[start:at])
        elif line.strip().startswith("$$"):
            at += 1
            while at < len(lines) and "".join(lines[start:at]).count("$$") < 2:
                at += 1
            yield _Block("math", lines[start:at])
        elif item := _item(line):
            at += 1
            while at < len(lines) and lines[at].startswith("  ") and not _item(lines[at]):
                at += 1
            label = "•" if item.group(2) in "-*" else item.group(2)
            yield _Block("item", [item.group(3), *lines[start + 1 : at]], item.group(1) + label + " ")
        else:
            while at < len(lines) and lines[at].strip() and not _starts_block(lines[at], at > start):
                at += 1
            yield _Block("text", lines[start:at])


def _starts_block(line: str, inside: bool) -> bool:
    return inside and bool(_fence(line) or _item(line) or line.lstrip().startswith(("|", "$$")))


def _fence(line: str) -> bool:
    return line.lstrip().startswith("```")


def _item(line: str) -> re.Match[str] | None:
    return re.match(_ITEM, line) if line.lstrip()[:1] in "-*0123456789" else None


def _rule(line: str) -> bool:
    return "--" in line and bool(re.match(_RULE, line.strip()))


def _lines_of(block: _Block, look: Look) -> list[Text]:
    if block.kind == "code":
        if look.bare:
            return [Text("    " + line) for line in block.lines]
        from dojo.show.text.code import code_block

        return code_block("\n".join(block.lines), block.label, look.columns)
    if block.kind == "table":
        rows = [[inline(cell.strip(), look) for cell in _cells(line)] for line in block.lines if not _rule(line)]
        headed = len(block.lines) > 1 and _rule(block.lines[1])
        return table(rows[0], rows[1:], look.columns) if headed else table(None, rows, look.columns)
    if block.kind == "math":
        return _display("\n".join(block.lines), look)
    text = inline(_join(block.lines), look)
    return hang(text, look.columns, Text(block.label)) if block.kind == "item" else wrap(text, look.columns)


def _cells(line: str) -> list[str]:
    """The cells of a table's line; a `|` inside code or a formula (`$p(x | y)$`, `\\|x\\|`) is no separator."""
    cells, cell, quote = [], "", ""
    for at, character in enumerate(line.strip()):
        if character in "`$" and quote in ("", character):
            quote = "" if quote else character
        if character == "|" and not quote and line.strip()[at - 1 : at] != "\\":
            cells.append(cell)
            cell = ""
        else:
            cell += character
    cells.append(cell)
    return [each.replace("\\|", "|") if "$" not in each else each for each in cells[1 : None if cell.strip() else -1]]


def _display(source: str, look: Look) -> list[Text]:
    """A formula on lines of its own, indented; what follows it on its last line is text."""
    from dojo.formula import draw

    _, formula, *rest = source.split("$$", 2)
    rows = draw.block(formula.strip(), look.columns - 4, unicode=look.unicode)
    lines = [Text.assemble("    ", line) for row in rows for line in wrap(Text(row), look.columns - 4)]
    return lines + (wrap(inline(rest[0].strip(), look), look.columns) if rest and rest[0].strip() else [])


def _glue(text: str) -> str:
    return text.replace(" ", "\u00a0") if width(text) <= _GLUED else text


def _join(lines: list[str]) -> str:
    """Source lines as one: with a space between, except where Chinese goes on or its punctuation ends a line."""
    joined = ""
    for line in (line.strip() for line in lines):
        goes_on = bool(joined and line) and (
            joined[-1] in _ENDS or get_character_cell_size(joined[-1]) == get_character_cell_size(line[0]) == 2
        )
        joined += line if goes_on or not joined else " " + line
    return joined
