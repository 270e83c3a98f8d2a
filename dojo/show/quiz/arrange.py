"""Answering by arranging: items put in order with a letter each, left sides matched with a number each."""

from __future__ import annotations

from rich.text import Text

from dojo.marking.answer import AnyAnswer, MatchAnswer, OrderAnswer
from dojo.question.kinds import Lang
from dojo.question.variant import Asked
from dojo.show.phrases import say
from dojo.show.quiz.widget import LETTERS, Drawn, Incomplete
from dojo.show.terminal.keys import Press
from dojo.show.text.markup import Look, flat
from dojo.show.text.wrap import hang, width

_SIDE_BY_SIDE = 60  # cells: below that, the two sides of a match stand under one another


class Ordering:
    """A letter gives its item the next place, the same letter takes it away. The last item needs no key of its own."""

    typing = False
    empty = False

    def __init__(self, asked: Asked, before: AnyAnswer | None) -> None:
        self._asked = asked
        self._count = len(asked.shown)
        self._placed: list[int] = list(before.places) if isinstance(before, OrderAnswer) else []
        self._at: int | None = None

    def draw(self, look: Look, lang: Lang) -> Drawn:
        lines: list[Text] = []
        focus = None
        for place, item in enumerate(self._asked.shown):
            start = len(lines)
            rank = str(self._placed.index(place) + 1) if place in self._placed else "·"
            first = Text.assemble(
                ("▸ " if place == self._at else "  ", "bold"),
                (rank, "bold green" if rank != "·" else "dim"),
                f" {LETTERS[place]}  ",
            )
            lines += hang(flat(item.of(lang), look), look.columns, first)
            if place == self._at:
                focus = (start, len(lines) - 1)
        shown = [LETTERS[place] for place in self._placed]
        open_ones = [f"({LETTERS[place]})" for place in self._left_over()] or ["·"] * (self._count - len(shown))
        order = " → ".join(shown + open_ones)
        lines += [Text(), *hang(Text(order, "bold"), look.columns, Text(f"  {say('your_order', lang)} ", "dim"))]
        return Drawn(lines, focus)

    def press(self, press: Press) -> bool:
        key = press.key
        if len(key) == 1 and key in LETTERS[: self._count]:
            self._toggle(LETTERS.index(key))
        elif key in ("up", "down"):
            step = -1 if key == "up" else 1
            self._at = (0 if step > 0 else self._count - 1) if self._at is None else (self._at + step) % self._count
        elif key == " ":
            self._toggle(self._at or 0)
        elif key == "backspace":
            if self._placed:
                self._at = self._placed.pop()
        elif key.isascii() and key.isdecimal() and 1 <= int(key) <= self._count:
            self._toggle(int(key) - 1)
        else:
            return False
        return True

    def answer(self, lang: Lang) -> AnyAnswer:
        places = (*self._placed, *self._left_over())
        if len(places) < self._count:
            raise Incomplete("order_first")
        return OrderAnswer(places)

    def keys(self, lang: Lang) -> list[tuple[str, str]]:
        return [
            (f"a-{LETTERS[self._count - 1]}", say("key_order", lang)), ("⌫", say("key_back", lang)),
            ("Enter", say("key_answer", lang)),
        ]  # fmt: skip

    def _toggle(self, place: int) -> None:
        self._at = place
        if place in self._placed:
            self._placed.remove(place)
        else:
            self._placed.append(place)

    def _left_over(self) -> list[int]:
        """The last item, where only one has no place yet."""
        rest = [place for place in range(self._count) if place not in self._placed]
        return rest if len(rest) == 1 else []


