"""Finds the submissions at the given paths (files named after a kata, or folders of members) and reads one.

Symlinks inside folders are not followed. Every member's folder is reported, even an empty one, and every file that is
not graded is listed with a reason, which `leftovers` gives.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from grader.catalogue import Kata
from grader.cohort.leftovers import Why, in_silence, why_left_out
from grader.cohort.names import shown_names, shown_path
from grader.judge.submissions import Job, Unreadable, read_submission
from grader.judge.verdicts import Bilingual
from grader.report.writing import place_of

LISTED = 200  # left-out files listed per folder; the rest are only counted
STARTED = {  # what `dojo kata start` writes beside the learner's file
    "statement.en.md", "statement.zh.md", "test_examples.py", "support.py", "conftest.py",
}  # fmt: skip
IN_CHINESE = {
    "Permission denied": "没有读取权限",
}


class WrongCall(Exception):
    """The paths or options make no sense together; the text says why, in one sentence."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.zh = zh

    def say(self, lang: str) -> str:
        """The sentence in `lang` (`zh`, else English)."""
        return self.zh if lang == "zh" else str(self)


class Found(msgspec.Struct, frozen=True):
    """One submission on disk. `member` is None for a file given by itself; `path` is as found from the argument."""

    member: str | None
    kata: str
    path: Path


class LeftFile(msgspec.Struct, frozen=True):
    """A file or folder that is not graded, and why."""

    path: Path
    why: Bilingual


class Discovery(msgspec.Struct, frozen=True):
    """What was found: submissions, members and left-out files, each in a fixed order."""

    found: list[Found]
    members: list[str]
    left_out: list[LeftFile]
    homes: dict[str, list[Path]] = {}  # a member's folder; several if several paths have a member of this name


class _Folder(msgspec.Struct):
    """The content of one folder: submissions, subfolders, and left-out files with reasons."""

    found: list[Found] = []
    folders: list[Path] = []
    left_out: list[tuple[Path, Why]] = []
    more: int = 0  # left-out files that are only counted


def job_for(one: Found) -> Job:
    """The submission as it is on disk now: read once, and those bytes are graded."""
    try:
        source, trouble = read_submission(one.path), None
    except Unreadable as error:
        source, trouble = None, Bilingual(f"the file cannot be read: {error.why.en}", f"无法读取文件：{error.why.zh}")
    return Job(one.kata, source, trouble, one.member, shown_path(one.path))


def discover(paths: Sequence[Path], katas: Mapping[str, Kata], slug: str | None = None) -> Discovery:
    """Search each path. A folder is a cohort of members' folders, or one member if it contains a submission itself.

    Raises `WrongCall` for a path that does not exist or contains nothing to grade.
    """
    if slug is not None and slug not in katas:
        name = shown_path(Path(slug))
        raise WrongCall(
            f"there is no kata named {name}; see: dojo kata list", f"没有名为 {name} 的题目；见 dojo kata list"
        )
    found: list[Found] = []
    homes: dict[str, list[Path]] = {}
    left_out: list[LeftFile] = []
    for path in paths:
        if not os.path.isdir(path):
            found.append(_alone(path, katas, slug))
            continue
        here, theirs, rest = _in_folder(path, katas)
        if not here:
            raise _nothing_in(path, rest)
        found += here
        for name, home in theirs.items():
            homes.setdefault(name, []).append(home)
        left_out += rest
    shown = shown_names(homes)
    named = {place_of(one.path): one for one in reversed(found)}  # a file given twice is graded once
    found = [_as_shown(one, shown) for one in reversed(named.values())]
    homes = {shown[name]: folders for name, folders in homes.items()}
    return Discovery(found, list(homes), left_out, homes)


def _as_shown(one: Found, shown: Mapping[str, str]) -> Found:
    return one if one.member is None else msgspec.structs.replace(one, member=shown[one.member])


def _alone(path: Path, katas: Mapping[str, Kata], slug: str | None) -> Found:
    name = shown_path(path)
    if not os.path.lexists(path):
        raise WrongCall(f"{name} does not exist", f"{name} 不存在")
    if path.suffix == ".py" and path.stem in katas:
        return Found(None, path.stem, path)
    if slug is None:
        raise WrongCall(
            f"{name} is not named after a kata; rename it to <kata>.py or pass --kata SLUG",
            f"{name} 的文件名不是题目名；请改名为 <题目>.py，或加上 --kata SLUG",
        )
    return Found(None, slug, path)


def _nothing_in(path: Path, rest: Sequence[LeftFile]) -> WrongCall:
    name = shown_path(path)
    what = "; ".join(f"{shown_path(one.path)}: {one.why.en}" for one in rest[:3])
    zh = "；".join(f"{shown_path(one.path)}：{one.why.zh}" for one in rest[:3])
    return WrongCall(
        f"{name} contains nothing to grade; name each submission <kata>.py and give each member a folder"
        + (f" (left out: {what})" if what else ""),
        f"{name} 中没有可评测的文件；提交应命名为 <题目>.py，每位成员一个文件夹" + (f"（略过：{zh}）" if zh else ""),
    )


