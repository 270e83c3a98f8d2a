"""The Markdown of a bank as HTML for programs that show it: code, tables and lists; math between `\\(` and `\\)`."""

from __future__ import annotations

from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline


def to_html(source: str) -> str:
    """`source` as HTML. Tags in it are shown as text; MathJax, as Anki and Moodle have it, sets the math."""
    return str(_parser().render(source)).strip()


def to_html_inline(source: str) -> str:
    """One line, without a paragraph around it."""
    return str(_parser().renderInline(source)).strip()


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["heading", "link", "image", "autolink"])
    parser.inline.ruler.before("escape", "math", _math)
    parser.add_render_rule("math", _show)
    return parser


def _math(state: StateInline, silent: bool) -> bool:
    """`$…$` in a line, `$$…$$` over lines; a dollar before a space is a dollar."""
    text, start = state.src, state.pos
    if not text.startswith("$", start):
        return False
    sign = "$$" if text.startswith("$$", start) else "$"
    end = text.find(sign, start + len(sign))
    inner = text[start + len(sign) : end]
    if end < 0 or not inner.strip() or (sign == "$" and (inner != inner.strip() or "\n" in inner)):
        return False
    if not silent:
        token = state.push("math", "", 0)
        token.content, token.markup = inner.strip(), sign
    state.pos = end + len(sign)
    return True


def _show(_self: object, tokens: list[object], index: int, _options: object, _env: object) -> str:
    token = tokens[index]
    left, right = (r"\[", r"\]") if token.markup == "$$" else (r"\(", r"\)")  # type: ignore[attr-defined]
    return left + escape(token.content) + right  # type: ignore[attr-defined]
