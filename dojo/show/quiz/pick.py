"""Answering by picking: one option, several, or true and false."""

from __future__ import annotations

from rich.text import Text

from dojo.marking.answer import AnyAnswer, BooleanAnswer, ChoiceAnswer, MultiAnswer
from dojo.question.kinds import Lang
from dojo.question.variant import Asked
from dojo.show.phrases import say
from dojo.show.quiz.widget import LETTERS, Drawn, Incomplete
from dojo.show.terminal.keys import Press
from dojo.show.text.markup import Look, flat
from dojo.show.text.wrap import hang

_TRUE, _FALSE = ("t", "y", "1", "对", "是"), ("f", "n", "2", "错", "否")


class Pick:
    """Options with letters. One is chosen at once by its letter; of several, each letter ticks or unticks."""

    typing = False
    empty = False

    def __init__(self, asked: Asked, before: AnyAnswer | None) -> None:
        self._asked = asked
        self._many = asked.kind == "multi"
        self._count = 2 if asked.kind == "boolean" else len(asked.shown)
        self._picked: set[int] = set()
        self._at: int | None = None
        if isinstance(before, ChoiceAnswer):
            self._picked = {before.place}
        elif isinstance(before, MultiAnswer):
            self._picked = set(before.places)
        elif isinstance(before, BooleanAnswer):
            self._picked = {0 if before.value else 1}
        if self._picked:
            self._at = min(self._picked)

    def draw(self, look: Look, lang: Lang) -> Drawn:
        lines: list[Text] = []
        focus = None
        for place in range(self._count):
            start = len(lines)
            picked, here = place in self._picked, place == self._at
            sign = ("■" if picked else "□") if self._many else ("●" if picked else "○")
            pointer = "▸" if here else " "
            first = Text.assemble(
                (f"{pointer} ", "bold"), (sign, "bold green" if picked else "dim"), f" {self._label(place)}  "
            )
            text = flat(self._text(place, lang), look)
            if picked:
                text.stylize("bold")
            lines += hang(text, look.columns, first)
            if here:
                focus = (start, len(lines) - 1)
        return Drawn(lines, focus)

    def press(self, press: Press) -> bool:
        place = self._place(press.key)
        if place is not None:
            self._pick(place)
        elif press.key in ("up", "down"):
            self._move(-1 if press.key == "up" else 1)
        elif press.key == " ":
            self._pick(self._at or 0)
        else:
            return False
        return True

    def answer(self, lang: Lang) -> AnyAnswer:
        if not self._picked:
            raise Incomplete("tick_first" if self._many else "choose_first")
        places = tuple(sorted(self._picked))
        if self._asked.kind == "boolean":
            return BooleanAnswer(places[0] == 0)
        return MultiAnswer(places) if self._many else ChoiceAnswer(places[0])

    def keys(self, lang: Lang) -> list[tuple[str, str]]:
        letters = "t/f" if self._asked.kind == "boolean" else f"a-{LETTERS[self._count - 1]}"
        return [(letters, say("key_tick" if self._many else "key_choose", lang)), ("Enter", say("key_answer", lang))]

    def _place(self, key: str) -> int | None:
        if self._asked.kind == "boolean":
            return 0 if key in _TRUE else 1 if key in _FALSE else None
        if len(key) == 1 and key in LETTERS[: self._count]:
            return LETTERS.index(key)
        return int(key) - 1 if key.isascii() and key.isdecimal() and 1 <= int(key) <= self._count else None

    def _pick(self, place: int) -> None:
        self._at = place
        self._picked = self._picked ^ {place} if self._many else {place}

    def _move(self, step: int) -> None:
        self._at = (0 if step > 0 else self._count - 1) if self._at is None else (self._at + step) % self._count
        if not self._many:
            self._picked = {self._at}

    def _label(self, place: int) -> str:
        return "tf"[place] if self._asked.kind == "boolean" else LETTERS[place]

    def _text(self, place: int, lang: Lang) -> str:
        if self._asked.kind == "boolean":
            return say("true" if place == 0 else "false", lang)
        return self._asked.shown[place].of(lang)
