"""The learner's folder for a kata: `start` makes it, `test` finds it. Existing files are never overwritten."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

from grader.catalogue import Kata
from grader.judge.showing import clean

# lets one `pytest` run several katas: without it, Python reuses the first kata's module of the same name
CONFTEST = """\"\"\"Lets `pytest` in the folder above run several katas: each has modules of these names.\"\"\"

import sys


def pytest_pycollect_makemodule():
    for name in ("test_examples", "support"):
        sys.modules.pop(name, None)
"""


class NotFound(Exception):
    """No submission was found; the message says what was looked for and what to run."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.zh = zh

    def say(self, lang: str) -> str:
        """The sentence in `lang` (`zh`, else English)."""
        return self.zh if lang == "zh" else str(self)


class FolderError(Exception):
    """A folder for tasks can't be written; `why` is the system's reason."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(why)
        self.folder = folder
        self.why = why


def start_or_fail(kata: Kata, where: Path) -> Path:
    """As `start`, for a drill or mock; the folder. Raises `FolderError`."""
    try:
        return start(kata, where)[0]
    except OSError as error:
        raise FolderError(where, error.strerror or str(error)) from None


def start(
    kata: Kata, where: Path, write: Callable[[Path, bytes], object] = Path.write_bytes
) -> tuple[Path, list[Path], list[Path]]:
    """Write statements, starter and examples of `kata` to `where/<slug>/`, and what pytest needs beside other katas.

    Return the folder, the files written, and the files that existed and were kept. Each file is written completely or
    not at all: if `write` fails (a full disk), nothing is left that the next start would keep.
    """
    folder = where / kata.slug
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    kept: list[Path] = []
    sources = [kata.folder / "statement.en.md", kata.folder / "statement.zh.md", kata.examples, kata.starter]
    if kata.support:
        sources.append(kata.folder / "support.py")
    contents = {source.name: source.read_bytes() for source in sources} | {"conftest.py": CONFTEST.encode()}
    targets = {folder / name: content for name, content in contents.items()}
    if all(os.path.lexists(target) for target in targets):  # nothing to write, perhaps where nothing can be written
        return folder, [], list(targets)
    with tempfile.TemporaryDirectory(prefix=".dojo-", dir=folder) as drafts:
        for target, content in targets.items():
            draft = Path(drafts) / target.name
            write(draft, content)
            (written if _put(draft, target) else kept).append(target)
    return folder, written, kept


def _put(draft: Path, target: Path) -> bool:
    """Give `draft` the name `target`; False if that file exists, which is then left alone."""
    try:
        os.link(draft, target)  # not a rename: that would replace what is there
    except FileExistsError:
        return False
    except OSError:  # a file system without links, such as that of a memory stick
        return _copy(draft, target)
    return True


def _copy(draft: Path, target: Path) -> bool:
    try:
        file = open(target, "xb")  # noqa: SIM115  # what fails before this line has made nothing to take away
    except FileExistsError:
        return False
    try:
        with file:
            file.write(draft.read_bytes())
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return True


def keep_aside(file: Path) -> Path:
    """Move `file` to a new name beside it, `<slug>.old.py`, `<slug>.old-2.py` and so on; the new place."""
    number = 1
    while True:
        aside = file.with_name(f"{file.stem}.old{'' if number == 1 else f'-{number}'}.py")
        if not os.path.lexists(aside):
            os.rename(file, aside)
            return aside
        number += 1


def find(path: Path, katas: Mapping[str, Kata]) -> tuple[Kata, Path]:
    """The kata and the file that `path` means: a kata's name, a file named after one, or a folder that holds just one.

    A kata's name means its folder here, else the file `<slug>.py` here. Raises `NotFound`.
    """
    shown = clean(str(path), 1000)
    if path.is_dir():
        here = [path / f"{slug}.py" for slug in katas if _is_there(path / f"{slug}.py")]
        below = [path / slug / f"{slug}.py" for slug in katas if _is_there(path / slug / f"{slug}.py")]
        return _only_one(here or below, shown, katas)
    flat = path.with_name(f"{path.name}.py")
    if path.name in katas and not os.path.lexists(path):
        if _is_there(flat):
            return katas[path.name], flat
        raise NotFound(
            f"you have not started {path.name} here; to start it: dojo kata start {path.name}",
            f"这里还没有开始 {path.name}；请运行：dojo kata start {path.name}",
        )
    if path.stem not in katas or path.suffix != ".py":
        near = get_close_matches(path.stem, katas, n=1)
        if not path.suffix and not os.path.lexists(path):
            raise NotFound(
                f"there is no kata {shown}; " + (f"did you mean {near[0]}?" if near else "see dojo kata list"),
                f"没有名为 {shown} 的题目；" + (f"是否想找 {near[0]}？" if near else "见 dojo kata list"),
            )
        raise NotFound(
            f"{shown} is not named after a kata: <kata>.py; "
            + (f"did you mean {near[0]}?" if near else "see dojo kata list"),
            f"{shown} 的文件名不是题目名（应为 <题目>.py）；"
            + (f"是否想找 {near[0]}？" if near else "见 dojo kata list"),
        )
    if not os.path.lexists(path):
        raise NotFound(
            f"there is no {shown}; to start this kata: dojo kata start {path.stem}",
            f"没有 {shown}；请先运行：dojo kata start {path.stem}",
        )
    return katas[path.stem], path


def begun(katas: Iterable[Kata], where: Path) -> list[str]:
    """Slugs of the katas whose file in `where` is no longer the starter, the one saved last at the end."""
    saved: dict[str, float] = {}
    for kata in katas:
        for file in (where / f"{kata.slug}.py", where / kata.slug / f"{kata.slug}.py"):
            with suppress(OSError):
                if file.is_file() and file.read_bytes() != kata.starter.read_bytes():
                    saved[kata.slug] = file.stat().st_mtime
    return sorted(saved, key=saved.__getitem__)


def _is_there(file: Path) -> bool:
    """Whether there is a file to read or to refuse with a reason: also a link or a pipe, but not a folder."""
    return os.path.lexists(file) and not file.is_dir()


def _only_one(candidates: list[Path], where: str, katas: Mapping[str, Kata]) -> tuple[Kata, Path]:
    if len(candidates) > 1:
        names = ", ".join(clean(str(one), 1000) for one in candidates)
        raise NotFound(
            f"there is more than one kata here: {names}; say which: dojo kata test {candidates[0].stem}",
            f"这里有不止一道题：{names}；请指明是哪一道：dojo kata test {candidates[0].stem}",
        )
    if not candidates:
        en, zh = ("this folder", "当前文件夹") if where == "." else (where, f"{where} ")
        raise NotFound(
            f"there is no kata in {en}; start one: dojo kata start stable_softmax",
            f"{zh}中没有题目；先开始一道：dojo kata start stable_softmax",
        )
    return katas[candidates[0].stem], candidates[0]
