"""What reports are made of besides the verdicts: members, what was left out, and how much was graded."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from grader.judge.verdicts import Bilingual, Result


class Member(msgspec.Struct, frozen=True):
    """One member of a cohort; the name is None for files that were given by themselves.

    `score` is the mean of what was due of them, with 0 for what is missing. `unmet` says what they did not meet, and
    `found` is how many submissions they handed in.
    """

    name: str | None
    score: float
    passed: int
    graded: int
    found: int
    unmet: tuple[Bilingual, ...] = ()

    @property
    def met(self) -> bool:
        return not self.unmet


class LeftOut(msgspec.Struct, frozen=True):
    """A file or folder that was not graded, and why."""

    path: str
    why: Bilingual


class Summary(msgspec.Struct, frozen=True):
    """A whole cohort. A result without a file stands for a required kata that was not handed in.

    `submissions` is how many were found: where fewer have a verdict, grading was stopped. `asked` is whether there were
    criteria other than that all pass.
    """

    results: Sequence[Result]
    sandbox: str
    members: Sequence[Member] = ()
    left_out: Sequence[LeftOut] = ()
    submissions: int = 0
    asked: bool = False

    @property
    def graded(self) -> int:
        """How many submissions have a verdict."""
        return sum(result.file is not None for result in self.results)

    @property
    def stopped(self) -> bool:
        return self.graded < self.submissions

    @property
    def absent(self) -> list[str]:
        """Members who handed nothing in and of whom no result tells: they need a row of their own."""
        told = {result.member for result in self.results}
        return [one.name for one in self.members if one.name is not None and not one.found and one.name not in told]
