"""A damaged log: told from a sound one, put aside under a name of its own, and what can still be read carried over.

Nothing of the damaged file is deleted. The caller holds the folder's lock.
"""

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from dojo.progress import rows
from dojo.progress.errors import Sentence
from dojo.progress.schema import beside, migrate

COMPANIONS = ("", "-wal", "-shm", "-journal")


def sound(connection: sqlite3.Connection) -> bool:
    """Whether every page and every row can be read. Takes time in proportion to the file: only for suspects."""
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        return False
    try:
        for row in connection.execute(f"SELECT {rows.COLUMNS} FROM events"):
            rows.check(row)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def replace(path: Path, at: float, steps: Sequence[str]) -> Sentence:
    """Puts a fresh log with every readable row in the place of a damaged one; the sentence that says so.

    The fresh one is complete before the damaged one is renamed, so a full disk or a kill changes nothing or all.
    """
    fresh = path.with_name(path.name + ".fresh")
    for companion in COMPANIONS:
        fresh.with_name(fresh.name + companion).unlink(missing_ok=True)
    connection = sqlite3.connect(fresh, isolation_level=None)
    try:
        migrate(connection, fresh, at, steps)
        carried = carry_over(path, connection)
    finally:
        connection.close()
    kept = put_aside(path, at)
    fresh.rename(path)
    return Sentence(
        f"The progress file was damaged: it is kept as {kept}, and a fresh one was begun with what"
        f" could still be read (entries: {carried}).",
        f"进度文件已损坏：原文件保留为 {kept}，并新建了一个文件，其中带入了仍可读出的 {carried} 条记录。",
    )


def finish_replacing(path: Path) -> None:
    """Takes up where a `replace` was killed between its two renames: no file, but a complete fresh one."""
    fresh = path.with_name(path.name + ".fresh")
    if not path.exists() and fresh.exists():
        fresh.rename(path)


def orphaned(path: Path) -> bool:
    """A write-ahead log whose file is gone or emptied: SQLite would delete it, and with it the newest answers."""
    log = path.with_name(path.name + "-wal")
    return (not path.exists() or path.stat().st_size == 0) and log.exists() and log.stat().st_size > 0


def put_orphan_aside(path: Path, at: float) -> Sentence:
    """Renames such a write-ahead log; the sentence that says so."""
    kept = put_aside(path, at)
    return Sentence(
        f"The progress file was gone and only its newest part was left: that is kept as {kept}-wal, and a fresh"
        " one was begun.",
        f"进度文件已丢失，只剩下最新的一部分：该部分保留为 {kept}-wal，并新建了一个文件。",
    )


def put_aside(path: Path, at: float) -> Path:
    """Renames the file and what SQLite keeps beside it; where it lies now."""
    target = beside(path, "damaged", at)
    for companion in COMPANIONS:
        source = path.with_name(path.name + companion)
        if companion == "-shm" or (companion and source.exists() and not source.stat().st_size):
            source.unlink(missing_ok=True)  # SQLite makes it anew from the others
        elif source.exists():
            source.rename(target.with_name(target.name + companion))
    return target


def kept_aside(path: Path) -> list[Path]:
    """The damaged files that still lie beside the log, oldest first, each without what belongs to it."""
    found = sorted(path.parent.glob(f"{path.name}.damaged-*"))
    belonging = {one.with_name(one.name + companion) for one in found for companion in COMPANIONS[1:]}
    return [one for one in found if one not in belonging]


def carry_over(damaged: Path, fresh: sqlite3.Connection) -> int:
    """Copies every readable row of a damaged log, with its number, into an empty one; how many there were."""
    fresh.execute("BEGIN IMMEDIATE")
    count = 0
    for row in readable(damaged):
        cursor = fresh.execute(f"INSERT OR IGNORE INTO events ({rows.COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        count += cursor.rowcount
    fresh.execute("COMMIT")
    return count


def readable(damaged: Path) -> Iterator[rows.Row]:
    """The rows before the first unreadable page and, read backwards, those behind the last one (some of them twice)."""
    for order in ("ASC", "DESC"):
        with contextlib.suppress(sqlite3.Error, UnicodeDecodeError), read_only(damaged) as connection:
            for row in connection.execute(f"SELECT {rows.COLUMNS} FROM events NOT INDEXED ORDER BY seq {order}"):
                with contextlib.suppress(msgspec.DecodeError):
                    rows.check(row)
                    yield row


@contextlib.contextmanager
def read_only(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        yield connection
    finally:
        connection.close()
