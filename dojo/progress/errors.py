"""What can go wrong with the progress file, each said in one sentence that ends with what to do.

Turns SQLite's and the system's errors into `ProgressError`; showing the sentence is the command's business.
"""

import errno
import sqlite3
from enum import Enum
from pathlib import Path

import msgspec


class Reason(Enum):
    """Why the progress file cannot be used right now."""

    NEWER = "newer"
    FOREIGN = "foreign"
    READONLY = "readonly"
    BUSY = "busy"
    FULL = "full"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"


class Sentence(msgspec.Struct, frozen=True):
    """One sentence for the learner, in both languages."""

    en: str
    zh: str

    def say(self, lang: str) -> str:
        """The sentence in `lang` (`zh`, else English)."""
        return self.zh if lang == "zh" else self.en


class ProgressError(Exception):
    """The log could not be read or written; nothing was changed by the call that raised it."""

    def __init__(self, reason: Reason, sentence: Sentence) -> None:
        super().__init__(sentence.en)
        self.reason = reason
        self.sentence = sentence

    def say(self, lang: str) -> str:
        """What happened and what to do, in `lang`."""
        return self.sentence.say(lang)


SENTENCES = {
    Reason.NEWER: Sentence(
        "{path} was written by a newer NLP Dojo ({detail}) and was left as it is:"
        " update with `pip install -U nlp-dojo`, or set DOJO_HOME to another folder.",
        "{path} 由更新版本的 NLP Dojo 写成（{detail}），未作任何改动："
        "请用 `pip install -U nlp-dojo` 升级，或把 DOJO_HOME 设为另一个文件夹。",
    ),
    Reason.FOREIGN: Sentence(
        "{path} is the SQLite file of another program and was left as it is:"
        " move it away, or set DOJO_HOME to another folder.",
        "{path} 是其他程序的 SQLite 文件，未作任何改动：请把它移走，或把 DOJO_HOME 设为另一个文件夹。",
    ),
    Reason.READONLY: Sentence(
        "{path} cannot be written, so nothing could be saved:"
        " allow writing to the file and its folder, or set DOJO_HOME to a folder of your own.",
        "{path} 不可写，因此没有保存任何内容：请开放该文件及其文件夹的写权限，或把 DOJO_HOME 设为你自己的文件夹。",
    ),
    Reason.BUSY: Sentence(
        "{path} is held by another program, so nothing could be saved: close the other program and try again.",
        "{path} 被另一个程序占用，因此没有保存任何内容：请关闭那个程序后重试。",
    ),
    Reason.FULL: Sentence(
        "The disk that holds {path} is full. What you did before is safe, but nothing can be read or saved now:"
        " free some space and try again.",
        "{path} 所在的磁盘已满。此前的记录都在，但现在无法读取或保存：请腾出空间后重试。",
    ),
    Reason.DAMAGED: Sentence(
        "{path} turned out to be damaged: run the command again,"
        " and the file will be kept under another name and a fresh one begun.",
        "{path} 已损坏：请重新运行命令，届时该文件会改名保留，并另建新文件。",
    ),
    Reason.UNREADABLE: Sentence(
        "{path} could not be read or written ({detail}): check the disk, or set DOJO_HOME to another folder.",
        "{path} 无法读写（{detail}）：请检查磁盘，或把 DOJO_HOME 设为另一个文件夹。",
    ),
}

PRIMARY_CODES = {
    sqlite3.SQLITE_READONLY: Reason.READONLY,
    sqlite3.SQLITE_PERM: Reason.READONLY,
    sqlite3.SQLITE_BUSY: Reason.BUSY,
    sqlite3.SQLITE_LOCKED: Reason.BUSY,
    sqlite3.SQLITE_FULL: Reason.FULL,
    sqlite3.SQLITE_CORRUPT: Reason.DAMAGED,
    sqlite3.SQLITE_NOTADB: Reason.DAMAGED,
}

SYSTEM_CODES = {
    errno.EACCES: Reason.READONLY,
    errno.EPERM: Reason.READONLY,
    errno.EROFS: Reason.READONLY,
    errno.ENOSPC: Reason.FULL,
    errno.EDQUOT: Reason.FULL,
    errno.EFBIG: Reason.FULL,
}


def failure(reason: Reason, path: Path, detail: str = "") -> ProgressError:
    """The error for `reason`, about the file at `path`."""
    sentence = SENTENCES[reason]
    return ProgressError(
        reason,
        Sentence(sentence.en.format(path=path, detail=detail), sentence.zh.format(path=path, detail=detail)),
    )


def translated(error: sqlite3.Error | OSError, path: Path) -> ProgressError:
    """SQLite's or the system's error as ours."""
    if isinstance(error, OSError):
        return failure(SYSTEM_CODES.get(error.errno or 0, Reason.UNREADABLE), path, error.strerror or str(error))
    # The low byte is the primary code: SQLITE_BUSY_SNAPSHOT, SQLITE_READONLY_DIRECTORY and so on carry more above it.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and no_room(path.parent):
        return failure(Reason.FULL, path)
    return failure(PRIMARY_CODES.get(code, Reason.UNREADABLE), path, str(error))


def no_room(folder: Path) -> bool:
    """Whether the disk cannot even take SQLite's shared index of 32 KB, which it reports as an I/O error."""
    import shutil  # takes 10 ms and is needed only here

    try:
        return shutil.disk_usage(folder).free < 64 * 1024
    except OSError:
        return False
