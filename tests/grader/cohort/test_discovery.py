"""What is found in folders: submissions, members, and the rest with its reasons."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.catalogue import load
from grader.cohort.discovery import LISTED, Discovery, WrongCall, discover, job_for
from grader.content import content_root

KATAS = load(content_root({}))


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")


def found(discovery: Discovery) -> list[tuple[str | None, str]]:
    return [(one.member, one.kata) for one in discovery.found]


def left_out(discovery: Discovery, folder: Path) -> dict[str, str]:
    return {os.path.relpath(one.path, folder): one.why.en for one in discovery.left_out}


def test_a_folder_of_members_is_a_cohort_and_the_rest_is_named_with_the_reason(tmp_path: Path) -> None:
    touch(tmp_path / "ana" / "stable_softmax.py", tmp_path / "ana" / "notes.txt", tmp_path / "bo" / "perplexity.py")
    touch(tmp_path / "README.md")
    discovery = discover([tmp_path], KATAS)
    assert found(discovery) == [("ana", "stable_softmax"), ("bo", "perplexity")]
    assert discovery.members == ["ana", "bo"]
    assert left_out(discovery, tmp_path) == {
        "README.md": "not a <kata>.py file",
        "ana/notes.txt": "not a <kata>.py file",
    }


def test_the_folder_that_kata_start_writes_is_found_and_its_own_files_are_passed_over(tmp_path: Path) -> None:
    for name in ("stable_softmax.py", "test_examples.py", "statement.en.md", "statement.zh.md", "conftest.py"):
        touch(tmp_path / "ana" / "stable_softmax" / name)
    touch(tmp_path / "ana" / "gru_cell.py", tmp_path / "ana" / "stable_softmax" / "old.py")
    discovery = discover([tmp_path], KATAS)
    assert found(discovery) == [("ana", "gru_cell"), ("ana", "stable_softmax")]
    assert left_out(discovery, tmp_path) == {"ana/stable_softmax/old.py": "not named after a kata; see: dojo kata list"}


def test_ones_own_work_folder_is_one_member(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path / "cy" / "stable_softmax" / "stable_softmax.py", tmp_path / "cy" / "gru_cell" / "gru_cell.py")
    monkeypatch.chdir(tmp_path / "cy")
    discovery = discover([Path(".")], KATAS)
    assert found(discovery) == [("cy", "gru_cell"), ("cy", "stable_softmax")]
    assert [str(one.path) for one in discovery.found] == ["gru_cell/gru_cell.py", "stable_softmax/stable_softmax.py"]


def test_a_folder_that_holds_submissions_is_one_member_named_after_it(tmp_path: Path) -> None:
    touch(tmp_path / "cy" / "stable_softmax.py", tmp_path / "cy" / "gru_cell.py", tmp_path / "cy" / "old" / "x.py")
    discovery = discover([tmp_path / "cy"], KATAS)
    assert found(discovery) == [("cy", "gru_cell"), ("cy", "stable_softmax")]
    assert list(left_out(discovery, tmp_path)) == ["cy/old"]


def test_of_two_files_for_one_kata_the_upper_one_is_graded_and_the_other_is_named(tmp_path: Path) -> None:
    touch(tmp_path / "ana" / "stable_softmax.py", tmp_path / "ana" / "stable_softmax" / "stable_softmax.py")
    discovery = discover([tmp_path], KATAS)
    assert [one.path for one in discovery.found] == [tmp_path / "ana" / "stable_softmax.py"]
    assert "is graded" in left_out(discovery, tmp_path)["ana/stable_softmax/stable_softmax.py"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("stable_softmax (1).py", "rename it to stable_softmax.py"),
        ("Stable_Softmax.py", "rename it to stable_softmax.py"),
        ("stable_softmax.PY", "rename it to stable_softmax.py"),
        ("stable-softmax.py", "rename it to stable_softmax.py"),
        ("stable softmax.py", "rename it to stable_softmax.py"),
        ("stable_softmax_v2.py", "rename it to stable_softmax.py"),
        ("stable_softmax.py.txt", "rename it to stable_softmax.py"),
        ("stable_softmax - 副本.py", "rename it to stable_softmax.py"),
        ("stable_softmax.ipynb", "a notebook; hand in stable_softmax.py"),
        ("week 1.ipynb", "a notebook; hand in <kata>.py"),
        ("all.zip", "an archive; unpack it"),
        ("softmax.py", "not named after a kata; see: dojo kata list"),
    ],
)
def test_a_file_of_another_name_is_left_out_with_what_to_do(tmp_path: Path, name: str, why: str) -> None:
    touch(tmp_path / "ana" / "gru_cell.py", tmp_path / "bo" / name)
    discovery = discover([tmp_path], KATAS)
    assert left_out(discovery, tmp_path) == {f"bo/{name}": why}
    assert discovery.members == ["ana", "bo"]


@pytest.mark.parametrize("name", [".git/x", "__pycache__/x.pyc", ".DS_Store", "._stable_softmax.py", "venv/pyvenv.cfg"])
def test_what_tools_leave_is_passed_over_in_silence(tmp_path: Path, name: str) -> None:
    touch(tmp_path / "ana" / "gru_cell.py", tmp_path / name, tmp_path / "ana" / name)
    discovery = discover([tmp_path], KATAS)
    assert discovery.left_out == []
    assert discovery.members == ["ana"]


def test_a_file_names_its_kata_and_has_no_member(tmp_path: Path) -> None:
    touch(tmp_path / "stable_softmax.py", tmp_path / "mine.py")
    assert discover([tmp_path / "stable_softmax.py"], KATAS).found[0].member is None
    both = discover([tmp_path / "mine.py", tmp_path / "stable_softmax.py"], KATAS, "gru_cell")
    assert [one.kata for one in both.found] == ["gru_cell", "stable_softmax"]


def test_a_path_that_is_given_twice_is_graded_once(tmp_path: Path) -> None:
    touch(tmp_path / "ana" / "stable_softmax.py")
    discovery = discover([tmp_path, tmp_path, tmp_path / "ana"], KATAS)
    assert found(discovery) == [("ana", "stable_softmax")]
    assert discovery.members == ["ana"]


@pytest.mark.parametrize("name", ["missing.py", "mine.py", "empty", "stable_softmax.ipynb", "only"])
def test_a_path_with_nothing_to_grade_is_a_wrong_call(tmp_path: Path, name: str) -> None:
    touch(tmp_path / "mine.py", tmp_path / "stable_softmax.ipynb", tmp_path / "only" / "bo" / "Gru_Cell.py")
    (tmp_path / "empty").mkdir()
    with pytest.raises(WrongCall) as error:
        discover([tmp_path / name], KATAS)
    assert error.value.say("en") != error.value.say("zh")
    assert ("rename it to gru_cell.py" in str(error.value)) == (name == "only")


def test_a_folder_of_members_that_holds_a_submission_too_is_refused_in_one_harmless_line(tmp_path: Path) -> None:
    touch(tmp_path / "stable_softmax.py", tmp_path / "a\n::error::x\x1b[2J" / "stable_softmax.py")
    with pytest.raises(WrongCall, match="contains both a submission") as error:
        discover([tmp_path], KATAS)
    assert error.value.say("en").isprintable()
    assert error.value.say("zh").isprintable()


@pytest.mark.parametrize("kind", ["dangling link", "link to a file", "pipe"])
def test_what_is_no_file_at_the_top_of_a_cohort_stops_nobody(tmp_path: Path, kind: str) -> None:
    touch(tmp_path / "subs" / "ana" / "stable_softmax.py", tmp_path / "elsewhere.py")
    odd = tmp_path / "subs" / "gru_cell.py"
    match kind:
        case "dangling link":
            odd.symlink_to("nowhere")
        case "link to a file":
            odd.symlink_to(tmp_path / "elsewhere.py")
        case "pipe":
            os.mkfifo(odd)
    discovery = discover([tmp_path / "subs"], KATAS)
    assert found(discovery) == [("ana", "stable_softmax")]
    assert list(left_out(discovery, tmp_path)) == ["subs/gru_cell.py"]


def test_links_are_not_followed_and_are_named(tmp_path: Path) -> None:
    touch(tmp_path / "elsewhere" / "stable_softmax.py", tmp_path / "subs" / "ana" / "gru_cell.py")
    (tmp_path / "subs" / "bo").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "subs" / "ana" / "stable_softmax").symlink_to(tmp_path / "elsewhere")
    discovery = discover([tmp_path / "subs"], KATAS)
    assert found(discovery) == [("ana", "gru_cell")]
    why = "a link; links are not followed"
    assert left_out(discovery, tmp_path) == {"subs/bo": why, "subs/ana/stable_softmax": why}


def test_a_member_with_nothing_at_all_is_a_member(tmp_path: Path) -> None:
    touch(tmp_path / "ana" / "gru_cell.py")
    (tmp_path / "bo").mkdir()
    (tmp_path / "cy" / "gru_cell").mkdir(parents=True)
    discovery = discover([tmp_path], KATAS)
    assert discovery.members == ["ana", "bo", "cy"]
    assert left_out(discovery, tmp_path) == {"cy/gru_cell": "there is no gru_cell.py in it"}


def test_a_folder_that_cannot_be_read_is_said_and_its_member_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path / "ana" / "gru_cell.py", tmp_path / "bo" / "gru_cell.py")
    entries = Path.iterdir

    def closed(folder: Path):
        if folder.name == "bo":
            raise PermissionError(13, "Permission denied")
        return entries(folder)

    monkeypatch.setattr(Path, "iterdir", closed)
    discovery = discover([tmp_path], KATAS)
    assert found(discovery) == [("ana", "gru_cell")]
    assert discovery.members == ["ana", "bo"]
    assert left_out(discovery, tmp_path) == {"bo": "the folder cannot be read: Permission denied"}


def test_thousands_of_files_are_counted_after_the_first(tmp_path: Path) -> None:
    touch(tmp_path / "ana" / "gru_cell.py", *(tmp_path / "ana" / f"{number}.txt" for number in range(LISTED + 50)))
    discovery = discover([tmp_path], KATAS)
    assert len(discovery.left_out) == LISTED + 1
    assert discovery.left_out[-1].why.en == "50 more files or folders here"


def test_members_named_after_the_cohort_and_after_a_file_hide_nobody(tmp_path: Path) -> None:
    touch(tmp_path / "subs" / "subs" / "stable_softmax.py", tmp_path / "subs" / "x.py" / "notes.txt")
    (tmp_path / "subs" / "bo").mkdir()
    assert discover([tmp_path / "subs"], KATAS).members == ["bo", "subs", "x.py"]


@pytest.mark.parametrize("name", ["gru_cell", "gru_cell.py", "perplexity.py"])
def test_members_who_are_called_like_a_kata_or_a_file_are_members(tmp_path: Path, name: str) -> None:
    touch(tmp_path / "ana" / "gru_cell.py", tmp_path / name / "stable_softmax.py", tmp_path / name / "x.zip")
    discovery = discover([tmp_path], KATAS)
    assert found(discovery) == [("ana", "gru_cell"), (name, "stable_softmax")]
    assert discovery.members == ["ana", name]
    assert left_out(discovery, tmp_path) == {f"{name}/x.zip": "an archive; unpack it"}


def test_empty_members_beside_a_link_at_the_top_are_nothing_to_grade(tmp_path: Path) -> None:
    (tmp_path / "bo").mkdir()
    (tmp_path / "gru_cell.py").symlink_to("nowhere")
    with pytest.raises(WrongCall, match=r"gru_cell\.py: a link"):
        discover([tmp_path], KATAS)


def test_a_name_with_a_blank_is_another_member(tmp_path: Path) -> None:
    touch(tmp_path / "bob" / "gru_cell.py", tmp_path / "bob " / "gru_cell.py")
    first, second = discover([tmp_path], KATAS).found
    assert first.member == "bob"
    assert second.member != "bob"


@pytest.mark.parametrize("kind", ["link", "pipe", "sparse"])
def test_what_cannot_be_read_is_told_in_both_languages(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "ana" / "gru_cell.py"
    touch(tmp_path / "ana" / "perplexity.py")
    match kind:
        case "link":
            file.symlink_to("/etc/passwd")
        case "pipe":
            os.mkfifo(file)
        case "sparse":
            with file.open("wb") as opened:
                opened.truncate(1 << 30)
    job = job_for(discover([tmp_path], KATAS).found[0])
    assert job.source is None
    assert job.trouble is not None
    assert job.trouble.en.startswith("the file cannot be read: it is ")
    assert "it is" not in job.trouble.zh
