"""The open file behind `Progress`: transactions, rows, and errors in sentences. What is written, `log` says.

Each transaction returns once it is on the disk: `synchronous=FULL` has SQLite flush the write-ahead log at a commit.
`NORMAL` would save that flush but lose the newest answers, whose feedback was already shown, when the power goes.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from dojo.progress import rows
from dojo.progress.errors import Reason, Sentence, failure, translated

T = TypeVar("T")


class Store:
    """An open log, with what its methods share."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        now: Callable[[], float],
        notices: tuple[Sentence, ...] = (),
    ) -> None:
        self.path = path
        self.notices = notices
        self._connection = connection
        self._now = now

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file. What was recorded is on disk already, so a failure here loses nothing."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()

    def now(self) -> float:
        """Seconds since the epoch, by the clock that the log is written with."""
        return self._now()

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing, and on the disk at the end. IMMEDIATE waits for a second process instead of failing late."""
        with self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, msgspec.DecodeError, UnicodeDecodeError) as error:
            problem = translated(error, self.path) if isinstance(error, sqlite3.Error) else None
            if problem is None or problem.reason is Reason.DAMAGED:
                suspect(self.path)
                problem = failure(Reason.DAMAGED, self.path)
            raise problem from error

    def _append(
        self,
        kind: str,
        *,
        session: int | None = None,
        subject: str | None = None,
        target: int | None = None,
        body: str = "{}",
    ) -> int:
        cursor = self._connection.execute(
            "INSERT INTO events (at, kind, session, subject, target, body) VALUES (?, ?, ?, ?, ?, ?)",
            (self._now(), kind, session, subject, target, body),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _require_session(self, session: int) -> None:
        if not self._rows("seq = ? AND kind = 'session'", session):
            raise LookupError(f"no session {session}")

    def _rows(self, where: str, *values: object) -> list[rows.Row]:
        with self._explained():
            query = f"SELECT {rows.COLUMNS} FROM events WHERE {where} ORDER BY seq"
            return self._connection.execute(query, values).fetchall()

    def _read(self, reader: Callable[[rows.Row], T], where: str, *values: object) -> list[T]:
        with self._explained():
            return [reader(row) for row in self._rows(where, *values)]


def suspect(path: Path) -> None:
    """Leaves a note beside the file, so that the next opening reads it through before it trusts it."""
    with contextlib.suppress(OSError):
        suspicion(path).touch()


def suspicion(path: Path) -> Path:
    """The note's place."""
    return path.with_name(path.name + ".suspect")
