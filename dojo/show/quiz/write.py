"""Answering in words: a field of one line for numbers and terms, of several for open questions."""

from __future__ import annotations

from rich.text import Text

from dojo.marking.answer import AnyAnswer, NumberAnswer, OpenAnswer, TextAnswer
from dojo.marking.grammar import parse
from dojo.question.kinds import Lang
from dojo.question.variant import Asked
from dojo.show.phrases import say
from dojo.show.quiz.widget import Drawn, Incomplete
from dojo.show.terminal.editor import Field, layout, position
from dojo.show.terminal.keys import Press
from dojo.show.text.clean import clean
from dojo.show.text.markup import Look

_PROMPT = "▸ "
_LEAST_ROWS = 4


class Writing:
    """A field with a prompt. While `typing`, letters are text; Esc makes them commands and back."""

    def __init__(self, asked: Asked, before: AnyAnswer | None, columns: int) -> None:
        self._asked = asked
        self._lines = asked.kind == "open"
        self._columns = columns
        self.typing = True
        written = before.words if isinstance(before, OpenAnswer) else ""
        if isinstance(before, NumberAnswer | TextAnswer):
            written = before.written
        self.field = Field(written, len(written), self._lines)

    @property
    def empty(self) -> bool:
        return not self.field.text

    def draw(self, look: Look, lang: Lang) -> Drawn:
        self._columns = look.columns - len(_PROMPT) - 1
        rows = layout(self.field.text, self._columns)
        row, cell = position(rows, self.field.cursor)
        style = "" if self.typing else "dim"
        lines = [
            Text.assemble((_PROMPT if number == 0 else "  ", "bold"), (piece.rstrip("\n"), style))
            for number, (_, piece) in enumerate(rows)
        ]
        if not self._lines and self._asked.unit:
            from dojo.marking.units import unit_name

            lines[-1].append("  " + say("unit_hint", lang, unit=clean(unit_name(self._asked.unit, lang))), "dim")
        if self._lines:
            lines += [Text("  ", style="dim")] * (_LEAST_ROWS - len(lines))
        cursor = (row, min(len(_PROMPT) + cell, look.columns - 1)) if self.typing else None
        return Drawn(lines, (row, row), cursor)

    def press(self, press: Press) -> bool:
        if press.key == "esc" or (press.key in ("tab", "i") and not self.typing):
            self.typing = not self.typing
            return True
        if press.key in ("up", "down"):
            if self._lines and self.typing:
                self.field = self.field.up_or_down(-1 if press.key == "up" else 1, self._columns)
            return self._lines and self.typing
        if press.text and (self.typing or press.key == "paste"):
            self.typing = True
            self.field = self.field.insert(press.text)
            return True
        edited = self.field.press(press.key) if self.typing else None
        if edited is None:
            return False
        self.field = edited
        return True

    def answer(self, lang: Lang) -> AnyAnswer:
        if not self.field.text.strip():
            raise Incomplete("write_first")
        if self._lines:
            return OpenAnswer(self.field.text.strip())
        return parse(self._asked, self.field.text.strip(), lang)

    def keys(self, lang: Lang) -> list[tuple[str, str]]:
        if not self.typing:
            return [("Enter", say("key_answer", lang)), ("Esc", say("key_write", lang))]
        send = "Ctrl-D" if self._lines else "Enter"
        escaped = [("Esc s", say("key_skip", lang)), ("Esc q", say("key_quit", lang))]
        return [(send, say("key_answer", lang)), *escaped]
