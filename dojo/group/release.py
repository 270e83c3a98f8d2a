"""Splits a content folder in two: what learners may have, and all of it for the organiser.

Only the files' bytes are decided here; the command writes them. What a learner must not see is kept out twice: by where
it lies, and by looking for every hidden file's text in everything that would be given away.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from grader.cohort.names import shown_path
from grader.judge.verdicts import Bilingual

OPEN = ("questions", "katas")
HIDDEN = "solutions"
NEVER = ("test_hidden.py", "equivalent.yaml", "right", "wrong", HIDDEN)  # names that have no place in a learner's copy
NAMED = 3  # files that a message names
RECORD = ".dojo-release"  # lists what a release wrote, so that the next one replaces that and nothing else
YIELDING = ("README.md", ".gitignore")  # files that a repository may well have already; theirs stays
IGNORED = b"__pycache__/\n*.pyc\n"
LEAST = 80  # characters of a text that is worth looking for; shorter ones stand everywhere
README = {
    "en": """# Katas to practise

These are the questions and katas of our group, without the solutions. Install NLP Dojo, then, in this folder:

```
export DOJO_CONTENT="$PWD"
dojo kata list
dojo kata start {slug}
dojo kata test {slug}        # runs the examples; the hidden suite runs in our CI
```
""",
    "zh": """# 练习题

这里是小组的题库和编程题，不含答案。安装 NLP Dojo 后，在本文件夹中运行：

```
export DOJO_CONTENT="$PWD"
dojo kata list
dojo kata start {slug}
dojo kata test {slug}        # 运行示例；隐藏测试在小组的 CI 中运行
```
""",
}


class CannotRelease(Exception):
    """A file would give away what is hidden, or the content is not whole; says which and what to do."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.why = Bilingual(en, zh)


class Release(msgspec.Struct, frozen=True):
    """Path and bytes of each file: `learners` is the copy to give away, `organiser` the whole content."""

    learners: dict[str, bytes]
    organiser: dict[str, bytes]


def release(root: Path, lang: str) -> Release:
    """The two halves of the content in `root`. Raises `CannotRelease`."""
    given = {name: data for room in OPEN for name, data in _files(root, room)}
    hidden = dict(_files(root, HIDDEN))
    slugs = sorted(Path(name).parent.name for name in given if name.endswith("/kata.yaml"))
    if not slugs or not hidden:
        raise CannotRelease(
            f"{root} holds no katas with solutions; DOJO_CONTENT must name a folder with questions/ katas/ solutions/",
            f"{root} 中没有带答案的题目；DOJO_CONTENT 应指向含有 questions/ katas/ solutions/ 的文件夹",
        )
    _check(given, hidden)
    learners = {
        **given,
        "README.md": README[lang].format(slug=slugs[0]).encode(),
        ".gitignore": IGNORED,
        "katas/.gitignore": IGNORED,  # for a repository with a .gitignore of its own
    }
    return Release(learners, {**given, **hidden})


def kept(files: dict[str, bytes], folder: Path) -> list[str]:
    """Those of `files` that stay as they are in `folder`. Raises `CannotRelease` if others there are not ours."""
    ours = _recorded(folder)
    there = [name for name in files if os.path.lexists(folder / name) and not _same(folder / name, files[name])]
    if strange := [name for name in there if name not in YIELDING and name not in ours]:
        en, zh = some(strange)
        raise CannotRelease(
            f"{shown_path(folder)} holds files that no release wrote: {en}; move them away, or choose another folder",
            f"{shown_path(folder)} 中有不是由 dojo release 写入的文件：{zh}；请移走，或换一个文件夹",
        )
    return [name for name in there if name in YIELDING]


def some(names: list[str]) -> tuple[str, str]:
    """The first of these files and how many more there are, in both languages."""
    if len(names) <= NAMED:
        return ", ".join(names), "、".join(names)
    return (
        f"{', '.join(names[:NAMED])} and {len(names) - NAMED} more",
        f"{'、'.join(names[:NAMED])} 等 {len(names)} 个文件",
    )


def recorded(written: Iterable[str], folder: Path) -> bytes:
    """The text of `RECORD` after these files were written: they and those of earlier releases."""
    return "".join(f"{name}\n" for name in sorted({*written, *_recorded(folder)})).encode()


def _recorded(folder: Path) -> set[str]:
    try:
        return set((folder / RECORD).read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return set()


def _same(path: Path, data: bytes) -> bool:
    try:
        return not path.is_symlink() and path.read_bytes() == data
    except OSError:
        return False


def hidden_in_history(folder: Path) -> str | None:
    """A hidden file that some commit of the repository in `folder` holds; None if there is none, or no repository."""
    if not (folder / ".git").exists():
        return None
    call = ["git", "-C", str(folder), "log", "--all", "--format=", "--name-only", "-z", "--no-renames"]
    try:
        done = subprocess.run(call, capture_output=True, check=False, timeout=120, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return None
    names = (os.fsdecode(name).strip("\n") for name in done.stdout.split(b"\0"))
    return next((name for name in names if set(Path(name).parts) & set(NEVER)), None)


def _files(root: Path, room: str) -> Iterator[tuple[str, bytes]]:
    """All files of a room but caches and hidden ones. A link could lead anywhere, so it is refused."""
    for here, folders, names in os.walk(root / room):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and not name.startswith("."))
        for name in sorted(names):
            path = Path(here, name)
            if name.startswith(".") or name.endswith(".pyc"):
                continue
            if path.is_symlink() or not path.is_file():
                shown = path.relative_to(root)
                raise CannotRelease(f"{shown} is not a regular file; put the file itself there",
                                    f"{shown} 不是普通文件；请放文件本身")  # fmt: skip
            yield path.relative_to(root).as_posix(), path.read_bytes()


def _check(given: dict[str, bytes], hidden: dict[str, bytes]) -> None:
    texts = {name: data.decode("utf-8", "replace").strip() for name, data in hidden.items()}
    wanted = {name: text for name, text in texts.items() if len(text) >= LEAST}
    for name, data in given.items():
        if set(Path(name).parts) & set(NEVER):
            raise CannotRelease(f"{name} has a name of hidden files; move it to solutions/ or rename it",
                                f"{name} 使用了隐藏文件的名字；请移到 solutions/ 或改名")  # fmt: skip
        text = data.decode("utf-8", "replace")
        for other, secret in wanted.items():
            if secret in text:
                raise CannotRelease(f"{name} holds the text of {other}; take it out",
                                    f"{name} 含有 {other} 的内容；请删除")  # fmt: skip
