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

FIRST = 10  # missing parts that a message names
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
    """The whole of labelled results, in their order. Raises `CannotMerge`, also if a part is missing."""
    first_label, first = parts[0]
    _check_complete(parts)
    came_from: dict[str | None, str] = {}
    for label, part in parts:
        if part.versions != first.versions:
            raise _other_versions(first_label, first, label, part)
        if None not in (part.criteria, first.criteria) and part.criteria != first.criteria:
            raise _other_criteria(first_label, label)
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
        shard=None,
    )


def _check_complete(parts: Sequence[tuple[str, Summary]]) -> None:
    """Every part of the run is there once. Files that don't say which part they are may be any of the missing ones."""
    said = [(label, part.shard) for label, part in parts if part.shard is not None]
    if not said:
        return
    first, count = said[0][0], said[0][1].of
    labels: dict[int, str] = {}
    for label, one in said:
        if one.of != count:
            raise _other_runs(first, count, label, one.of)
        if one.part in labels:
            raise _part_twice(one.part, count, labels[one.part], label)
        labels[one.part] = label
    if count - len(labels) > len(parts) - len(said):
        raise _missing([number for number in range(1, min(count, FIRST + len(said)) + 1) if number not in labels],
                       count - len(labels), count)  # fmt: skip


def _other_runs(first: str, count: int, second: str, other: int) -> CannotMerge:
    return CannotMerge(
        f"{first} is one of {count} parts and {second} one of {other}; merge the parts of one run",
        f"{first} 属于分成 {count} 个部分的评测，{second} 属于分成 {other} 个部分的评测；请合并同一次评测的各部分",
    )


def _part_twice(part: int, count: int, first: str, second: str) -> CannotMerge:
    return CannotMerge(
        f"{first} and {second} are both part {part} of {count}; give each part of a run once",
        f"{first} 和 {second} 都是第 {part}/{count} 部分；每个部分只能给一次",
    )


def _missing(first: Sequence[int], missing: int, count: int) -> CannotMerge:
    lost = f"{first[0]}/{count}"
    names = ", ".join(f"{number}/{count}" for number in first[:FIRST])
    more, rest = ("", "") if missing <= FIRST else (f" and {missing - FIRST} more", f" 等 {missing} 个")
    verb = "is" if missing == 1 else "are"
    return CannotMerge(
        f"{missing} of {count} parts {verb} missing: {names}{more}; grade with --shard {lost} and merge again",
        f"共 {count} 个部分，缺少 {names}{rest}；请用 --shard {lost} 评测后重新合并",
    )


def _other_criteria(first: str, second: str) -> CannotMerge:
    return CannotMerge(
        f"{first} and {second} were graded with other criteria; give each part the same --require and --min-score",
        f"{first} 和 {second} 的评测标准不同；各部分的 --require 和 --min-score 应一致",
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
