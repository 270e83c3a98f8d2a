"""One compiled file: an SQLite database from which one question is read without the others.

Questions are numbered by level, so that those of one level are a range of numbers. What a draw looks at lies together
at the head of the file, apart from the questions themselves: on a cold disk each page is a wait. A database that is
damaged shows it as `sqlite3.DatabaseError`; what to do then is `shelf`'s business.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from zlib import crc32

import msgspec

from dojo.question.kinds import LEVELS, TYPES, AnyQuestion, Kind

_TYPES = {str(kind.kind): kind for kind in TYPES}
_TABLES = """
    CREATE TABLE entries (number INTEGER PRIMARY KEY, id TEXT UNIQUE, level INTEGER, kind TEXT);
    CREATE TABLE questions (number INTEGER PRIMARY KEY, body BLOB, crc INTEGER);
    CREATE TABLE apart (id TEXT, other TEXT, PRIMARY KEY (id, other)) WITHOUT ROWID;
    CREATE TABLE trains (kata TEXT, number INTEGER, PRIMARY KEY (kata, number)) WITHOUT ROWID;
    CREATE TABLE terms (term TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE sources (key TEXT PRIMARY KEY, line TEXT) WITHOUT ROWID;
"""


def beside(path: Path) -> Path:
    """A name for what will become `path`, that no other process takes."""
    return path.with_name(f".{path.name}-{os.getpid()}-{os.urandom(4).hex()}")


class Damaged(sqlite3.DatabaseError):
    """A row that is not what was written."""


class Entry(msgspec.Struct, frozen=True):
    """What is known of a question without reading it."""

    id: str
    topic: str
    level: int
    kind: Kind


class Shard:
    """A compiled file, open for reading."""

    def __init__(self, topic: str, connection: sqlite3.Connection) -> None:
        self._topic = topic
        self._connection = connection

    def __del__(self) -> None:
        self._connection.close()  # else Python 3.13 warns of a resource left open

    @classmethod
    def open(cls, topic: str, path: Path) -> Shard:
        return cls(topic, sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True))

    @classmethod
    def of_questions(
        cls,
        topic: str,
        questions: Iterable[AnyQuestion],
        terms: Iterable[str],
        pairs_apart: Iterable[tuple[str, str]] = (),
    ) -> Shard:
        shard = cls._new(topic)
        encode = msgspec.msgpack.Encoder().encode
        entries, rows, trains = [], [], []
        for number, question in enumerate(sorted(questions, key=lambda question: question.level), start=1):
            body = encode(question)
            entries.append((number, question.id, question.level, question.kind))
            rows.append((number, body, crc32(body)))
            trains += [(kata, number) for kata in question.katas]
        shard._connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?)", entries)
        shard._connection.executemany("INSERT INTO questions VALUES (?, ?, ?)", rows)
        shard._connection.executemany("INSERT OR IGNORE INTO trains VALUES (?, ?)", trains)
        shard._connection.executemany("INSERT OR IGNORE INTO terms VALUES (?)", ((term,) for term in terms))
        both = (row for first, second in pairs_apart for row in ((first, second), (second, first)))
        shard._connection.executemany("INSERT OR IGNORE INTO apart VALUES (?, ?)", both)
        shard._connection.commit()
        return shard

    @classmethod
    def of_sources(cls, lines: Mapping[str, str]) -> Shard:
        shard = cls._new("sources")
        shard._connection.executemany("INSERT INTO sources VALUES (?, ?)", lines.items())
        shard._connection.commit()
        return shard

    @classmethod
    def _new(cls, topic: str) -> Shard:
        connection = sqlite3.connect(":memory:")
        connection.executescript(_TABLES)
        return cls(topic, connection)

    def save(self, path: Path) -> None:
        """Writes the database whole or not at all, whoever else writes it. Raises OSError or sqlite3.Error."""
        part = beside(path)
        try:
            with contextlib.closing(sqlite3.connect(part)) as disk:
                disk.execute("PRAGMA journal_mode = OFF")
                disk.execute("PRAGMA synchronous = OFF")
                self._connection.backup(disk)
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)

    def close(self) -> None:
        self._connection.close()

    def counts(self) -> tuple[int, ...]:
        """How many questions there are of each level."""
        found = dict(self._connection.execute("SELECT level, COUNT(*) FROM entries GROUP BY level"))
        return tuple(found.get(level, 0) for level in LEVELS)

    def entries(self, first: int, count: int) -> list[Entry]:
        """The entries of `count` numbers from `first`."""
        query = "SELECT id, level, kind FROM entries WHERE number BETWEEN ? AND ? ORDER BY number"
        rows = self._connection.execute(query, (first, first + count - 1))
        return [self._entry(row) for row in rows]

    def entry(self, name: str) -> Entry | None:
        row = self._connection.execute("SELECT id, level, kind FROM entries WHERE id = ?", (name,)).fetchone()
        return self._entry(row) if row else None

    def question(self, name: str) -> AnyQuestion | None:
        query = "SELECT kind, body, crc FROM entries JOIN questions USING (number) WHERE id = ?"
        row = self._connection.execute(query, (name,)).fetchone()
        if row is None:
            return None
        kind, body, crc = row
        if crc32(body) != crc or kind not in _TYPES:
            raise Damaged(name)
        try:
            return msgspec.msgpack.decode(body, type=_TYPES[kind])  # type: ignore[return-value]  # TYPES are AnyQuestion's
        except msgspec.MsgspecError as error:
            raise Damaged(name) from error

    def apart(self, name: str) -> frozenset[str]:
        """The questions that tell this one's answer, or whose answer this one tells."""
        rows = self._connection.execute("SELECT other FROM apart WHERE id = ?", (name,))
        return frozenset(other for (other,) in rows)

    def training(self, kata: str) -> list[str]:
        """The questions that train the same idea as this kata, the easy ones first."""
        query = "SELECT id FROM trains JOIN entries USING (number) WHERE kata = ? ORDER BY number"
        return [name for (name,) in self._connection.execute(query, (kata,))]

    def knows(self, term: str) -> bool:
        return self._connection.execute("SELECT 1 FROM terms WHERE term = ?", (term,)).fetchone() is not None

    def source(self, key: str) -> str | None:
        row = self._connection.execute("SELECT line FROM sources WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _entry(self, row: tuple[str, int, Kind]) -> Entry:
        name, level, kind = row
        if level not in LEVELS or kind not in _TYPES:
            raise Damaged(name)
        return Entry(name, self._topic, level, kind)
