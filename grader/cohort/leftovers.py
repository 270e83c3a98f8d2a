"""Says why a file in a cohort's folder is not graded, and what to do about it.

Looks only at names and file types; no file is opened.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path

from grader.catalogue import Kata

Why = tuple[str, str]  # in English and in Chinese

TOOLS = {
    "__pycache__", "__MACOSX", "node_modules", "Thumbs.db", "desktop.ini",
    ".git", ".gitignore", ".gitattributes", ".gitkeep", ".gitmodules", ".github", ".hg", ".svn", ".keep", ".DS_Store",
    ".idea", ".vscode", ".venv", ".env", ".envrc", ".direnv", ".python-version", ".tox", ".nox", ".cache",
    ".hypothesis", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".ipynb_checkpoints", ".editorconfig", ".coverage",
}  # fmt: skip
LEFT_BY_TOOLS = re.compile(r"\._.*|\..*\.sw[a-p]|\.dojo-.*|.*\.py[co]|~\$.*")
ARCHIVES = {".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".whl"}
COPY = re.compile(r"\s*\(\d+\)|[\s_-]*(copy|副本|final|final_version|v?\d+)(?=$|[\s_.(-])", re.IGNORECASE)


def in_silence(entry: Path) -> bool:
    """Whether a tool created this, so that it need not be reported."""
    return entry.name in TOOLS or bool(LEFT_BY_TOOLS.fullmatch(entry.name)) or _is_environment(entry)


def why_left_out(entry: Path, katas: Mapping[str, Kata]) -> Why:
    """Why `entry` is not a submission."""
    near = _near(entry.name, katas)
    try:
        mode = os.lstat(entry).st_mode
    except OSError:
        return "it no longer exists", "文件已不存在"
    if stat.S_ISLNK(mode):
        return "a link; links are not followed", "这是链接；不会跟随链接"
    if stat.S_ISDIR(mode):
        if entry.name.startswith("."):
            return "a hidden folder", "隐藏文件夹"
        if near is not None and near != entry.name:
            return f"a folder; hand in {near}.py", f"这是文件夹；请提交 {near}.py"
        return "a subfolder of a member; not searched", "成员文件夹的子文件夹；不会查找其中的文件"
    if not stat.S_ISREG(mode):
        return "not a regular file", "不是普通文件"
    suffix = entry.suffix.lower()
    if suffix == ".ipynb":
        return f"a notebook; hand in {near or '<kata>'}.py", f"这是 notebook；请提交 {near or '<题目>'}.py"
    if suffix in ARCHIVES:
        return "an archive; unpack it", "这是压缩包；请先解压"
    if near is not None:
        return f"rename it to {near}.py", f"请改名为 {near}.py"
    if suffix == ".py":
        return "not named after a kata; see: dojo kata list", "文件名不是题目名；见 dojo kata list"
    return "not a <kata>.py file", "不是 <题目>.py 文件"


def _near(name: str, katas: Mapping[str, Kata]) -> str | None:
    """The kata that a misspelt file name means: wrong case, spaces for underscores, a copy's number, `.py.txt`."""
    stem = re.sub(r"(\.(py|ipynb|txt|zip|bak|orig|old|pyw|pyi|md|docx?))+$", "", name, flags=re.IGNORECASE)[:100]
    for text in (stem, COPY.sub("", stem)):
        slug = re.sub(r"[\s.-]+", "_", text.strip().casefold()).strip("_")
        if slug in katas:
            return slug
    return None


def _is_environment(entry: Path) -> bool:
    return entry.name in ("venv", "env") and os.path.lexists(entry / "pyvenv.cfg")
