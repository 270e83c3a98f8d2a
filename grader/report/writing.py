"""Writes reports atomically and never through a symlink, and checks in advance that they can be written."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from grader.judge.verdicts import Bilingual


class CannotWrite(Exception):
    """A report cannot be written there; says why, without the path."""

    def __init__(self, why: Bilingual) -> None:
        super().__init__(why.en)
        self.why = why


def check(target: Path, submissions: Iterable[Path] = ()) -> None:
    """Check that a report can be written to `target`, by creating a temporary file beside it. Raises `CannotWrite`."""
    try:
        about = os.lstat(target)
    except FileNotFoundError:
        about = None
    except OSError as error:
        raise _failed(error) from None
    if about is not None and not _can_replace(target, about):
        raise CannotWrite(
            Bilingual("it is a folder", "这是文件夹")
            if stat.S_ISDIR(about.st_mode)
            else Bilingual("it is not a regular file; use - for standard output", "不是普通文件；标准输出请写 -")
        )
    if place_of(target) in map(place_of, submissions):
        raise CannotWrite(Bilingual("it is one of the submissions", "这是待评测的提交"))
    try:
        descriptor, name = tempfile.mkstemp(prefix=".dojo-", dir=target.parent)
        os.close(descriptor)
        os.unlink(name)
    except OSError as error:
        raise _failed(error) from None


def write(target: Path, data: str | bytes) -> None:
    """Write `data` to `target`, replacing a file or symlink that is already there. Raises `CannotWrite`."""
    try:
        descriptor, name = tempfile.mkstemp(prefix=".dojo-", dir=target.parent)
    except OSError as error:
        raise _failed(error) from None
    try:
        with open(descriptor, "wb") as file:
            file.write(as_bytes(data))
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException as error:
        os.unlink(name)
        if isinstance(error, OSError):
            raise _failed(error) from None
        raise


def as_bytes(data: str | bytes) -> bytes:
    """What a report is as bytes; a character that UTF-8 does not have is escaped."""
    return data if isinstance(data, bytes) else data.encode("utf-8", "backslashreplace")


def place_of(path: Path) -> str:
    """The real path of a file, without following a symlink that is the file itself."""
    return os.path.join(os.path.realpath(path.parent), path.name)


def _can_replace(target: Path, about: os.stat_result) -> bool:
    if stat.S_ISLNK(about.st_mode):  # replace a symlink, unless it points to a device: /dev/stdout
        return not os.path.exists(target) or os.path.isfile(target)
    return stat.S_ISREG(about.st_mode)


def _mode(target: Path) -> int:
    """The permissions of the existing file, or the default for a new one."""
    try:
        about = os.lstat(target)
    except OSError:
        about = None
    if about is not None and stat.S_ISREG(about.st_mode):
        return stat.S_IMODE(about.st_mode) & 0o777
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def _failed(error: OSError) -> CannotWrite:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return CannotWrite(Bilingual("the folder does not exist; create it first", "文件夹不存在；请先创建"))
    if isinstance(error, PermissionError):
        return CannotWrite(Bilingual("no permission to write there", "没有写入权限"))
    return CannotWrite(Bilingual(error.strerror or "it failed", error.strerror or "写入失败"))
