"""Two logs become one: every event of both, once each, in the order of time.

The log is append-only and what it says depends on its order, so the merged log is a new file that takes the place of
the old one, which is kept beside it. An event is the same as another if time, kind, subject and body are.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from dojo.progress import rows
from dojo.progress.errors import Reason, Sentence, failure, translated
from dojo.progress.opening import alone, connect, open_progress
from dojo.progress.rescue import COMPANIONS
from dojo.progress.rows import Row
from dojo.progress.schema import STEPS, beside, migrate

Key = tuple[float, str, str | None, str, int]


class Merged(Struct, frozen=True):
    """What a merge did: events that were new, events that were known, where the log of before is kept, and what was
    mended first."""

    added: int
    known: int
    kept: Path | None
    notices: tuple[Sentence, ...] = ()


def merge_into(path: Path, events: Sequence[Row], at: float, patience: float = 5.0) -> Merged:
    """Adds the events that the log at `path` does not have; made if missing. Raises ProgressError.

    All or nothing: the new file is complete before it takes the place of the old one. Nobody else may have the log
    open: what they write meanwhile would be lost.
    """
    with open_progress(path, lambda: at, patience=patience) as progress:  # of this version, or ProgressError
        notices = progress.notices
    try:
        with alone(path, patience), contextlib.closing(connect(path, patience)) as connection:
            _keep_others_out(connection, path)
            own = connection.execute(f"SELECT {rows.COLUMNS} FROM events ORDER BY seq").fetchall()
            added = list(_unknown(own, events))
            if not added:
                connection.execute("ROLLBACK")
                return Merged(0, len(events), None, notices)
            kept = beside(path, "before-import", at)
            fresh = path.with_name(path.name + ".fresh")
            _write(fresh, _numbered(_in_time(own, added), own, events), at)
            shutil.copyfile(path, kept)
            _replace(path, fresh, connection)
            return Merged(len(added), len(events) - len(added), kept, notices)
    except (sqlite3.Error, OSError) as error:
        raise translated(error, path) from error


def _keep_others_out(connection: sqlite3.Connection, path: Path) -> None:
    """SQLite leaves the write-ahead log only where no other process has the file open."""
    try:
        mode = connection.execute("PRAGMA journal_mode = MEMORY").fetchone()[0]
    except sqlite3.OperationalError:
        mode = "wal"
    if mode != "memory":
        raise failure(Reason.BUSY, path)
    connection.execute("BEGIN EXCLUSIVE")


def keys(events: Iterable[Row]) -> Iterator[tuple[Key, Row]]:
    """Each event with what it is recognised by; the last number tells equal ones of one log apart."""
    seen: Counter[tuple[float, str, str | None, str]] = Counter()
    for row in events:
        same = (row[1], row[2], row[4], row[6])
        seen[same] += 1
        yield (*same, seen[same]), row


def _unknown(own: Sequence[Row], other: Sequence[Row]) -> Iterator[Row]:
    known = {key for key, _ in keys(own)}
    return (row for key, row in keys(other) if key not in known)


def _in_time(own: Sequence[Row], added: Sequence[Row]) -> list[Row]:
    """Both in their own order, the earlier event first: a clock that was set back turns no log around."""
    merged: list[Row] = []
    left, right = 0, 0
    while left < len(own) or right < len(added):
        if right == len(added) or (left < len(own) and own[left][1] <= added[right][1]):
            merged.append(own[left])
            left += 1
        else:
            merged.append(added[right])
            right += 1
    return merged


def _numbered(merged: Sequence[Row], own: Sequence[Row], other: Sequence[Row]) -> Iterator[Row]:
    """The events with new numbers, and with references to these."""
    number = {id(row): seq for seq, row in enumerate(merged, start=1)}
    by_key = {key: number[id(row)] for key, row in keys(own)}
    theirs: dict[int, int] = {}
    for key, row in keys(other):
        theirs[row[0]] = by_key[key] if key in by_key else number[id(row)]
    ours = {row[0]: number[id(row)] for row in own}
    own_rows = {id(row) for row in own}
    for seq, row in enumerate(merged, start=1):
        to = ours if id(row) in own_rows else theirs
        _, at, kind, session, subject, target, body = row
        yield (
            seq, at, kind, to.get(session) if session is not None else None, subject,
            to.get(target) if target is not None else None, body,
        )  # fmt: skip


def _write(fresh: Path, events: Iterable[Row], at: float) -> None:
    for companion in COMPANIONS:
        fresh.with_name(fresh.name + companion).unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
        migrate(connection, fresh, at, STEPS)
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(f"INSERT INTO events ({rows.COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", events)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")


def _replace(path: Path, fresh: Path, old: sqlite3.Connection) -> None:
    """Puts the new file in the place of the old one. Who waits for the old one sees another version."""
    if sys.platform == "win32":  # there an open file can't be replaced
        old.execute("ROLLBACK")
        old.close()
        os.replace(fresh, path)
        return
    os.replace(fresh, path)
    old.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    old.execute("COMMIT")
