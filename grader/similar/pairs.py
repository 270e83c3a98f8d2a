"""Compares all submissions of a kata with each other, without what the kata itself brings along.

What the starter, the reference and more than a share of all members have in common says nothing of a pair, and counts
for none. Of what is left, `share` is the part of the smaller one that the other has, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from grader.catalogue import Kata
from grader.similar.prints import Print, prints_of

LEAST = 0.5  # of the smaller file's own prints that must be shared
FEW = 4  # prints of its own that a file must have to be compared
COMMON = 0.2  # of the members; a print that more of them have is forced by the task
_MANY = 10  # members from which on `COMMON` is applied: two of four may have copied from each other


class Sheet(Struct, frozen=True):
    """One submission as text."""

    member: str
    kata: str
    path: str
    text: str


class Pair(Struct, frozen=True):
    """Two submissions that are alike: the share in common, and the lines of each that the other has."""

    share: float
    left: Sheet
    right: Sheet
    left_lines: frozenset[int]
    right_lines: frozenset[int]


def alike(sheets: Sequence[Sheet], katas: Mapping[str, Kata], least: float = LEAST) -> list[Pair]:
    """The pairs of different members that are alike, the most alike first."""
    found: list[Pair] = []
    by_kata: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        by_kata.setdefault(sheet.kata, []).append(sheet)
    for slug, every in by_kata.items():
        found += _alike(every, forced_by(katas[slug]), least)
    return sorted(found, key=lambda pair: (-pair.share, pair.left.kata, pair.left.member, pair.right.member))


def forced_by(kata: Kata) -> frozenset[int]:
    """The prints of the starter, the examples and the reference."""
    paths = [
        kata.starter,
        kata.starter.with_name("test_examples.py"),
        kata.starter.with_name("support.py"),
        kata.reference,
    ]
    return frozenset(one for path in paths for one in prints_of(_text(path)))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def _alike(sheets: Sequence[Sheet], forced: Iterable[int], least: float) -> list[Pair]:
    own = [{one: places for one, places in prints_of(sheet.text).items() if one not in forced} for sheet in sheets]
    members = len({sheet.member for sheet in sheets})
    if members >= _MANY:
        usual = {one for one, count in Counter(one for each in own for one in each).items() if count > COMMON * members}
        own = [{one: places for one, places in each.items() if one not in usual} for each in own]
    holders: dict[int, list[int]] = {}
    for number, each in enumerate(own):
        for one in each:
            holders.setdefault(one, []).append(number)
    shared: Counter[tuple[int, int]] = Counter(
        pair for numbers in holders.values() for pair in combinations(sorted(numbers), 2)
    )
    pairs = []
    for (left, right), count in shared.items():
        smaller = min(len(own[left]), len(own[right]))
        if smaller < FEW or count < least * smaller or sheets[left].member == sheets[right].member:
            continue
        common = own[left].keys() & own[right].keys()
        lines = [frozenset(_lines(own[each], common)) for each in (left, right)]
        pairs.append(Pair(count / smaller, sheets[left], sheets[right], *lines))
    return pairs


def _lines(own: Mapping[int, list[Print]], common: Iterable[int]) -> Iterable[int]:
    return (line for one in common for place in own[one] for line in range(place.first, place.last + 1))
