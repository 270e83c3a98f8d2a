"""When the file cannot be written, a learner reads one sentence, and nothing that is there suffers."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dojo.progress import FILE_NAME, ProgressError, Reason, open_progress
from dojo.progress.errors import SENTENCES, translated
from dojo.progress.reading import open_to_read

NOBODY = 65534

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="rights and limits are POSIX's here")


def reason_of(caught: pytest.ExceptionInfo[ProgressError]) -> Reason:
    """The reason, once the sentence is known to be one, in both languages."""
    for lang, stop in (("en", "."), ("zh", "。")):
        said = caught.value.say(lang)
        assert said.endswith(stop)
        assert "\n" not in said
        assert "Traceback" not in said
        assert "{" not in said
    assert caught.value.say("en") != caught.value.say("zh")
    return caught.value.reason


@contextlib.contextmanager
def unprivileged() -> Iterator[None]:
    """Without root's right to write everywhere; the saved user id lets us come back."""
    if os.getuid():
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def open_home() -> Iterator[Path]:
    """A folder that an unprivileged user can reach: pytest's own is closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir()
        Path(folder).chmod(0o755)
        if not os.getuid():
            os.chown(home, NOBODY, NOBODY)
        yield home
        home.chmod(0o755)


@posix_only
@pytest.mark.parametrize("locked", ["file", "folder"])
def test_a_file_or_folder_without_the_right_to_write_is_said_and_left_alone(open_home, clock, plan, locked):
    path = open_home / FILE_NAME
    with unprivileged():
        with open_progress(path, clock) as progress:
            progress.begin_session(plan)
        before = path.read_bytes()
        if locked == "file":
            path.chmod(0o444)
        else:
            open_home.chmod(0o555)
        with pytest.raises(ProgressError) as caught:
            open_progress(path, clock)
        assert reason_of(caught) is Reason.READONLY
        assert path.read_bytes() == before
    assert "DOJO_HOME" in caught.value.say("en")


@posix_only
def test_a_folder_where_nothing_can_be_made_is_said(open_home, clock):
    open_home.chmod(0o555)
    for path in (open_home / FILE_NAME, open_home / "deeper" / FILE_NAME):
        with unprivileged(), pytest.raises(ProgressError) as caught:
            open_progress(path, clock)
        assert reason_of(caught) is Reason.READONLY


@posix_only
def test_a_file_that_may_not_be_read_is_said(open_home, clock, plan):
    path = open_home / FILE_NAME
    with unprivileged():
        with open_progress(path, clock) as progress:
            progress.begin_session(plan)
        path.chmod(0o000)
        with pytest.raises(ProgressError) as caught:
            open_progress(path, clock)
        assert reason_of(caught) is Reason.READONLY


def test_a_folder_in_the_place_of_the_file_is_said(path, clock):
    path.mkdir(parents=True)
    with pytest.raises(ProgressError) as caught:
        open_progress(path, clock)
    assert reason_of(caught) in {Reason.UNREADABLE, Reason.READONLY}


def test_a_file_in_the_place_of_the_folder_is_said(path, clock):
    path.parent.write_text("not a folder")
    with pytest.raises(ProgressError) as caught:
        open_progress(path, clock)
    assert reason_of(caught) is Reason.UNREADABLE
    assert path.parent.read_text() == "not a folder"


def test_a_log_held_by_another_program_is_said_and_the_answer_can_be_given_again(path, clock, plan, record):
    with open_progress(path, clock, patience=0.05) as progress:
        session = progress.begin_session(plan)
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProgressError) as caught:
            record(progress, session)
        assert reason_of(caught) is Reason.BUSY
        assert progress.answers() == []
        holder.execute("ROLLBACK")
        holder.close()
        answer = record(progress, session)
        assert [kept.id for kept in progress.answers()] == [answer]


def test_a_log_that_another_program_keeps_for_itself_is_said_at_the_opening(path, clock, plan):
    open_progress(path, clock).close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ProgressError) as caught:
        open_progress(path, clock, patience=0.05)
    assert reason_of(caught) is Reason.BUSY
    holder.close()


@posix_only
def test_a_first_opening_waits_for_another_one_only_so_long(path, clock):
    import fcntl

    path.parent.mkdir()
    with path.with_name(FILE_NAME + ".lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(ProgressError) as caught:
            open_progress(path, clock, patience=0.05)
    assert reason_of(caught) is Reason.BUSY
    assert not path.exists()


def test_a_full_disk_is_said_and_everything_earlier_is_kept(path, clock, plan, record):
    with open_progress(path, clock) as progress:
        session = progress.begin_session(plan)
        answers = [record(progress, session, answer="x" * 2000) for _ in range(20)]
        pages = progress._connection.execute("PRAGMA page_count").fetchone()[0]
        progress._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(ProgressError) as caught:
            answers.extend(iter(lambda: record(progress, session, answer="x" * 2000), None))
        assert reason_of(caught) is Reason.FULL
        assert [kept.id for kept in progress.answers()] == answers
        progress._connection.execute(f"PRAGMA max_page_count = {pages + 50}")
        answers.append(record(progress, session))
    with open_progress(path, clock) as progress:
        assert [kept.id for kept in progress.answers()] == answers


LIMITED = """
import resource, sys
from pathlib import Path
from dojo.progress import *
path, limit = Path(sys.argv[1]), int(sys.argv[2])
if limit == 0:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    progress = open_progress(path, lambda: 1.0)
    session = progress.begin_session(Plan((Planned("q", 1),)))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    for number in range(100000):
        answer = progress.record_answer(session, question="q", topic="t", seed=1, answer="x" * 1000, outcome="right",
                                        score=1.0, seconds=1.0)
        print("kept", answer)
