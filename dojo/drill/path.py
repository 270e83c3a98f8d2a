"""Which kata comes next: the plan's, where there is one; else what builds on the last one, its topic, the easiest."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from grader.catalogue import Kata

if TYPE_CHECKING:
    from dojo.progress import Interview

FIRST = "stable_softmax"


def easiest_first(katas: Mapping[str, Kata]) -> list[Kata]:
    """All katas by level, then minutes; the one that the README starts with before all."""
    return sorted(katas.values(), key=lambda kata: (kata.slug != FIRST, kata.level, kata.minutes))


def coming_kata(
    katas: Mapping[str, Kata], passed: Collection[str], last: str | None, interview: Interview | None, today: int
) -> Kata | None:
    """The kata to begin now: with an interview ahead the first one of the plan, else `next_kata`."""
    from dojo.schedule import plan

    if interview is None or plan.day_of(interview.date) <= today:
        return next_kata(katas, passed, last)
    left = (plan.Kata(one.slug, one.topic, one.level, one.minutes) for one in katas.values() if one.slug not in passed)
    return next((katas[one.slug] for one in plan.kata_order(left, interview)), None)


def next_kata(katas: Mapping[str, Kata], passed: Collection[str], last: str | None = None) -> Kata | None:
    """The next kata that was not passed yet; None after all of them.

    After `last` come the katas that it names as next, then the rest of its topic, then all others, the easiest first.
    """
    left = [kata for kata in easiest_first(katas) if kata.slug not in passed and kata.slug != last]
    if last is not None and last in katas:
        before = katas[last]
        named = [katas[slug] for slug in before.next if slug in katas]
        left = [
            *(kata for kata in named if kata in left),
            *(kata for kata in left if kata.topic == before.topic),
            *left,
        ]
    return left[0] if left else None
