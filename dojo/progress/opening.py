"""Opening the log: at once where it is sound and up to date; else creating, migrating or replacing it under a lock.

A file that a newer version or another program wrote is told by its first hundred bytes and not touched at all.
"""

import contextlib
import errno
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

import msgspec

from dojo.progress.errors import ProgressError, Reason, Sentence, failure, translated
from dojo.progress.log import Progress
from dojo.progress.schema import APPLICATION_ID, STEPS, migrate, version_of
from dojo.progress.store import suspect, suspicion

FILE_NAME = "progress.db"

MAGIC = b"SQLite format 3\0"


class Header(msgspec.Struct, frozen=True):
    """What the first hundred bytes say. An absent or empty file is `empty`; another format is not `sqlite`."""

    empty: bool
    sqlite: bool
    version: int
    application: int


def open_progress(
    path: Path, now: Callable[[], float], *, patience: float = 5.0, steps: Sequence[str] = STEPS
) -> Progress:
    """The log at `path`, made if missing. `now` is a clock in seconds since the epoch, `patience` the seconds to wait
    for another process. A damaged file is put aside and told in `notices`; anything else raises `ProgressError`."""
    try:
        header = peek(path)
        refuse(path, header, steps)
        if not header.empty and not suspicion(path).exists():
            connection = quickly(path, patience, len(steps))
            if connection:
                return Progress(connection, path, now)
        path.parent.mkdir(parents=True, exist_ok=True)
        with alone(path, patience):
            connection, notices = prepare(path, now(), patience, steps)
            return Progress(connection, path, now, notices)
    except (sqlite3.Error, OSError) as error:
        raise explained(error, path) from error


def check_progress(path: Path, now: Callable[[], float]) -> tuple[int, tuple[Sentence, ...]]:
    """Reads every entry of the log, and mends it as `open_progress` does; how many there are, and what was mended."""
    suspect(path)
    with open_progress(path, now) as progress:
        return len(progress.events()), progress.notices


def peek(path: Path) -> Header:
    """Reads the header without SQLite, which would leave traces beside the file."""
    try:
        with path.open("rb") as file:
            start = file.read(100)
    except FileNotFoundError:
        start = b""
    return Header(
        empty=not start,
        sqlite=start.startswith(MAGIC) and len(start) == 100,
        version=int.from_bytes(start[60:64], "big"),
        application=int.from_bytes(start[68:72], "big"),
    )


def refuse(path: Path, header: Header, steps: Sequence[str]) -> None:
    """Raises for a file that must be left as it is, and for one that could not be written."""
    if header.sqlite and header.application not in (0, APPLICATION_ID):
        raise failure(Reason.FOREIGN, path)
    if header.sqlite and header.application == APPLICATION_ID and header.version > len(steps):
        raise failure(Reason.NEWER, path, f"{header.version} > {len(steps)}")
    if not header.empty and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise failure(Reason.READONLY, path)


def quickly(path: Path, patience: float, version: int) -> sqlite3.Connection | None:
    """A connection to a file that needs no care, else None."""
    try:
        connection = connect(path, patience)
    except sqlite3.DatabaseError:
        return None
    if version_of(connection) == version:
        return connection
    connection.close()
    return None


def connect(path: Path, patience: float) -> sqlite3.Connection:
    """A connection that has read something, so that a file which is no database fails here and not at an answer."""
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")  # macOS: a flush that reaches the disk; nothing elsewhere
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def prepare(
    path: Path, at: float, patience: float, steps: Sequence[str]
) -> tuple[sqlite3.Connection, tuple[Sentence, ...]]:
    """Makes the file what it should be; the lock is held, and what was seen before it may no longer be so."""
    from dojo.progress import rescue  # for suspects and new files only: no start of a quiz should wait for it

    notices: tuple[Sentence, ...] = ()
    rescue.finish_replacing(path)
    header = peek(path)
    refuse(path, header, steps)
    if rescue.orphaned(path):
        notices = (rescue.put_orphan_aside(path, at),)
    elif not header.empty and not trustworthy(path, header, patience):
        notices = (rescue.replace(path, at, steps),)
    connection = connect(path, patience)
    try:
        refuse_contents(connection, path, steps)
        connection.execute("PRAGMA journal_mode = WAL")
        migrate(connection, path, at, steps)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the header must tell the version without the log
    except BaseException:
        connection.close()
        raise
    suspicion(path).unlink(missing_ok=True)
    return connection, notices


def refuse_contents(connection: sqlite3.Connection, path: Path, steps: Sequence[str]) -> None:
    """As `refuse`, for what stands only in the write-ahead log yet and for a file without an application's mark."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise failure(Reason.FOREIGN, path)
    version = version_of(connection)
    if version > len(steps):
        raise failure(Reason.NEWER, path, f"{version} > {len(steps)}")


def trustworthy(path: Path, header: Header, patience: float) -> bool:
    """Whether the file can be read; every page of it where something gave reason to doubt."""
    from dojo.progress import rescue

    if not header.sqlite:
        return False
    try:
        connection = connect(path, patience)
        try:
            return not suspicion(path).exists() or rescue.sound(connection)
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        if translated(error, path).reason is Reason.DAMAGED:
            return False
        raise


def explained(error: sqlite3.Error | OSError, path: Path) -> ProgressError:
    """SQLite says "unable to open" of many things; what the system says of the place is clearer."""
    if isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CANTOPEN:
        if path.is_dir():
            return translated(IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)), path)
        if not os.access(path.parent, os.W_OK):
            return failure(Reason.READONLY, path)
    return translated(error, path)


@contextlib.contextmanager
def alone(path: Path, patience: float) -> Iterator[None]:
    """Holds the folder's lock, which the system frees when a process dies."""
    with path.with_name(path.name + ".lock").open("ab") as file:
        deadline = time.monotonic() + patience
        while not locked(file):
            if time.monotonic() > deadline:
                raise failure(Reason.BUSY, path)
            time.sleep(0.01)
        yield


if sys.platform == "win32":
    import msvcrt

    def locked(file: IO[bytes]) -> bool:
        """Tries once to take the lock."""
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def locked(file: IO[bytes]) -> bool:
        """Tries once to take the lock."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
