"""Folders that an attacker filled."""

from __future__ import annotations

import os
from pathlib import Path

from grader.sandbox.folders import overflows, remove


def test_a_folder_of_any_depth_is_removed(tmp_path: Path) -> None:
    top = tmp_path / "room"
    top.mkdir()
    home = os.getcwd()
    os.chdir(top)
    try:
        for _ in range(1200):  # beyond the stack and the longest path
            os.mkdir("deeper", 0o700)
            os.chdir("deeper")
            Path("file").touch()
    finally:
        os.chdir(home)
    remove(top)
    assert not top.exists()


def test_links_are_removed_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("kept")
    top = tmp_path / "room"
    (top / "inner").mkdir(parents=True)
    (top / "link").symlink_to(outside)
    (top / "inner" / "link").symlink_to(outside)
    (top / "inner" / "nowhere").symlink_to("/no/such/place")
    remove(top)
    assert not top.exists()
    assert (outside / "kept").read_text() == "kept"


def test_a_link_in_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "room").symlink_to(tmp_path / "outside")
    remove(tmp_path / "room")
    assert (tmp_path / "outside").is_dir()


def test_closed_folders_are_removed(tmp_path: Path) -> None:
    top = tmp_path / "room"
    (top / "closed" / "inner").mkdir(parents=True)
    (top / "closed" / "inner" / "file").touch()
    (top / "closed" / "inner").chmod(0)
    (top / "closed").chmod(0)
    remove(top)
    assert not top.exists()


def test_a_missing_folder_is_no_trouble(tmp_path: Path) -> None:
    remove(tmp_path / "missing")
    assert list(tmp_path.iterdir()) == []


def test_too_many_bytes_overflow(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "file").write_bytes(b"x" * 100_000)
    assert overflows(tmp_path, 50_000, 100)
    assert not overflows(tmp_path, 500_000, 100)


def test_too_many_names_overflow(tmp_path: Path) -> None:
    for number in range(11):
        (tmp_path / str(number)).touch()
    assert overflows(tmp_path, 1 << 20, 10)
    assert not overflows(tmp_path, 1 << 20, 11)


def test_a_link_to_something_large_does_not_overflow(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/usr")
    assert not overflows(tmp_path, 1 << 20, 10)
