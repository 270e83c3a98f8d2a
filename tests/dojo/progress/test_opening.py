"""A log is made, brought up to date after a copy, put aside when damaged, and left alone when it is not ours."""

import hashlib
import sqlite3
from pathlib import Path

import pytest

from dojo.progress import ProgressError, Reason, open_progress
from dojo.progress.schema import APPLICATION_ID, STEPS, statements
from dojo.progress.store import suspicion

VERSION_1 = Path(__file__).with_name("version-1.sql")

NEXT_STEPS = (*STEPS, "ALTER TABLE events ADD COLUMN device TEXT; CREATE INDEX events_by_device ON events (device);")


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


def fingerprint(folder: Path) -> dict[str, str]:
    return {entry.name: hashlib.sha256(entry.read_bytes()).hexdigest() for entry in folder.iterdir()}


@pytest.fixture
def version_1(path: Path) -> Path:
    """A file as the first released version wrote it."""
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.executescript(VERSION_1.read_text("utf-8"))
    connection.close()
    return path


def test_a_missing_folder_and_file_are_made(path, clock):
    with open_progress(path, clock) as progress:
        assert progress.answers() == []
        assert progress.notices == ()
    assert path.is_file()


def test_an_empty_file_is_begun(path, clock, plan):
    path.parent.mkdir()
    path.touch()
    with open_progress(path, clock) as progress:
        assert progress.begin_session(plan) == 1
        assert progress.notices == ()


def test_opening_again_asks_nothing_of_the_clock_and_leaves_the_bytes_alone(path, clock, plan):
    with open_progress(path, clock) as progress:
        progress.begin_session(plan)
    before = fingerprint(path.parent)

    def no_clock() -> float:
        raise AssertionError("the clock was read")

    open_progress(path, no_clock).close()
    assert fingerprint(path.parent) == before


def test_the_log_is_written_ahead_and_flushed_at_each_commit(progress):
    def pragma(name: str) -> object:
        return progress._connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert (pragma("journal_mode"), pragma("synchronous"), pragma("application_id")) == ("wal", 2, APPLICATION_ID)


def test_a_file_of_the_first_version_opens_with_its_history(version_1, clock):
    with open_progress(version_1, clock) as progress:
        assert [(answer.question, answer.outcome) for answer in progress.answers()] == [("l1-zeroes-weights", "right")]
        assert progress.unfinished().position == 1
        assert progress.flags()[0].note == "为什么?"
        assert progress.verdicts()[0].kata == "stable_softmax"


def test_an_older_file_is_copied_before_it_is_brought_up_to_date(version_1, clock):
    before = version_1.read_bytes()
    with open_progress(version_1, clock, steps=NEXT_STEPS) as progress:
        assert len(progress.answers()) == 1
        columns = [row[1] for row in progress._connection.execute("PRAGMA table_info(events)")]
    assert "device" in columns
    copies = [name for name in names(version_1) if "version-1" in name]
    assert copies == ["progress.db.version-1-20260921T141320Z"]
    copy = version_1.with_name(copies[0])
    assert version_1.read_bytes() != before
    with open_progress(copy, clock) as older:
        assert [answer.question for answer in older.answers()] == ["l1-zeroes-weights"]


def test_the_copy_holds_what_only_stands_in_the_write_ahead_log(path, clock, plan, record):
    writer = open_progress(path, clock)
    answer = record(writer, writer.begin_session(plan))
    with open_progress(path, clock, steps=NEXT_STEPS):
        copy = next(entry for entry in path.parent.iterdir() if f"version-{len(NEXT_STEPS) - 1}" in entry.name)
        with open_progress(copy, clock) as older:
            assert [kept.id for kept in older.answers()] == [answer]
    writer.close()


def test_a_step_that_fails_changes_nothing(version_1, clock):
    broken = (*STEPS, "CREATE TABLE extra (x); CREATE TABLE events (again);")
    with pytest.raises(ProgressError) as caught:
        open_progress(version_1, clock, steps=broken)
    assert caught.value.reason is Reason.UNREADABLE
    with open_progress(version_1, clock) as progress:
        assert len(progress.answers()) == 1
        tables = progress._connection.execute("SELECT name FROM sqlite_master WHERE name = 'extra'").fetchall()
    assert tables == []


def test_a_migrated_file_is_too_new_for_the_version_before_and_is_not_touched(version_1, clock):
    open_progress(version_1, clock, steps=NEXT_STEPS).close()
    before = fingerprint(version_1.parent)
    with pytest.raises(ProgressError) as caught:
        open_progress(version_1, clock)
    assert caught.value.reason is Reason.NEWER
    assert "pip install -U nlp-dojo" in caught.value.say("en")
    assert "升级" in caught.value.say("zh")
    assert f"{len(NEXT_STEPS)} > {len(NEXT_STEPS) - 1}" in str(caught.value)
    assert fingerprint(version_1.parent) == before