except ProgressError as error:
    print("reason", error.reason.value)
"""


@posix_only
@pytest.mark.parametrize("limit", [0, 200_000])
def test_a_file_that_may_not_grow_is_said_and_everything_earlier_is_kept(path, clock, limit):
    command = [sys.executable, "-c", LIMITED, str(path), str(limit)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    *kept, last = run.stdout.splitlines()
    assert last == "reason unreadable"
    assert bool(kept) == bool(limit)
    with open_progress(path, clock) as progress:
        assert [f"kept {answer.id}" for answer in progress.answers()] == kept
        assert progress.notices == ()


def test_an_io_error_on_a_disk_without_room_is_a_full_disk(path, monkeypatch):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR | (19 << 8)
    usage = shutil.disk_usage(path.parent.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage._replace(free=4096))
    assert translated(error, path).reason is Reason.FULL
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage._replace(free=1 << 30))
    assert translated(error, path).reason is Reason.UNREADABLE


def test_every_reason_has_its_sentence_in_both_languages():
    assert set(SENTENCES) == set(Reason)
    for sentence in SENTENCES.values():
        assert "{path}" in sentence.en
        assert "{path}" in sentence.zh


def test_an_error_nobody_foresaw_is_still_a_sentence(path):
    error = translated(sqlite3.OperationalError("moon phase unsupported"), path)
    assert error.reason is Reason.UNREADABLE
    assert "moon phase unsupported" in error.say("zh")


def test_a_damaged_file_that_cannot_be_written_is_said_to_lie_where_it_is(tmp_path, monkeypatch):
    path = tmp_path / FILE_NAME
    path.write_bytes(b"no database" * 500)
    monkeypatch.setattr(os, "access", lambda place, mode: mode != os.W_OK or not Path(place).is_relative_to(tmp_path))
    with open_to_read(path, lambda: 0.0) as progress:
        said = [notice.say(lang) for notice in progress.notices for lang in ("en", "zh")]
    assert len(said) == 2
    assert all(f"{path} " in one and "damaged-" not in one for one in said)
    assert path.read_bytes() == b"no database" * 500
