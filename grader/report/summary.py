"""What reports show besides verdicts: members, left-out files, and how much was graded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from grader.judge.verdicts import Bilingual, Result


class Criteria(msgspec.Struct, frozen=True):
    """Katas that every member must have passed, and the minimum mean score. Without either, everything must pass."""

    required: tuple[str, ...] = ()
    least: float | None = None

    @property
    def given(self) -> bool:
        return bool(self.required) or self.least is not None


class Member(msgspec.Struct, frozen=True):
    """One member of a cohort. The name is None for files given by themselves.

    `score` is the mean over their submissions and the required katas they did not hand in, which count 0. `found` is
    the number of submissions found, `unmet` the reasons why they did not meet the criteria.
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


class Shard(msgspec.Struct, frozen=True):
    """Which part of a run this is, from 1, and of how many."""

    part: int
    of: int


class Summary(msgspec.Struct, frozen=True):
    """A whole cohort. A result without a file is a required kata that was not handed in.

    `submissions` is the number found; if fewer have a verdict, grading was stopped. `asked` is True if `--require` or
    `--min-score` was given, and `criteria` are what they said, where that is known. `versions` are those of the grader,
    where they are not those of this process. `shard` is None for a whole run.
    """

    results: Sequence[Result]
    sandbox: str
    members: Sequence[Member] = ()
    left_out: Sequence[LeftOut] = ()
    submissions: int = 0
    asked: bool = False
    versions: Mapping[str, str | None] | None = None
    criteria: Criteria | None = None
    shard: Shard | None = None

    @property
    def graded(self) -> int:
        """The number of submissions with a verdict."""
        return sum(result.file is not None for result in self.results)

    @property
    def stopped(self) -> bool:
        return self.graded < self.submissions

    @property
    def absent(self) -> list[str]:
        """Members who handed nothing in and have no result; they need a row of their own."""
        told = {result.member for result in self.results}
        return [one.name for one in self.members if one.name is not None and not one.found and one.name not in told]