def test_a_newer_version_is_noticed_even_when_only_the_write_ahead_log_tells_it(version_1, clock):
    newer = sqlite3.connect(version_1, isolation_level=None)
    newer.execute("PRAGMA journal_mode = WAL")
    newer.execute("PRAGMA user_version = 9")
    assert version_1.read_bytes()[60:64] == bytes([0, 0, 0, 1])
    with pytest.raises(ProgressError) as caught:
        open_progress(version_1, clock)
    assert caught.value.reason is Reason.NEWER
    newer.close()


@pytest.mark.parametrize("mark", [0, 0x47504B47], ids=["unmarked", "a-geopackage"])
def test_the_database_of_another_program_is_left_alone(path, clock, mark):
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (title TEXT)")
    other.execute(f"PRAGMA application_id = {mark}")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(ProgressError) as caught:
        open_progress(path, clock)
    assert caught.value.reason is Reason.FOREIGN
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all\n" * 300, b"SQLite format 3\0", b"\0" * 5000, b"x"])
def test_a_file_that_is_no_database_is_kept_under_another_name(path, clock, plan, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with open_progress(path, clock) as progress:
        kept = path.with_name("progress.db.damaged-20260921T141320Z")
        assert str(kept) in progress.notices[0].say("en")
        assert str(kept) in progress.notices[0].say("zh")
        assert kept.read_bytes() == content
        progress.begin_session(plan)
    with open_progress(path, clock) as again:
        assert again.notices == ()


def spoil(path: Path, pages: range) -> None:
    """Overwrites whole pages with what no page can be."""
    size = int.from_bytes(path.read_bytes()[16:18], "big")
    with path.open("r+b") as file:
        for page in pages:
            file.seek(page * size)
            file.write(b"\xa5" * size)


def test_a_log_with_a_spoilt_beginning_is_put_aside_at_once(path, clock, plan, record):
    with open_progress(path, clock) as progress:
        record(progress, progress.begin_session(plan))
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xa5" * 3000)
    damaged = path.read_bytes()
    with open_progress(path, clock) as progress:
        assert len(progress.notices) == 1
        assert progress.answers() == []
    assert any(entry.read_bytes() == damaged for entry in path.parent.glob("progress.db.damaged-*"))


def test_damage_found_while_reading_is_said_and_the_next_opening_saves_what_can_be_read(path, clock, plan, record):
    with open_progress(path, clock) as progress:
        session = progress.begin_session(plan)
        given = [record(progress, session, f"question-{number}", answer="x" * 500) for number in range(300)]
    spoil(path, range(20, 23))
    with open_progress(path, clock) as progress, pytest.raises(ProgressError) as caught:
        progress.answers()
    assert caught.value.reason is Reason.DAMAGED
    assert "run the command again" in caught.value.say("en")
    with open_progress(path, clock) as progress:
        carried = [answer.id for answer in progress.answers()]
        assert progress.notices
        assert f"entries: {len(carried) + 1})" in progress.notices[0].say("en")
    assert set(carried) < set(given)
    assert len(carried) > 200
    assert not suspicion(path).exists()
    assert len(list(path.parent.glob("progress.db.damaged-*"))) == 1


def test_a_row_that_makes_no_sense_is_damage_too_and_does_not_come_back(path, clock, plan, record):
    with open_progress(path, clock) as progress:
        record(progress, progress.begin_session(plan))
        progress._connection.execute("INSERT INTO events (at, kind, subject, body) VALUES (1, 'answer', 'q', '[')")
        with pytest.raises(ProgressError) as caught:
            progress.answers()
    assert caught.value.reason is Reason.DAMAGED
    with open_progress(path, clock) as progress:
        assert [answer.question for answer in progress.answers()] == ["l1-zeroes-weights"]
        assert "entries: 2)" in progress.notices[0].say("en")


def test_a_false_alarm_keeps_the_file(path, clock, plan, record):
    with open_progress(path, clock) as progress:
        record(progress, progress.begin_session(plan))
    suspicion(path).touch()
    with open_progress(path, clock) as progress:
        assert progress.notices == ()
        assert len(progress.answers()) == 1
    assert names(path) == ["progress.db", "progress.db.lock"]


def test_a_write_ahead_log_without_its_file_is_kept(path, clock, plan, record):
    writer = open_progress(path, clock)
    record(writer, writer.begin_session(plan))
    content = path.with_name("progress.db-wal").read_bytes()
    assert content
    path.unlink()
    with open_progress(path, clock) as progress:
        assert "-wal" in progress.notices[0].say("en")
        assert progress.answers() == []
    kept = [entry for entry in path.parent.glob("progress.db.damaged-*-wal") if entry.read_bytes() == content]
    assert len(kept) == 1
    writer.close()


def test_a_replacement_that_was_killed_between_its_renames_is_finished(path, clock, plan, record):
    with open_progress(path, clock) as progress:
        record(progress, progress.begin_session(plan))
    path.rename(path.with_name("progress.db.fresh"))
    with open_progress(path, clock) as progress:
        assert len(progress.answers()) == 1


def test_a_script_is_cut_into_statements_without_cutting_a_trigger():
    made = [statement.split()[1] for statement in statements(STEPS[0])]
    assert made == ["TABLE", "INDEX", "INDEX", "TRIGGER", "TRIGGER"]
