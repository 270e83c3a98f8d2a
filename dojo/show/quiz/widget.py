"""What the ways of answering on a screen have in common. Each keeps a half-made answer, whatever the language."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct
from rich.text import Text

from dojo.marking.answer import AnyAnswer
from dojo.question.kinds import Lang
from dojo.show.terminal.keys import Press
from dojo.show.text.markup import Look

LETTERS = "abcdefgh"
SELECTED = "reverse"


class Incomplete(Exception):
    """The answer cannot be given yet; `phrase` is the key of the sentence that says what is missing."""

    def __init__(self, phrase: str) -> None:
        super().__init__(phrase)
        self.phrase = phrase


class Drawn(Struct, frozen=True):
    """Lines, the rows of them to keep in sight, and the place of the cursor as (row, cell)."""

    lines: list[Text]
    focus: tuple[int, int] | None = None
    cursor: tuple[int, int] | None = None


class Widget(Protocol):
    """A way of answering. `typing` says that letters are text and no commands."""

    typing: bool

    @property
    def empty(self) -> bool:
        """Whether nothing is written yet."""

    def draw(self, look: Look, lang: Lang) -> Drawn: ...

    def press(self, press: Press) -> bool:
        """Takes a key; False where it is none of the widget's."""

    def answer(self, lang: Lang) -> AnyAnswer:
        """The answer as it stands; raises `Incomplete`, or the grammar's `AnswerError`."""

    def keys(self, lang: Lang) -> list[tuple[str, str]]:
        """Keys and what they do, for the foot of the page."""
