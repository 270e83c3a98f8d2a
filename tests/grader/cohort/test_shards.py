"""Shards: every member in exactly one, about equal, and merged again they are what one run gives."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from grader.cohort.discovery import Discovery, Found, LeftFile
from grader.cohort.shards import CannotMerge, merge, shard
from grader.judge.verdicts import Bilingual, Result, Verdict
from grader.report.summary import Criteria, LeftOut, Member, Shard, Summary


def discovery(sizes: dict[str | None, int]) -> Discovery:
    found = [Found(name, f"k{at}", Path(f"g/{name}/k{at}.py")) for name, size in sizes.items() for at in range(size)]
    why = Bilingual("a notebook", "笔记本")
    return Discovery(found, [name for name in sizes if name is not None], [LeftFile(Path("g/x.ipynb"), why)])


GROUP: dict[str | None, int] = {"ana": 3, "bo": 0, "cy": 30, "dee": 1, "eve": 2, "fay": 12, None: 4}


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 50])
def test_the_parts_behind_each_other_are_the_whole(count: int) -> None:
    whole = discovery(GROUP)
    parts = [shard(whole, number, count) for number in range(1, count + 1)]
    assert [one for part in parts for one in part.found] == whole.found
    assert [name for part in parts for name in part.members] == whole.members
    assert [one for part in parts for one in part.left_out] == whole.left_out


def test_parts_hold_about_as_many_submissions_each() -> None:
    whole = discovery({f"m{number:03d}": 1 + number % 7 for number in range(400)})
    sizes = [len(shard(whole, number, 8).found) for number in range(1, 9)]
    assert max(sizes) - min(sizes) <= 14


def summary(*names: str | None, **more: object) -> Summary:
    results = [Result(name, "tally", f"g/{name}/tally.py", Verdict.PASSED, 1.0, 1, 1, 0.1) for name in names]
    members = [Member(name, 1.0, 1, 1, 1) for name in names]
    plain = Summary(results, "full", members, submissions=len(names), versions={"python": "3.11", "torch": None})
    return msgspec.structs.replace(plain, **more)


def test_merged_results_are_those_of_one_run() -> None:
    why = LeftOut("x", Bilingual("a notebook", "笔记本"))
    parts = [("1", summary("ana", "bo", left_out=[why])), ("2", summary()), ("3", summary("cy", None, left_out=[why]))]
    assert merge(parts) == summary("ana", "bo", "cy", None, left_out=[why])


def test_the_weakest_sandbox_is_the_one_that_counts() -> None:
    assert (
        merge([("1", summary("ana")), ("2", summary("bo", sandbox="plain")), ("3", summary(sandbox="locked"))]).sandbox
        == "plain"
    )


def test_a_run_that_was_stopped_is_still_one() -> None:
    assert merge([("1", summary("ana")), ("2", summary("bo", submissions=3))]).stopped


@pytest.mark.parametrize(("name", "said"), [("ana", "ana is in both a.json and b.json"), (None, "belong to no member")])
def test_a_member_in_two_files_is_refused(name: str | None, said: str) -> None:
    with pytest.raises(CannotMerge, match=said):
        merge([("a.json", summary(name, "bo")), ("b.json", summary(name))])


def test_results_of_different_versions_are_refused() -> None:
    other = summary("bo", versions={"python": "3.12", "torch": None})
    with pytest.raises(CannotMerge, match=r"a was graded with python 3\.11 and b with 3\.12"):
        merge([("a", summary("ana")), ("b", other)])


def test_parts_that_were_held_to_other_criteria_are_refused() -> None:
    strict = summary("bo", criteria=Criteria(("tally",), None))
    with pytest.raises(CannotMerge, match="1 and 2 were graded with other criteria"):
        merge([("1", summary("ana", criteria=Criteria())), ("2", strict)])
    merge([("1", summary("ana")), ("2", strict)])  # an older file doesn't say


def part(number: int, count: int, *names: str) -> tuple[str, Summary]:
    return f"part{number}.json", summary(*names, shard=Shard(number, count))


def test_all_parts_merged_in_any_order_are_no_part_any_more() -> None:
    whole = merge([part(2, 3, "bo"), part(1, 3, "ana"), part(3, 3)])
    assert whole.shard is None
    assert [member.name for member in whole.members] == ["bo", "ana"]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([part(1, 2, "ana")], r"^1 of 2 parts is missing: 2/2; grade with --shard 2/2 and merge again"),
        ([part(2, 2, "bo")], r"missing: 1/2;"),
        ([part(4, 4), part(2, 4)], r"^2 of 4 parts are missing: 1/4, 3/4; grade with --shard 1/4"),
        ([part(1, 30)], r"^29 of 30 parts are missing: 2/30, .*, 11/30 and 19 more;"),
        ([part(1, 10**15)], r"10/1000000000000000, 11/1000000000000000 and 999999999999989 more"),
        ([part(1, 3, "ana"), ("older.json", summary("bo"))], "^2 of 3 parts are missing: 2/3, 3/3"),
    ],
)
def test_a_missing_part_is_named(parts: list[tuple[str, Summary]], said: str) -> None:
    with pytest.raises(CannotMerge, match=said):
        merge(parts)


def test_a_part_that_is_there_twice_is_named_even_if_it_holds_nobody() -> None:
    with pytest.raises(CannotMerge, match=r"one\.json and part1\.json are both part 1 of 2"):
        merge([("one.json", part(1, 2)[1]), part(1, 2), part(2, 2)])


def test_parts_of_different_runs_are_refused() -> None:
    with pytest.raises(CannotMerge, match=r"part1\.json is one of 2 parts and part2\.json one of 3"):
        merge([part(1, 2, "ana"), part(2, 3, "bo")])


def test_files_of_an_older_version_that_name_no_part_are_still_merged() -> None:
    assert [member.name for member in merge([("1", summary("ana")), ("2", summary("bo"))]).members] == ["ana", "bo"]
    assert len(merge([part(1, 2, "ana"), ("2", summary("bo"))]).members) == 2  # it may be part 2
