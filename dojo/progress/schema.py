"""The shape of the log's file and how an older one is brought up to date.

`user_version` counts the steps already taken. A file that holds something is copied before it is changed.
When to call this, and what to do with a file that is not ours, is `opening`'s business.
"""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

APPLICATION_ID = 0x446F4A6F  # "DoJo"

# One script a version; a released script never changes, a change of the shape is a new one at the end.
STEPS: tuple[str, ...] = (
    """
    CREATE TABLE events (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        at REAL NOT NULL,
        kind TEXT NOT NULL,
        session INTEGER,
        subject TEXT,
        target INTEGER,
        body TEXT NOT NULL
    );
    CREATE INDEX events_by_subject ON events (kind, subject);
    CREATE INDEX events_by_session ON events (session);
    CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    """,
    "",  # the kinds plan, drill, hint and mock, which an older program would take for damage
)


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps the file has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, path: Path, at: float, steps: Sequence[str]) -> None:
    """Takes the steps that the file lacks, all or none; an existing log is first copied beside itself.

    The caller holds the folder's lock, so nobody else migrates at the same time.
    """
    version = version_of(connection)
    if version >= len(steps):
        return
    if version:
        back_up(connection, beside(path, f"version-{version}", at))
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[version:]:
            for statement in statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def statements(script: str) -> list[str]:
    """A script as single statements: `executescript` would commit before the first one and lose the transaction."""
    found, current = [], ""
    for piece in script.split(";"):
        current += piece + ";"
        if sqlite3.complete_statement(current):
            found.append(current.strip())
            current = ""
    return [statement for statement in found if statement != ";"]


def back_up(connection: sqlite3.Connection, target: Path) -> None:
    """A whole copy of the log as it stands, also of what is not checkpointed yet; under its name only once complete."""
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    copy = sqlite3.connect(unfinished, isolation_level=None)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    unfinished.rename(target)


def beside(path: Path, word: str, at: float) -> Path:
    """A free name beside `path` that tells why and when: `progress.db.damaged-20261122T091500Z`."""
    stamp = datetime.fromtimestamp(at, UTC).strftime("%Y%m%dT%H%M%SZ")
    name, count = f"{path.name}.{word}-{stamp}", 1
    while any(path.with_name(name + companion).exists() for companion in ("", "-wal")):
        count += 1
        name = f"{path.name}.{word}-{stamp}-{count}"
    return path.with_name(name)
