"""Keeps the members whose folders changed since a commit, as git tells it: committed, staged or only on disk.

Git runs on a folder that may hold anybody's files, so no filter, driver or hook of the repository is used.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import msgspec

from grader.cohort.discovery import Discovery
from grader.cohort.leftovers import in_silence
from grader.judge.verdicts import Bilingual

PATIENCE = 120.0  # seconds for git


class NoHistory(Exception):
    """Git can't say what changed; says why and what to do."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.why = Bilingual(en, zh)


def changed_since(commit: str, folder: Path) -> set[Path]:
    """The real paths of all files that differ from where this branch left `commit`. Raises `NoHistory`."""
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    known = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}", may_fail=True)
    if not known:
        raise NoHistory(
            f"git does not know the commit {commit!r} here; fetch all of the history (GitHub Actions: fetch-depth: 0)",
            f"git 在这里找不到提交 {commit!r}；请拉取完整历史（GitHub Actions 中设置 fetch-depth: 0）",
        )
    start = os.fsdecode(known.strip())
    fork = os.fsdecode(_git(folder, "merge-base", start, "HEAD", may_fail=True).strip()) or start
    plain = ("--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules")
    names = _git(top, "diff", *plain, fork, "--") + _git(top, "ls-files", "-z", "--others", "--exclude-standard")
    return {top.resolve() / os.fsdecode(name) for name in names.split(b"\0") if name}


def committed_at(folder: Path) -> float | None:
    """When the commit that is checked out in `folder` was made, in seconds since 1970; None if git can't tell."""
    try:
        said = _git(folder, "show", "--no-patch", "--format=%ct", "HEAD", may_fail=True)
    except NoHistory:
        return None
    return float(said) if said.strip().isdigit() else None


def only_changed(discovery: Discovery, changed: set[Path]) -> Discovery:
    """The members in whose folders something changed, with all that is left in them, and the changed files of nobody.

    Who deleted everything is among them, but not who has only a new `.gitkeep`. Left-out files are those of these
    members, and others that changed.
    """
    counted = [path for path in changed if not in_silence(path)]
    folders = {parent for path in counted for parent in (path, *path.parents)}
    homes = {name: {home.resolve() for home in homes} for name, homes in discovery.homes.items()}
    theirs = {name for name in homes if not homes[name].isdisjoint(folders)}
    found = [one for one in discovery.found if (one.member in theirs if one.member else _real(one.path) in changed)]
    members = [name for name in discovery.members if name in theirs]
    kept = {home for name in theirs for home in homes[name]}
    places = {one: _real(one.path) for one in discovery.left_out}
    left_out = [one for one, place in places.items() if place in folders or kept & {place, *place.parents}]
    return msgspec.structs.replace(discovery, found=found, members=members, left_out=left_out)


def _real(path: Path) -> Path:
    return path.absolute().parent.resolve() / path.name


def _git(folder: Path, *args: str, may_fail: bool = False) -> bytes:
    call = ["git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-C", str(folder), *args]
    try:
        done = subprocess.run(call, capture_output=True, timeout=PATIENCE, check=False, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        raise NoHistory("git is not installed", "没有安装 git") from None
    except subprocess.TimeoutExpired:
        raise NoHistory("git did not answer", "git 没有响应") from None
    if done.returncode and may_fail:
        return b""
    if done.returncode:
        said = " ".join(_last_line(done.stderr).split())
        raise NoHistory(f"git cannot say what changed: {said}", f"git 无法给出变更：{said}")
    return done.stdout


def _last_line(said: bytes) -> str:
    lines: Sequence[str] = said.decode("utf-8", "replace").strip().splitlines()
    return next(
        (line.removeprefix("fatal: ") for line in lines if line.startswith("fatal: ")), lines[-1] if lines else ""
    )