def _in_folder(folder: Path, katas: Mapping[str, Kata]) -> tuple[list[Found], dict[str, Path], list[LeftFile]]:
    """The submissions in `folder`, its members with their folders, and what is left out."""
    name = folder.resolve().name or str(folder.resolve())
    top = _look(name, folder, katas)
    own = [one for one in top.found if _is_file(one.path)]
    homes = [home for home in top.folders if not home.name.startswith(".")]
    if not own:  # members may be called anything, also like a kata or a file
        called = {folder / f"{slug}{suffix}" for slug in katas for suffix in ("", ".py")}
        homes = sorted([*homes, *filter(_is_folder, called)])
    theirs = {home: _look(home.name, home, katas) for home in homes}
    handed_in = [home for home, inside in theirs.items() if inside.found]
    if own and handed_in:
        raise _both(folder, own[0].path, handed_in[0])
    if own or not homes:
        top.left_out += [(entry, why_left_out(entry, katas)) for entry in top.folders]
        return top.found, {name: folder}, _listed(folder, top)
    top.left_out += [(one.path, why_left_out(one.path, katas)) for one in top.found]
    top.left_out += [(entry, why_left_out(entry, katas)) for entry in top.folders]
    top.left_out = [(path, why) for path, why in top.left_out if path not in theirs and path.parent not in theirs]
    found = [one for inside in theirs.values() for one in inside.found]
    rest = _listed(folder, top)
    for home, inside in theirs.items():
        inside.left_out += [(entry, why_left_out(entry, katas)) for entry in inside.folders]
        rest += _listed(home, inside)
    return found, {home.name: home for home in homes}, rest


def _both(folder: Path, submission: Path, home: Path) -> WrongCall:
    name, one, other = shown_path(folder), shown_path(submission), shown_path(home)
    return WrongCall(
        f"{name} contains both a submission ({one}) and a member's folder ({other}); pass only one of them",
        f"{name} 中既有提交（{one}），又有成员文件夹（{other}）；请只指定其中之一",
    )


def _listed(folder: Path, inside: _Folder) -> list[LeftFile]:
    rest = [LeftFile(path, Bilingual(*why)) for path, why in sorted(inside.left_out)]
    if more := inside.more + len(rest[LISTED:]):
        why = Bilingual(f"{more} more files or folders here", f"此处另有 {more} 个文件或文件夹")
        rest[LISTED:] = [LeftFile(folder, why)]
    return rest


def _look(member: str, folder: Path, katas: Mapping[str, Kata]) -> _Folder:
    """The content of a member's folder. A submission is `<kata>.py` or `<kata>/<kata>.py`."""
    inside = _Folder()
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:  # a member whose folder is unreadable has handed nothing in
        inside.left_out.append((folder, _closed(error)))
        return inside
    names = {entry.name for entry in entries}
    for entry in entries:
        slug = entry.stem if entry.suffix == ".py" else entry.name
        if in_silence(entry):
            continue
        if entry.name == f"{slug}.py" and slug in katas:
            inside.found.append(Found(member, slug, entry))
        elif entry.name in katas and _is_folder(entry):
            _look_below(inside, member, entry, katas, taken=f"{slug}.py" in names)
        elif _is_folder(entry):
            inside.folders.append(entry)
        else:
            _leave_out(inside, entry, katas)
    return inside


def _look_below(inside: _Folder, member: str, home: Path, katas: Mapping[str, Kata], taken: bool) -> None:
    """The folder of one kata, as `dojo kata start` writes it."""
    file = home / f"{home.name}.py"
    try:
        entries = sorted(home.iterdir())
    except OSError as error:
        inside.left_out.append((home, _closed(error)))
        return
    others = [entry for entry in entries if not in_silence(entry) and entry.name not in STARTED and entry != file]
    if file in entries and not taken:
        inside.found.append(Found(member, home.name, file))
    elif file in entries:
        why = (f"{home.name}.py in the folder above is graded", f"已评测上一级文件夹中的 {home.name}.py")
        inside.left_out.append((file, why))
    elif not others:
        inside.left_out.append((home, (f"there is no {file.name} in it", f"其中没有 {file.name}")))
    for entry in others:
        _leave_out(inside, entry, katas)


def _leave_out(inside: _Folder, entry: Path, katas: Mapping[str, Kata]) -> None:
    if len(inside.left_out) < LISTED:
        inside.left_out.append((entry, why_left_out(entry, katas)))
    else:
        inside.more += 1


def _closed(error: OSError) -> Why:
    what = error.strerror or "OSError"
    return f"the folder cannot be read: {what}", f"无法读取文件夹：{IN_CHINESE.get(what, what)}"


def _is_file(entry: Path) -> bool:
    return os.path.isfile(entry) and not os.path.islink(entry)


def _is_folder(entry: Path) -> bool:
    return os.path.isdir(entry) and not os.path.islink(entry)
