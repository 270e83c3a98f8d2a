"""When a cohort has met what is asked of it, and who has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.catalogue import load
from grader.cohort.criteria import Criteria, status, summarise
from grader.cohort.discovery import Discovery, Found
from grader.content import content_root
from grader.judge.verdicts import Result, Verdict, worst
from grader.report.summary import Summary

KATAS = load(content_root({}))
Row = tuple[str | None, str, Verdict, float]
ANA, BO = ("ana", "stable_softmax", Verdict.PASSED, 1.0), ("bo", "gru_cell", Verdict.FAILED, 0.5)


def summed(
    *rows: Row,
    members: tuple[str, ...] = (),
    required: tuple[str, ...] = (),
    least: float | None = None,
    done: int = 99,
) -> Summary:
    found = [Found(member, kata, Path(f"{member}/{kata}.py")) for member, kata, _, _ in rows]
    results = [
        Result(member, kata, f"{member}/{kata}.py", verdict, score, 0, 0, 0.1) for member, kata, verdict, score in rows
    ]
    names = sorted({*members, *(one.member for one in found if one.member)})
    discovery = Discovery(found, names, [])
    given = dict(list(enumerate(results))[:done])
    return summarise(discovery, given, Criteria(required, least), KATAS.__getitem__, "plain")


def unmet(summary: Summary) -> dict[str | None, list[str]]:
    return {member.name: [what.en for what in member.unmet] for member in summary.members}


def test_without_criteria_all_must_have_passed() -> None:
    assert status(summed(ANA)) == 0
    assert status(summed(ANA, BO)) == 1
    assert status(summed()) == 1
    assert status(summed(ANA, ("cy", "gru_cell", Verdict.BROKEN, 0))) == 3


def test_a_member_who_handed_nothing_in_has_not_met_it() -> None:
    summary = summed(ANA, members=("cy",))
    assert status(summary) == 1
    assert unmet(summary) == {"ana": [], "cy": ["nothing was handed in"]}
    assert summary.absent == ["cy"]


def test_a_required_kata_that_is_missing_is_an_error_without_a_file_at_its_members_place() -> None:
    summary = summed(ANA, BO, members=("cy",), required=("stable_softmax",))
    rows = [(row.member, row.kata, row.verdict, row.file is None) for row in summary.results]
    assert rows == [
        ("ana", "stable_softmax", Verdict.PASSED, False),
        ("bo", "gru_cell", Verdict.FAILED, False),
        ("bo", "stable_softmax", Verdict.ERROR, True),
        ("cy", "stable_softmax", Verdict.ERROR, True),
    ]
    assert unmet(summary)["bo"] == ["stable_softmax was not handed in"]
    assert status(summary) == 1


def test_only_what_is_required_must_have_passed() -> None:
    rows = [ANA, ("ana", "gru_cell", Verdict.FAILED, 0.2)]
    assert status(summed(*rows, required=("stable_softmax",))) == 0
    failed = summed(*rows, required=("gru_cell",))
    assert unmet(failed) == {"ana": ["gru_cell did not pass"]}
    assert status(failed) == 1


def test_the_least_score_is_that_of_each_members_mean() -> None:
    rows = [ANA, ("ana", "gru_cell", Verdict.FAILED, 0.5)]
    assert status(summed(*rows, least=0.75)) == 0
    low = summed(*rows, ("bo", "gru_cell", Verdict.FAILED, 0.7), least=0.75)
    assert unmet(low) == {"ana": [], "bo": ["mean score 0.70 is below 0.75"]}
    assert status(low) == 1


def test_what_was_not_handed_in_counts_0() -> None:
    summary = summed(ANA, members=("cy",), required=("stable_softmax", "gru_cell"), least=0.6)
    ana, cy = summary.members
    assert (ana.score, ana.passed, ana.graded, ana.met) == (0.5, 1, 1, False)
    assert (cy.score, cy.passed, cy.graded, cy.met) == (0.0, 0, 0, False)
    assert cy.unmet[-1].en == "mean score 0.00 is below 0.6"
    assert status(summed(ANA, members=("cy",), least=0.1)) == 1
    assert status(summed(ANA, members=("cy",), least=0.0)) == 0


def test_a_score_just_below_the_least_is_not_shown_as_the_least() -> None:
    summary = summed(("ana", "gru_cell", Verdict.FAILED, 0.7499), least=0.75)
    assert unmet(summary) == {"ana": ["mean score 0.7499 is below 0.75"]}


def test_files_by_themselves_have_one_entry_without_a_name() -> None:
    summary = summed((None, "gru_cell", Verdict.PASSED, 1.0), (None, "stable_softmax", Verdict.FAILED, 0.5))
    (member,) = summary.members
    assert (member.name, member.score, member.passed, member.graded, member.met) == (None, 0.75, 1, 2, False)


def test_what_was_not_graded_before_a_stop_is_neither_missing_nor_met() -> None:
    summary = summed(ANA, BO, required=("gru_cell",), done=1)
    assert [row.member for row in summary.results if row.file] == ["ana"]
    assert not [row for row in summary.results if row.member == "bo"]
    assert unmet(summary)["bo"] == ["1 not graded"]
    assert [(one.path, one.why.en) for one in summary.left_out] == [
        ("bo/gru_cell.py", "not graded: stopped after 1 of 2")
    ]
    assert summary.stopped
    assert summary.absent == []


def test_the_worst_verdict_counts_and_none_is_no_success() -> None:
    assert worst([Verdict.PASSED, Verdict.FAILED, Verdict.TIMEOUT]) is Verdict.TIMEOUT
    assert worst([Verdict.BROKEN, Verdict.FORBIDDEN]) is Verdict.BROKEN
    assert worst([]) is Verdict.BROKEN


@pytest.mark.parametrize("least", [None, 0.5])
def test_a_fault_of_ours_is_told_whatever_was_asked(least: float | None) -> None:
    assert status(summed(("cy", "gru_cell", Verdict.BROKEN, 1.0), least=least)) == 3
