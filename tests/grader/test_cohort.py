"""What is found in folders, and when a cohort has met what is asked of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.catalogue import load
from grader.cohort.criteria import complete, status
from grader.cohort.discovery import WrongCall, discover, shown_name
from grader.content import content_root
from grader.judge.verdicts import Result, Verdict, worst

KATAS = load(content_root({}))


def _touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")


def _result(member: str | None, kata: str, verdict: Verdict, score: float = 0.0) -> Result:
    return Result(member, kata, f"{member}/{kata}.py", verdict, score, 0, 0, 0.0)


def test_a_folder_of_members_is_a_cohort_and_the_rest_is_counted(tmp_path: Path) -> None:
    _touch(tmp_path / "ana" / "stable_softmax.py", tmp_path / "ana" / "notes.txt", tmp_path / "bo" / "perplexity.py")
    _touch(tmp_path / "README.md", tmp_path / ".git" / "stable_softmax.py")
    discovery = discover([tmp_path], KATAS)
    assert [(one.member, one.kata) for one in discovery.found] == [("ana", "stable_softmax"), ("bo", "perplexity")]
    assert discovery.members == ["ana", "bo"]
    assert [str(path.relative_to(tmp_path)) for path in discovery.others] == [".git", "README.md", "ana/notes.txt"]
    assert discovery.left_out == 3


def test_a_folder_that_holds_submissions_is_one_member_named_after_it(tmp_path: Path) -> None:
    _touch(tmp_path / "cy" / "stable_softmax.py", tmp_path / "cy" / "gru_cell.py", tmp_path / "cy" / "old" / "x.py")
    discovery = discover([tmp_path / "cy"], KATAS)
    assert [(one.member, one.kata) for one in discovery.found] == [("cy", "gru_cell"), ("cy", "stable_softmax")]
    assert discovery.left_out == 1


def test_a_file_names_its_kata_and_has_no_member(tmp_path: Path) -> None:
    _touch(tmp_path / "stable_softmax.py", tmp_path / "mine.py")
    assert discover([tmp_path / "stable_softmax.py"], KATAS).found[0].member is None
    assert discover([tmp_path / "mine.py"], KATAS, "stable_softmax").found[0].kata == "stable_softmax"


@pytest.mark.parametrize("name", ["missing.py", "mine.py", "empty"])
def test_a_path_with_nothing_to_grade_is_a_wrong_call(tmp_path: Path, name: str) -> None:
    _touch(tmp_path / "mine.py")
    (tmp_path / "empty").mkdir()
    with pytest.raises(WrongCall):
        discover([tmp_path / name], KATAS)


def test_without_criteria_all_must_have_passed() -> None:
    passed, failed = _result("a", "k", Verdict.PASSED, 1.0), _result("b", "k", Verdict.FAILED, 0.5)
    assert status([passed], [], None) == 0
    assert status([passed, failed], [], None) == 1
    assert status([], [], None) == 1
    assert status([passed, _result("c", "k", Verdict.BROKEN)], [], None) == 3


def test_a_required_kata_that_is_missing_is_an_error_without_a_file() -> None:
    passed = _result("a", "stable_softmax", Verdict.PASSED, 1.0)
    results = complete([passed], ["a", "b"], ["stable_softmax"], KATAS.__getitem__)
    assert (results[1].member, results[1].verdict, results[1].file) == ("b", Verdict.ERROR, None)
    assert status(results, ["stable_softmax"], None) == 1
    assert status([passed, _result("a", "gru_cell", Verdict.FAILED)], ["stable_softmax"], None) == 0


def test_the_least_score_is_that_of_each_members_mean() -> None:
    results = [_result("a", "k", Verdict.PASSED, 1.0), _result("a", "l", Verdict.FAILED, 0.5)]
    assert status(results, [], 0.75) == 0
    assert status([*results, _result("b", "k", Verdict.FAILED, 0.7)], [], 0.75) == 1


def test_the_worst_verdict_counts_and_none_is_no_success() -> None:
    assert worst([Verdict.PASSED, Verdict.FAILED, Verdict.TIMEOUT]) is Verdict.TIMEOUT
    assert worst([Verdict.BROKEN, Verdict.FORBIDDEN]) is Verdict.BROKEN
    assert worst([]) is Verdict.BROKEN


def test_a_folder_of_members_that_holds_a_submission_too_is_refused_since_one_would_hide_the_other(
    tmp_path: Path,
) -> None:
    _touch(tmp_path / "stable_softmax.py", tmp_path / "ana" / "stable_softmax.py")
    with pytest.raises(WrongCall, match="both"):
        discover([tmp_path], KATAS)


def test_a_folder_is_no_submission_whatever_its_name(tmp_path: Path) -> None:
    _touch(tmp_path / "ana" / "stable_softmax.py", tmp_path / "gru_cell.py" / "notes.txt")
    discovery = discover([tmp_path], KATAS)
    assert discovery.members == ["ana", "gru_cell.py"]
    assert [one.member for one in discovery.found] == ["ana"]


def test_a_member_named_after_the_cohort_hides_no_other(tmp_path: Path) -> None:
    _touch(tmp_path / "subs" / "subs" / "stable_softmax.py")
    (tmp_path / "subs" / "bo").mkdir()
    assert discover([tmp_path / "subs"], KATAS).members == ["bo", "subs"]


@pytest.mark.parametrize(
    "name", ["alice ", "alice\u3164", "alice\u2800", "ali\u0441e", "alice\ufe0f", "ＡＬ", "e\u0301"]
)
def test_a_name_that_could_be_taken_for_another_is_marked(name: str) -> None:
    assert shown_name(name) != name
    assert "#" in shown_name(name)


@pytest.mark.parametrize("name", ["alice", "Ana-Maria O'Neil_2", "陈伟", "Søren", "Иван", "राम"[:1]])
def test_an_ordinary_name_stays(name: str) -> None:
    assert shown_name(name) == name
