"""What changed since a commit: committed, staged, on disk, new or gone; and what git can't tell."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from grader.cohort.changes import NoHistory, changed_since, only_changed
from grader.cohort.discovery import Discovery, Found, discover

IDENTITY = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")


def git(where: Path, *args: str) -> str:
    env = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    return subprocess.run(
        ["git", *IDENTITY, *args], cwd=where, env=env, check=True, capture_output=True, text=True
    ).stdout.strip()


def put(root: Path, name: str, text: str = "x") -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text)


MEMBERS = ("ana", "Bo 👩‍💻", "bo 👩‍💻", "cy")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    for member in MEMBERS:
        put(tmp_path, f"g/{member}/tally.py")
        put(tmp_path, f"g/{member}/sort/sort.py")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "start")
    return tmp_path


def kept(root: Path, commit: str = "HEAD") -> list[str]:
    paths = [("tally", Path("tally.py")), ("sort", Path("sort/sort.py"))]
    found = [Found(member, kata, root / "g" / member / path) for member in MEMBERS for kata, path in paths]
    found = [one for one in found if one.path.exists()]
    homes = {member: [root / "g" / member] for member in MEMBERS}
    part = only_changed(Discovery(found, list(MEMBERS), [], homes), changed_since(commit, root / "g"))
    assert {one.member for one in part.found} <= set(part.members)
    return part.members


def test_nothing_has_changed(repository: Path) -> None:
    assert kept(repository) == []


def test_a_member_whose_file_changed_is_graded_with_all_files(repository: Path) -> None:
    put(repository, "g/Bo 👩‍💻/sort/sort.py", "y")
    assert kept(repository) == ["Bo 👩‍💻"]
    found = [
        Found("ana", "tally", repository / "g/ana/tally.py"),
        Found("ana", "sort", repository / "g/ana/sort/sort.py"),
    ]
    put(repository, "g/ana/sort/sort.py", "y")
    homes = {"ana": [repository / "g/ana"]}
    assert only_changed(Discovery(found, ["ana"], [], homes), changed_since("HEAD", repository)).found == found


def test_who_deleted_everything_is_a_member_who_handed_in_nothing(repository: Path) -> None:
    put(repository, "g/cy/.gitkeep")
    put(repository, "g/ana/.gitkeep")
    git(repository, "rm", "-qr", "g/cy/tally.py", "g/cy/sort")
    assert kept(repository) == ["cy"]
    (repository / "g" / "new").mkdir()
    put(repository, "g/new/.gitkeep")
    part = discover([repository / "g"], {"tally": None, "sort": None})  # type: ignore[dict-item]
    part = only_changed(part, changed_since("HEAD", repository))
    assert (part.members, part.found) == (["cy"], [])


def test_what_is_committed_staged_new_or_gone_counts(repository: Path) -> None:
    put(repository, "g/ana/tally.py", "committed")
    git(repository, "commit", "-qam", "more")
    put(repository, "g/Bo 👩‍💻/tally.py", "staged")
    git(repository, "add", "-A")
    put(repository, "g/bo 👩‍💻/notes.txt", "new, and in no commit")
    (repository / "g/cy/tally.py").unlink()
    assert kept(repository, "HEAD~1") == list(MEMBERS)
    assert kept(repository) == list(MEMBERS[1:])


def test_what_others_did_since_a_branch_was_made_does_not_count(repository: Path) -> None:
    git(repository, "checkout", "-qb", "work")
    put(repository, "g/ana/tally.py", "mine")
    git(repository, "commit", "-qam", "mine")
    git(repository, "checkout", "-q", "main")
    put(repository, "g/cy/tally.py", "theirs")
    git(repository, "commit", "-qam", "theirs")
    git(repository, "checkout", "-q", "work")
    assert kept(repository, "main") == ["ana"]


def test_only_left_out_files_of_those_who_changed_are_named(repository: Path) -> None:
    for name in ("g/ana/x.zip", "g/ana/sort/y.zip", "g/cy/x.zip", "g/README.md"):
        put(repository, name)
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "more")

    def named() -> list[str]:
        part = discover([repository / "g"], {"tally": None, "sort": None})  # type: ignore[dict-item]
        left_out = only_changed(part, changed_since("HEAD", repository)).left_out
        return [one.path.relative_to(repository).as_posix() for one in left_out]

    assert named() == []
    put(repository, "g/ana/tally.py", "y")
    assert named() == ["g/ana/sort/y.zip", "g/ana/x.zip"]
    put(repository, "g/top.zip")
    assert named() == ["g/top.zip", "g/ana/sort/y.zip", "g/ana/x.zip"]


def test_files_by_themselves_are_kept_one_by_one(repository: Path) -> None:
    put(repository, "one/tally.py")
    found = [Found(None, "tally", repository / path) for path in ("one/tally.py", "g/ana/tally.py")]
    assert only_changed(Discovery(found, [], []), changed_since("HEAD", repository)).found == found[:1]


@pytest.mark.parametrize("commit", ["nowhere", "0" * 40, "--output=x", "HEAD:g", "", "a b"])
def test_a_commit_that_git_does_not_know_is_said(repository: Path, commit: str) -> None:
    with pytest.raises(NoHistory, match="fetch-depth: 0"):
        changed_since(commit, repository)
    assert not (repository / "x").exists()


def test_a_folder_that_is_in_no_repository_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NoHistory, match="not a git repository"):
        changed_since("HEAD", tmp_path)


def test_without_git_that_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(NoHistory, match="git is not installed"):
        changed_since("HEAD", repository)


def test_drivers_that_attributes_name_are_not_run(repository: Path) -> None:
    put(repository, ".gitattributes", "*.py diff=evil filter=evil\n")
    git(repository, "config", "diff.evil.textconv", "touch owned; cat")
    git(repository, "config", "diff.evil.command", "touch owned")
    put(repository, "g/ana/tally.py", "y")
    assert "ana" in kept(repository)
    assert not (repository / "owned").exists()