class Pairing:
    """A number goes to the left side that the pointer is at, and the pointer on to the next one without a number."""

    typing = False
    empty = False

    def __init__(self, asked: Asked, before: AnyAnswer | None) -> None:
        self._asked = asked
        self._count = len(asked.left)
        self._given: list[int | None] = list(before.places) if isinstance(before, MatchAnswer) else [None] * self._count
        self._at = 0
        self._moved: tuple[int, int] | None = None  # a number that was given twice, and the left side that lost it

    def draw(self, look: Look, lang: Lang) -> Drawn:
        beside = look.columns >= _SIDE_BY_SIDE
        half = look.narrower(look.columns - look.columns // 2 + 1) if beside else look
        left: list[Text] = []
        focus = (0, 0)
        for place, text in enumerate(self._asked.left):
            start = len(left)
            left += self._left_side(place, flat(text.of(lang), half), half)
            if place == self._at:
                focus = (start, len(left) - 1)
        right: list[Text] = []
        for place, text in enumerate(self._asked.shown):
            first = Text.assemble((str(place + 1), "dim" if place in self._given else "bold"), "  ")
            side = flat(text.of(lang), half)
            if place in self._given:
                side.stylize("dim")
            right += hang(side, half.columns, first)
        moved: list[Text] = []
        if self._moved:
            number, loser = self._moved
            said = say("match_moved", lang, number=number + 1, left=LETTERS[loser])
            moved = [Text(), *hang(Text(said, "yellow"), look.columns, Text("  "))]
        if not beside:
            return Drawn([*left, Text(), *right, *moved], focus)
        rows = max(len(left), len(right))
        left += [Text()] * (rows - len(left))
        right += [Text()] * (rows - len(right))
        pad = half.columns + 2
        lines = [Text.assemble(a, " " * (pad - width(a.plain)), b) for a, b in zip(left, right, strict=True)]
        return Drawn([*lines, *moved], focus)

    def press(self, press: Press) -> bool:
        key = press.key
        if key.isascii() and key.isdecimal() and 1 <= int(key) <= len(self._asked.shown):
            self._give(int(key) - 1)
        elif len(key) == 1 and key in LETTERS[: self._count]:
            self._at = LETTERS.index(key)
        elif key in ("up", "down"):
            self._at = (self._at + (-1 if key == "up" else 1)) % self._count
        elif key in ("backspace", "0"):
            self._moved = None
            if self._given[self._at] is None:
                self._at = max(self._at - 1, 0)
            self._given[self._at] = None
        else:
            return False
        return True

    def answer(self, lang: Lang) -> AnyAnswer:
        left_over = self._left_over()
        places = tuple(left_over if place is None else place for place in self._given)
        if None in places:
            raise Incomplete("match_first")
        return MatchAnswer(tuple(place for place in places if place is not None))

    def keys(self, lang: Lang) -> list[tuple[str, str]]:
        return [
            (f"1-{len(self._asked.shown)}", say("key_match", lang)),
            (f"a-{LETTERS[self._count - 1]}", say("key_left", lang)),
            ("⌫", say("key_back", lang)),
            ("Enter", say("key_answer", lang)),
        ]

    def _left_side(self, place: int, text: Text, look: Look) -> list[Text]:
        given, left_over = self._given[place], self._left_over()
        number = str(given + 1) if given is not None else "·" if left_over is None else f"({left_over + 1})"
        first = Text.assemble(
            ("▸ " if place == self._at else "  ", "bold"), LETTERS[place], " ",
            (number, "dim" if given is None else "bold green"), "  ",
        )  # fmt: skip
        return hang(text, look.columns, first)

    def _give(self, place: int) -> None:
        """A right-hand side belongs to one left-hand side: given anew, it leaves the one that had it."""
        loser = self._given.index(place) if place in self._given else self._at
        self._moved = (place, loser) if loser != self._at else None
        self._given = [None if other == place else other for other in self._given]
        self._given[self._at] = place
        free = [left for left in range(self._count) if self._given[left] is None]
        if free:
            self._at = next((left for left in free if left > self._at), free[0])

    def _left_over(self) -> int | None:
        """The number for the last left side, where one side and one number are left."""
        if len(self._asked.shown) != self._count or self._given.count(None) != 1:
            return None
        return next(number for number in range(self._count) if number not in self._given)
