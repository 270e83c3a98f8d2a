"""What a quiz on a terminal or in lines starts from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from dojo.bank.bank import Bank
from dojo.question.kinds import Lang
from dojo.quiz.begin import Wish
from dojo.quiz.journal import Journal


class Ask(Struct, frozen=True):
    """What the command line asked for, and where chance comes from. `warnings` are sentences to be shown first;
    `count` is None where the learner left it to us."""

    bank: Bank
    journal: Journal
    wish: Wish
    lang: Lang
    chance: Callable[[], int]
    warnings: Sequence[str] = ()
    may_resume: bool = False
    count: int | None = None

    def fewer(self, total: int) -> str | None:
        """A sentence where a new session has `total` questions, fewer than the learner asked for."""
        from dojo.show.phrases import say

        if self.count is None or total >= self.count:
            return None
        return say("fewer", self.lang, total=total, count=self.count)
