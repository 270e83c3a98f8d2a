"""Finds the submissions at the paths that were given, files named after a kata or folders of members; and reads one."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from grader.catalogue import Kata
from grader.judge.showing import clean
from grader.judge.submissions import Job, Unreadable, read_submission
from grader.judge.verdicts import Bilingual

NAME = 200  # characters of a member's name
LETTERS = ("Lu", "Ll", "Lt", "Lo", "Nd")
ALIKE = ("LATIN", "CYRILLIC", "GREEK")


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
    """A member's name as reports show it; two that would look alike are told apart, as all that could are marked."""
    shown = clean(name, NAME)
    if shown == name and _is_plain(name):
        return name
    return f"{shown} #{hashlib.sha256(os.fsencode(name)).hexdigest()[:8]}"


def _is_plain(name: str) -> bool:
    """Letters, digits and ASCII in their usual form, in no mixture of alphabets that have the same letters."""
    if name != name.strip() or name != unicodedata.normalize("NFKC", name):
        return False
    if not all(char.isascii() or unicodedata.category(char) in LETTERS for char in name):
        return False
    return len({script for char in name if (script := unicodedata.name(char, "").split(" ")[0]) in ALIKE}) <= 1


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
            here, names, beside = _in_folder(path, katas)
            if not here:
                raise WrongCall(
                    f"{path} holds nothing to grade; a submission is named <kata>.py, in a folder per member"
                )
            found += here
            members += [name for name in names if name not in members]
            others += beside
        elif path.exists() or path.is_symlink():
            name = slug or path.stem
            if name not in katas:
                raise WrongCall(f"{path} is not named after a kata; rename it to <kata>.py or say --kata SLUG")
            found.append(Found(None, name, path))
        else:
            raise WrongCall(f"there is no {path}")
    return Discovery(found, members, others)


def _in_folder(folder: Path, katas: Mapping[str, Kata]) -> tuple[list[Found], list[str], list[Path]]:
    """Its submissions, its members, and what else lies there."""
    own, rest = _of_member(folder.resolve().name, folder, katas)
    if all(_is_folder(one.path) for one in own):  # members, whatever they are called
        own, rest = [], sorted([*rest, *(one.path for one in own)])
    homes = [entry for entry in rest if _is_folder(entry) and not entry.name.startswith(".")]
    theirs = {home: _of_member(home.name, home, katas) for home in homes}
    if not own:
        found = [one for here, _ in theirs.values() for one in here]
        beside = [entry for entry in rest if entry not in theirs]
        others = sorted(beside + [entry for _, left in theirs.values() for entry in left])
        return found, sorted({shown_name(home.name) for home in homes}), others
    for home, (here, _) in theirs.items():
        if here:
            raise WrongCall(
                f"{folder} holds both {own[0].path.name} and {home.name}/ with submissions; give one of them"
            )
    return own, sorted({one.member or "" for one in own}), rest


def _of_member(name: str, folder: Path, katas: Mapping[str, Kata]) -> tuple[list[Found], list[Path]]:
    found: list[Found] = []
    others: list[Path] = []
    try:
        entries = sorted(folder.iterdir())
    except OSError:  # whoever closes their folder to us has handed nothing in
        return [], [folder]
    for entry in entries:
        if entry.suffix == ".py" and entry.stem in katas:
            found.append(Found(shown_name(name), entry.stem, entry))
        else:
            others.append(entry)
    return found, others


def _is_folder(entry: Path) -> bool:
    return entry.is_dir() and not entry.is_symlink()
