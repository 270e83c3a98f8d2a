"""Reads a submission: once, a regular file, not through a link, of limited size. Those bytes are checked and run."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path

import msgspec

from grader.judge.verdicts import Bilingual

LARGEST = 1 << 20  # bytes


class Job(msgspec.Struct, frozen=True):
    """One submission to grade: the slug of its kata, and its bytes or why there are none.

    `drawn` decides the random inputs instead of the bytes: for files of our own, which must not change with a comment.
    """

    kata: str
    source: bytes | None
    trouble: Bilingual | None = None
    member: str | None = None
    file: str | None = None
    drawn: bytes | None = None


class Unreadable(Exception):
    """A submission that cannot be read; `why` says it to a learner."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.why = Bilingual(en, zh)


def read_submission(path: Path) -> bytes:
    """The bytes of the file at `path`, for whatever is done with them. Raises `Unreadable`.

    Never waits, and never reads more than a submission may hold: it may be a link, a FIFO or a huge file.
    """
    try:
        # Without O_NONBLOCK the opening of a FIFO would wait for a writer.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        raise Unreadable("there is no such file", "没有这个文件") from None
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise Unreadable("it is a link; hand in the file itself", "这是一个链接，请提交文件本身") from None
        if error.errno == errno.EACCES:
            raise Unreadable("there is no permission to read it", "没有读取权限") from None
        reason = error.strerror or "it cannot be opened"
        raise Unreadable(reason, f"系统提示 {reason}") from None
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        os.close(descriptor)
        raise Unreadable("it is not a regular file", "这不是普通文件")
    with open(descriptor, "rb") as file:
        data = b"" if found.st_size > LARGEST else file.read(LARGEST + 1)
    if found.st_size > LARGEST or len(data) > LARGEST:  # it may have grown
        raise Unreadable(f"it is larger than {LARGEST >> 20} MB", f"文件大于 {LARGEST >> 20} MB")
    if _is_notebook(data):
        raise Unreadable(
            "it is a notebook (JSON); export it as a script: jupyter nbconvert --to script",
            "这是 notebook（JSON 格式），请导出为脚本：jupyter nbconvert --to script",
        )
    return data


def _is_notebook(data: bytes) -> bool:
    """Whether this is what Jupyter saves: an object that begins as no Python program of any sense does."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") or b'"cells"' not in data:
        return False
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and isinstance(found.get("cells"), list)
