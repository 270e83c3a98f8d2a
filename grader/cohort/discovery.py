"""Finds the submissions at the paths that were given, files named after a kata or folders of members; and reads one."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from grader.catalogue import Kata
from grader.judge.showing import clean
from grader.judge.submissions import Job, Unreadable, read_submission
from grader.judge.verdicts import Bilingual

NAME = 200  # characters of a member's name


class WrongCall(Exception):
    """The paths or options do not make a call; the text says why, in a sentence."""


class Found(msgspec.Struct, frozen=True):
    """One submission on disk. `member` is None for a file given by itself; `path` is as found from the argument."""

    member: str | None
    kata: str
    path: Path


class Discovery(msgspec.Struct, frozen=True):
    """What was found: submissions in a fixed order, every member's name, and the other files, which were left out."""

    found: list[Found]
    members: list[str]
    others: list[Path]

    @property
    def left_out(self) -> int:
        """How many files and folders are no submission."""
        return len(self.others)


def shown_name(name: str) -> str:
    """A member's name as reports show it; two that would look alike are told apart."""
    shown = clean(name, NAME)
    return shown if shown == name else f"{shown} #{hashlib.sha256(os.fsencode(name)).hexdigest()[:8]}"


def shown_path(path: Path) -> str:
    """A path as reports show it: names are the members' own words, and may hold anything."""
    return clean(str(path), 1000)


def job_for(one: Found) -> Job:
    """The submission as it is on disk now: read once, and those bytes are graded."""
    try:
        source, trouble = read_submission(one.path), None
    except Unreadable as error:
        source, trouble = None, Bilingual(f"the file cannot be read: {error}", f"无法读取文件：{error}")
    return Job(one.kata, source, trouble, one.member, shown_path(one.path))


def discover(paths: Sequence[Path], katas: Mapping[str, Kata], slug: str | None = None) -> Discovery:
    """Look at each path. A folder is a cohort of member folders, or one member if it holds `<slug>.py` itself.

    Raises `WrongCall` for a path that does not exist or holds nothing to grade.
    """
    if slug is not None and slug not in katas:
        raise WrongCall(f"there is no kata {slug!r}; `dojo kata list` shows all")
    found: list[Found] = []
    members: list[str] = []
    others: list[Path] = []
    for path in paths:
        if path.is_dir():
            here, beside = _in_folder(path, katas)
            if not here:
                raise WrongCall(
                    f"{path} holds nothing to grade; a submission is named <kata>.py, in a folder per member"
                )
            found += here
            members += [name for name in _members(path, here) if name not in members]
            others += beside
        elif path.exists() or path.is_symlink():
            name = slug or path.stem
            if name not in katas:
                raise WrongCall(f"{path} is not named after a kata; rename it to <kata>.py or say --kata SLUG")
            found.append(Found(None, name, path))
        else:
            raise WrongCall(f"there is no {path}")
    return Discovery(found, members, others)


def _in_folder(folder: Path, katas: Mapping[str, Kata]) -> tuple[list[Found], list[Path]]:
    if any(entry.suffix == ".py" and entry.stem in katas for entry in folder.iterdir()):
        return _of_member(folder.resolve().name, folder, katas)
    found: list[Found] = []
    others: list[Path] = []
    for entry in sorted(folder.iterdir()):
        if entry.is_dir() and not entry.is_symlink() and not entry.name.startswith("."):
            here, beside = _of_member(entry.name, entry, katas)
            found += here
            others += beside
        else:
            others.append(entry)
    return found, others


def _of_member(name: str, folder: Path, katas: Mapping[str, Kata]) -> tuple[list[Found], list[Path]]:
    found: list[Found] = []
    others: list[Path] = []
    for entry in sorted(folder.iterdir()):
        if entry.suffix == ".py" and entry.stem in katas:
            found.append(Found(shown_name(name), entry.stem, entry))
        else:
            others.append(entry)
    return found, others


def _members(folder: Path, found: Iterable[Found]) -> list[str]:
    names = {one.member for one in found if one.member is not None}
    if shown_name(folder.resolve().name) not in names:
        names |= {
            shown_name(e.name)
            for e in folder.iterdir()
            if e.is_dir() and not e.is_symlink() and not e.name.startswith(".")
        }
    return sorted(names)
