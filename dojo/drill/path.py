"""Which kata comes next: those that build on the last one, then its topic, then the easiest one of all."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from grader.catalogue import Kata

FIRST = "stable_softmax"


def easiest_first(katas: Mapping[str, Kata]) -> list[Kata]:
    """All katas by level, then minutes; the one that the README starts with before all."""
    return sorted(katas.values(), key=lambda kata: (kata.slug != FIRST, kata.level, kata.minutes))


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
