"""HTML as the text of a bank: code in backticks, bold in stars, paragraphs and lists as lines; other tags go."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SIGNS = {"code": "`", "tt": "`", "b": "**", "strong": "**"}
_BREAKS = {"p": "\n\n", "div": "\n\n", "br": "\n", "ul": "\n\n", "ol": "\n\n", "tr": "\n"}


def from_html(source: str) -> str:
    """The text of `source`."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(reader.parts)).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._pre = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "pre":
            self._pre = True
            self.parts.append("\n\n```\n")
        elif tag == "li":
            self.parts.append("\n- ")
        elif not self._pre:
            self.parts.append(_SIGNS.get(tag, "") or _BREAKS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "pre":
            self._pre = False
            self.parts.append("\n```\n\n")
        elif not self._pre:
            self.parts.append(_SIGNS.get(tag, "") or ("" if tag == "br" else _BREAKS.get(tag, "")))

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
