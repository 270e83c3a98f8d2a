"""Splits a cohort over several machines, and puts their results together again.

A shard is a run of whole members in the order of the report, so that criteria are checked where a member is graded, and
merging is putting one behind the other. All shards are about the same number of submissions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from grader.cohort.discovery import Discovery
from grader.judge.verdicts import Bilingual
from grader.report.summary import LeftOut, Summary

WEAKEST = ("plain", "locked", "full")  # tiers, the weakest first


class CannotMerge(Exception):
    """These results are not parts of one run; says why."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.why = Bilingual(en, zh)


def shard(discovery: Discovery, number: int, count: int) -> Discovery:
    """Part `number` of `count`, from 1. Files of no member stay together; the first part lists left-out files."""
    sizes = Counter(one.member for one in discovery.found)
    members: list[str | None] = [*discovery.members, *([None] if sizes[None] else [])]
    weights = [max(1, sizes[member]) for member in members]
    total, before = sum(weights), 0
    mine: set[str | None] = set()
    for member, weight in zip(members, weights, strict=True):
        if before * count // total == number - 1:
            mine.add(member)
        before += weight
    return msgspec.structs.replace(
        discovery,
        found=[one for one in discovery.found if one.member in mine],
        members=[member for member in discovery.members if member in mine],
        left_out=discovery.left_out if number == 1 else [],
    )


def merge(parts: Sequence[tuple[str, Summary]]) -> Summary:
    """The whole of labelled results, in their order. Raises `CannotMerge`."""
    first_label, first = parts[0]
    came_from: dict[str | None, str] = {}
    for label, part in parts:
        if part.versions != first.versions:
            raise _other_versions(first_label, first, label, part)
        for member in part.members:
            if member.name in came_from:
                raise _twice(member.name, came_from[member.name], label)
            came_from[member.name] = label
    left_out: dict[LeftOut, None] = {}
    for _, part in parts:
        left_out.update(dict.fromkeys(part.left_out))
    return msgspec.structs.replace(
        first,
        results=[result for _, part in parts for result in part.results],
        members=[member for _, part in parts for member in part.members],
        left_out=list(left_out),
        submissions=sum(part.submissions for _, part in parts),
        asked=any(part.asked for _, part in parts),
        sandbox=min((part.sandbox for _, part in parts), key=WEAKEST.index),
    )


def _other_versions(first: str, one: Summary, second: str, other: Summary) -> CannotMerge:
    ours, theirs = one.versions or {}, other.versions or {}
    name = next(name for name in {**ours, **theirs} if ours.get(name) != theirs.get(name))
    return CannotMerge(
        f"{first} was graded with {name} {ours.get(name)} and {second} with {theirs.get(name)}; "
        "grade both with the same versions",
        f"{first} 使用 {name} {ours.get(name)} 评测，{second} 使用 {theirs.get(name)}；请用相同版本评测",
    )


def _twice(member: str | None, first: str, second: str) -> CannotMerge:
    if member is None:
        return CannotMerge(
            f"{first} and {second} both hold files that belong to no member; grade those in one run",
            f"{first} 和 {second} 中都有不属于任何成员的文件；请在一次运行中评测",
        )
    return CannotMerge(
        f"{member} is in both {first} and {second}; give each part of a run once",
        f"{member} 同时出现在 {first} 和 {second} 中；每个部分只能给一次",
    )
