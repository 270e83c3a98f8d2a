"""What a quiz on a terminal or in lines starts from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from dojo.quiz.bank import Bank
from dojo.quiz.begin import Wish
from dojo.quiz.journal import Journal
from dojo.quiz.question import Lang


class Ask(Struct, frozen=True):
    """What the command line asked for, and where chance comes from. `warnings` are sentences to be shown first."""

    bank: Bank
    journal: Journal
    wish: Wish
    lang: Lang
    chance: Callable[[], int]
    warnings: Sequence[str] = ()
    may_resume: bool = False
