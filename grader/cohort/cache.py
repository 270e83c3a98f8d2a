"""Keeps verdicts on disk, so that unchanged submissions are not graded again.

The key covers everything a verdict depends on: the submission's bytes, the kata's files and modules that katas share,
the grader's own code, the versions of Python and of the libraries, and the tier. Verdicts that a busy machine could
have caused (memory, a fault of ours, most limits of time) are never kept; a time-out that it could hardly have caused
is, once the same bytes have timed out twice in the same tests. Nor is a verdict kept if a file changed since the key
was made: nobody knows which text it comes from. The folder is used only if no other user can write to it.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from grader.catalogue import Kata
from grader.judge.verdicts import Result, Verdict

KEPT = {Verdict.PASSED, Verdict.FAILED, Verdict.FORBIDDEN, Verdict.TIMEOUT}
LARGEST = 16 << 20  # bytes of an entry
LIBRARIES = ("nlp-dojo", "numpy", "torch", "pytest", "hypothesis", "msgspec")
GRADER = Path(__file__).resolve().parents[1]


class VerdictCache:
    """Verdicts in `folder`, one file each. Whatever can't be read, written or trusted is graded again."""

    def __init__(self, folder: Path, katas: Iterable[Kata], tier: str) -> None:
        self.folder = folder
        self._trusted = _make(folder) and distrusted(folder) is None
        katas = list(katas)
        self._katas = {kata.slug: kata for kata in katas}
        self._shared = shared_files(katas[0]) if katas else []
        self._stamps = {slug: _stamp(kata, self._shared) for slug, kata in self._katas.items()}  # before all is read
        ours = grader_digest() + repr((sys.version, library_versions(), tier)).encode()
        self._prints = {kata.slug: _print_of(kata, ours) for kata in katas}

    def get(self, kata: str, source: bytes) -> Result | None:
        """The verdict of the same bytes, if it is known; it names no member and no file."""
        kept = self._entry(kata, source)
        return kept if kept is not None and kept.cacheable else None

    def put(self, source: bytes, result: Result) -> None:
        """Keep a verdict, whole or not at all."""
        if not self._trusted or result.verdict not in KEPT or not result.cacheable:
            return
        if _stamp(self._katas[result.kata], self._shared) != self._stamps[result.kata]:
            return
        if result.verdict is Verdict.TIMEOUT:
            before = self._entry(result.kata, source)
            again = before is not None and _verdicts(before) == _verdicts(result)
            result = msgspec.structs.replace(result, cacheable=again)  # else it is only remembered, for the next time
        plain = msgspec.structs.replace(result, member=None, file=None)
        with contextlib.suppress(OSError):
            descriptor, name = tempfile.mkstemp(dir=self.folder)
            try:
                with open(descriptor, "wb") as file:
                    file.write(msgspec.msgpack.encode(plain))
                os.replace(name, self._path(result.kata, source))
            except BaseException:
                os.unlink(name)
                raise

    def _entry(self, kata: str, source: bytes) -> Result | None:
        if not self._trusted:
            return None
        try:
            result = msgspec.msgpack.decode(_read(self._path(kata, source)), type=Result)
        except (OSError, ValueError, msgspec.MsgspecError, RecursionError):  # ValueError: text that is no UTF-8
            return None
        return result if result.kata == kata and result.verdict in KEPT else None

    def _path(self, kata: str, source: bytes) -> Path:
        return self.folder / hashlib.sha256(self._prints[kata] + hashlib.sha256(source).digest()).hexdigest()


def _verdicts(result: Result) -> list[tuple[str, Verdict]]:
    return [(test.name, test.verdict) for test in result.tests]


def distrusted(folder: Path) -> str | None:
    """The path that makes `folder` untrustworthy, because other users own it or can write to it; None if it is safe."""
    if not hasattr(os, "geteuid"):
        return None
    try:
        here = os.lstat(folder)
        if not stat.S_ISDIR(here.st_mode) or here.st_uid != os.geteuid() or here.st_mode & 0o022:
            return str(folder)
        for above in folder.resolve().parents:  # whoever can rename the folder can replace it
            mode = above.stat().st_mode
            if mode & 0o002 and not mode & stat.S_ISVTX:
                return str(above)
    except OSError:
        return None  # there is none yet, or none that could be read
    return None


def shared_files(kata: Kata) -> list[Path]:
    """The grader's own code and what katas share."""
    root = kata.folder.parents[2]
    return [*files_below(GRADER), *(path for room in ("katas", "solutions") for path in files_below(root / room, True))]


def files_below(folder: Path, without_katas: bool = False) -> Iterator[Path]:
    """All files below `folder` in a fixed order; `without_katas` leaves out those in a kata's own folder."""
    for here, folders, names in os.walk(folder):
        depth = len(Path(here).relative_to(folder).parts)
        kept = [name for name in sorted(folders) if name != "__pycache__"]
        if without_katas and depth == 1:
            kept = [name for name in kept if not _is_kata(folder, Path(here).name, name)]
        folders[:] = kept
        yield from (Path(here, name) for name in sorted(names) if not name.endswith(".pyc"))


def grader_digest() -> bytes:
    """A hash of the grader's own code."""
    return _digest(GRADER, files_below(GRADER))


def library_versions() -> dict[str, str | None]:
    """The libraries that a verdict depends on; None for one that is not installed."""
    found: dict[str, str | None] = {}
    for name in LIBRARIES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found[name] = None
    return found


def _make(folder: Path) -> bool:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return False
    return True


def _read(path: Path) -> bytes:
    """The bytes of an entry, if it is a regular file of ours. Never blocks on a pipe."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with open(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode) or about.st_size > LARGEST:
            raise OSError("not an entry")
        if hasattr(os, "geteuid") and about.st_uid != os.geteuid():
            raise OSError("another user's")
        return file.read(LARGEST)


def _print_of(kata: Kata, ours: bytes) -> bytes:
    """A hash of everything that decides a verdict on `kata` except the submission itself."""
    root = kata.folder.parents[2]
    digest = hashlib.sha256(ours + repr(kata.slug).encode())
    for folder in (kata.folder, kata.solution):
        digest.update(_digest(root, files_below(folder)))
    for room in ("katas", "solutions"):
        digest.update(_digest(root, files_below(root / room, without_katas=True)))
    return digest.digest()


def _stamp(kata: Kata, shared: Iterable[Path]) -> list[tuple[Path, tuple[int, ...] | None]]:
    """What changes if a file of the key changes, or one of the kata's comes or goes; old times don't help."""
    return [(path, _stat(path)) for path in (*shared, *files_below(kata.folder), *files_below(kata.solution))]


def _stat(path: Path) -> tuple[int, ...] | None:
    try:
        about = os.stat(path)
    except OSError:
        return None
    return about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns


def _is_kata(room: Path, topic: str, slug: str) -> bool:
    return (room.parent / "katas" / topic / slug / "kata.yaml").is_file()


def _digest(root: Path, paths: Iterable[Path]) -> bytes:
    digest = hashlib.sha256()
    for path in paths:
        if path.is_file():  # reading a pipe would block
            data = path.read_bytes()
            name = os.fsencode(path.relative_to(root))
            digest.update(b"%d %s %d\n" % (len(name), name, len(data)) + data)
    return digest.digest()
