"""One screenful: a header over a rule, a body that scrolls, a notice or the way to scroll, and the keys at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich.text import Text

from dojo.show.phrases import say
from dojo.show.text.markup import Look
from dojo.show.text.wrap import beside, crop, width

WIDEST = 100  # cells of text in a line: longer ones are hard to read
MARGIN = 1


class Page(Struct, frozen=True):
    """What a screen shows. `cursor` is (row of the body, cell); `focus` the first and last row to keep in sight."""

    header: tuple[Text, Text]
    body: list[Text]
    keys: Sequence[tuple[str, str]] = ()
    notice: Text | None = None
    cursor: tuple[int, int] | None = None
    focus: tuple[int, int] | None = None


class Layout(Struct, frozen=True):
    """Rows to paint, where the cursor stands, and from which row of the body the screen shows it."""

    rows: list[Text]
    cursor: tuple[int, int] | None = None
    offset: int = 0
    room: int = 0
    most: int = 0


def text_look(look: Look) -> Look:
    """The width and abilities for the body of a page."""
    return look.narrower(max(look.columns - WIDEST, 2 * MARGIN))


def language_key(look: Look, lang: str) -> tuple[str, str]:
    """The key that switches the language, named in the other language if that can be shown."""
    return "l", say("key_lang" if look.unicode else "key_lang_ascii", lang)


def lay_out(page: Page, look: Look, height: int, offset: int, lang: str, follow: bool = True) -> Layout:
    """Lay out `page` for `height` rows, with its body from row `offset` on, or scrolled to keep the focus in sight."""
    columns = look.columns
    slim = height < 10
    room = max(height - (2 if slim else 4), 1)
    most = max(len(page.body) - room, 0)
    offset = min(max(offset, 0), most)
    if follow and page.focus:
        first, last = page.focus
        offset = max(offset, last - room + 1)
        offset = min(offset, first, most)
    shown = page.body[offset : offset + room]
    rows = [beside(_padded(page.header[0]), _padded(page.header[1]), columns)]
    if not slim:
        rows.append(Text("─" * columns, style="dim"))
    rows += [_padded(line) for line in shown]
    rows += [Text()] * (room - len(shown))
    if not slim or page.notice:
        rows.append(_edge(page, columns, offset, most, lang))
    rows.append(_foot(page.keys, columns))
    cursor = None
    if page.cursor and offset <= page.cursor[0] < offset + room:
        cursor = (page.cursor[0] - offset + (1 if slim else 2), min(page.cursor[1] + MARGIN, columns - 1))
    return Layout([crop(row, columns) for row in rows[:height]], cursor, offset, room, most)


def _padded(line: Text) -> Text:
    return Text.assemble(" " * MARGIN, line)


def _edge(page: Page, columns: int, offset: int, most: int, lang: str) -> Text:
    """The rule under the body, with the notice or how much of the body is out of sight."""
    said = Text.assemble(("─ ", "dim"), page.notice, " ") if page.notice else Text("")
    more = ""
    if offset < most:
        more = say("more_below", lang, lines=most - offset)
    elif most:
        more = say("more_above", lang)
    tail = Text.assemble((" " + more + " ", "bold"), ("──", "dim")) if more else Text()
    said = crop(said, max(columns - width(tail.plain), 0))
    rule = Text("─" * max(columns - width(said.plain) - width(tail.plain), 0), style="dim")
    return Text.assemble(said, rule, tail)


def _foot(keys: Sequence[tuple[str, str]], columns: int) -> Text:
    """As many keys as fit; the last one (help) is always shown."""
    parts = [Text.assemble((key, "bold"), " ", (label, "dim")) for key, label in keys]
    if not parts:
        return Text()
    last = parts.pop()
    room = columns - 2 * MARGIN - width(last.plain)
    foot = Text()
    for part in parts:
        if width(foot.plain) + width(part.plain) + 2 > room:
            break
        foot.append_text(part)
        foot.append("  ")
    return _padded(Text.assemble(foot, last))
