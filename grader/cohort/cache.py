"""Keeps verdicts on disk, so that what did not change is not graded again.

A verdict is kept under everything it depends on: the submission's bytes, the kata's files, the grader's own code, the
libraries' versions and the tier. What a busy machine could have caused (time, memory, a fault of ours) is never kept.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec

from grader.catalogue import Kata
from grader.judge.verdicts import Result, Verdict
from grader.report.json import versions

KEPT = {Verdict.PASSED, Verdict.FAILED, Verdict.FORBIDDEN}


class VerdictCache:
    """Verdicts in `folder`, one file each. Whatever cannot be read or written is simply graded."""

    def __init__(self, folder: Path, katas: Iterable[Kata], tier: str) -> None:
        self.folder = folder
        code = _digest(sorted(Path(__file__).resolve().parents[1].rglob("*.py")))
        self._prints = {
            kata.slug: hashlib.sha256(
                repr((code, sorted(versions().items()), tier, kata.slug)).encode()
                + _digest(sorted(p for home in (kata.folder, kata.solution) for p in home.rglob("*") if _counts(p)))
            ).digest()
            for kata in katas
        }

    def get(self, kata: str, source: bytes) -> Result | None:
        """The verdict of the same bytes, if it is known; it names no member and no file."""
        try:
            return msgspec.msgpack.decode(self._path(kata, source).read_bytes(), type=Result)
        except (OSError, msgspec.MsgspecError):
            return None

    def put(self, source: bytes, result: Result) -> None:
        """Keep a verdict, whole or not at all."""
        if result.verdict not in KEPT:
            return
        plain = msgspec.structs.replace(result, member=None, file=None)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=self.folder)
            with open(descriptor, "wb") as file:
                file.write(msgspec.msgpack.encode(plain))
            os.replace(name, self._path(result.kata, source))
        except OSError:
            return

    def _path(self, kata: str, source: bytes) -> Path:
        return self.folder / hashlib.sha256(self._prints[kata] + hashlib.sha256(source).digest()).hexdigest()


def _counts(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts and path.suffix in (".py", ".yaml")


def _digest(paths: Iterable[Path]) -> bytes:
    digest = hashlib.sha256()
    for path in paths:
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)}\n".encode() + data)
    return digest.digest()
