"""`dojo export` and `dojo import`: two machines become one history, without loss and without counting twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dojo.cli import main
from dojo.progress import FILE_NAME, Plan, Progress, ProgressError, Reason, open_progress
from dojo.progress.lines import NotProgress, read, written
from dojo.progress.merge import merge_into

OPEN = """
import pathlib, sys
from dojo.progress import open_progress
held = open_progress(pathlib.Path(sys.argv[1]), lambda: 0)
print(1, flush=True)
sys.stdin.read()
"""
Record = Callable[..., int]


def at(start: float) -> Callable[[], float]:
    ticks = iter(range(10**6))
    return lambda: start + next(ticks) * 10


def lines_of(path: Path) -> list[bytes]:
    with open_progress(path, lambda: 0.0) as progress:
        return list(written(progress.events()))


@pytest.fixture
def two(tmp_path: Path, record: Record, plan: Plan) -> tuple[Path, Path]:
    """Two machines: each begins a session and answers, their times interleaved; one takes an answer back."""
    paths = (tmp_path / "a" / FILE_NAME, tmp_path / "b" / FILE_NAME)
    for number, path in enumerate(paths):
        with open_progress(path, at(1_790_000_000 + 5 * number)) as progress:
            session = progress.begin_session(plan)
            first = record(progress, session, f"q{number}")
            record(progress, session, "shared", outcome="wrong", score=0.0)
            if number:
                progress.retract(first)
                progress.flag("shared", "unclear")
            progress.record_verdict("perplexity", "passed", 1.0, "ab", 0.1)
    return paths


def said(progress: Progress) -> list[tuple[float, str, float]]:
    return [(answer.at, answer.question, answer.score) for answer in progress.answers()]


def test_both_histories_are_there_once_in_the_order_of_time(two: tuple[Path, Path]) -> None:
    here, there = two
    merged = merge_into(here, read(lines_of(there)), 1.8e9)
    assert (merged.added, merged.known) == (6, 0)
    with open_progress(here, lambda: 0.0) as progress:
        answers = progress.answers()
        assert [answer.question for answer in answers] == ["q0", "shared", "shared"]  # q1 was taken back
        assert [answer.at for answer in answers] == sorted(answer.at for answer in answers)
        for answer in answers:
            assert answer in progress.session(answer.session).answers
        assert len(progress.verdicts()) == 2
        assert [flag.note for flag in progress.flags()] == ["unclear"]
        progress.end_session(answers[0].session)  # it can be written to


def test_importing_again_or_the_other_way_round_changes_nothing(two: tuple[Path, Path]) -> None:
    here, there = two
    merge_into(here, read(lines_of(there)), 1.8e9)
    both = lines_of(here)
    assert merge_into(here, read(lines_of(there)), 1.8e9).added == 0
    assert merge_into(there, read(both), 1.8e9).known == 6
    assert merge_into(here, read(lines_of(there)), 1.8e9).added == 0
    assert lines_of(here) == lines_of(there) == both


def test_a_drill_or_a_mock_keeps_its_steps_its_verdicts_and_its_session(two: tuple[Path, Path], plan: Plan) -> None:
    here, there = two
    with open_progress(here, at(1_790_000_500)) as progress:
        mock = progress.record_step("mock", "begin", session=progress.begin_session(plan))
        progress.record_step("mock", "answered", mock)
        progress.record_verdict("perplexity", "passed", 1.0, "ab", 0.1, sitting=mock)
        answers = progress.session(progress.steps("mock")[0].session or 0)
    merge_into(here, read(lines_of(there)), 1.8e9)
    with open_progress(here, lambda: 0.0) as progress:
        begin, answered = progress.steps("mock")
        assert begin.id != mock
        assert answered.sitting == begin.id
        assert len(progress.verdicts_of(begin.id)) == 1
        assert begin.session is not None
        assert progress.session(begin.session).begun == answers.begun


def test_equal_events_of_one_moment_are_not_taken_for_one(tmp_path: Path, record: Record, plan: Plan) -> None:
    path, other = tmp_path / "a" / FILE_NAME, tmp_path / "b" / FILE_NAME
    with open_progress(path, lambda: 1.79e9) as progress:
        session = progress.begin_session(plan)
        for _ in range(3):
            record(progress, session)
    assert merge_into(other, read(lines_of(path)), 1.8e9).added == 4
    assert lines_of(other) == lines_of(path)


def test_the_history_of_before_is_kept_whole(two: tuple[Path, Path]) -> None:
    here, there = two
    before = lines_of(here)
    kept = merge_into(here, read(lines_of(there)), 1.8e9).kept
    assert kept is not None
    kept.rename(here)
    assert lines_of(here) == before


def test_a_log_that_another_process_has_open_is_left_alone(two: tuple[Path, Path]) -> None:
    here, there = two
    theirs = read(lines_of(there))
    before = lines_of(here)
    with subprocess.Popen(
        [sys.executable, "-c", OPEN, str(here)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"1\n"
        with pytest.raises(ProgressError) as caught:
            merge_into(here, theirs, 1.8e9, patience=0.2)
        assert caught.value.reason is Reason.BUSY
        other.communicate()
    assert lines_of(here) == before
    assert merge_into(here, theirs, 1.8e9).added == 6


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (1, b'{"form": "other", "version": 1}\n'),
        (1, b""),
        (1, b'{"form": "nlp-dojo progress", "version": 99}\n'),
        (2, b"nonsense\n"),
        (2, b'{"seq":1,"at":1.0,"kind":"unheard","body":{}}\n'),
        (2, b'{"seq":1,"at":1.0,"kind":"end","session":7}\n'),
        (2, b'{"seq":1,"at":1.0,"kind":"answer","session":1,"subject":"q","body":{}}\n'),
        (2, b"\xff\n"),
    ],
)
def test_a_damaged_file_is_refused_with_the_line(number: int, line: bytes, two: tuple[Path, Path]) -> None:
    good = lines_of(two[0])
    with pytest.raises(NotProgress) as caught:
        read([*good[: number - 1], line])
    assert caught.value.line == number


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(main, list(words), env={"DOJO_HOME": str(home), "DOJO_LANG": "en"})


def test_the_commands_take_a_history_from_one_home_to_another(two: tuple[Path, Path], tmp_path: Path) -> None:
    here, there = two
    file = tmp_path / "history.jsonl"
    assert run(there.parent, "export", str(file)).exit_code == 0
    assert json.loads(file.read_text().splitlines()[0])["form"] == "nlp-dojo progress"
    result = run(here.parent, "import", str(file))
    assert "added 6 entries; 0 were here already" in result.output
    assert "added 0 entries; 6 were here already" in run(here.parent, "import", str(file)).output


def test_what_can_t_be_exported_or_imported_is_said_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_text("{}")
    empty = run(tmp_path, "export", str(file))
    assert (empty.exit_code, "nothing to export yet" in empty.output) == (1, True)
    wrong = run(tmp_path, "import", str(file))
    assert (wrong.exit_code, f"{file}:1: this is no file of `dojo export`" in wrong.output) == (2, True)
    assert not (tmp_path / FILE_NAME).exists()
    assert os.listdir(tmp_path) == ["x"]


def test_doctor_reads_the_history_through_and_mends_a_damaged_one(two: tuple[Path, Path]) -> None:
    here, _ = two
    assert "your history: 4 entries, all readable" in run(here.parent, "doctor").output
    with here.open("r+b") as file:  # a page in the middle, which opening alone does not read
        file.seek(3 * 4096)
        file.write(b"\x5a" * 4096)
    result = run(here.parent, "doctor").output
    assert "The progress file was damaged: it is kept as" in result
    kept = next(here.parent.glob("progress.db.damaged-*"))
    assert result.count(str(kept)) == 1
    again = run(here.parent, "doctor").output
    assert f"an earlier history was damaged and is kept as {kept}" in again
    kept.unlink()
    assert "damaged" not in run(here.parent, "doctor").output


@pytest.mark.parametrize("arguments", [("plan",), ("plan", "--drop"), ("export",), ("import", "copy.jsonl")])
def test_every_command_that_puts_a_damaged_history_aside_says_where_it_is(
    arguments: tuple[str, ...], tmp_path: Path, two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    here, other = two
    Path("copy.jsonl").write_bytes(b"".join(lines_of(other)))
    here.write_bytes(b"no database" * 500)
    result = run(here.parent, *arguments)
    assert str(next(here.parent.glob("progress.db.damaged-*"))) in result.stderr
    assert "damaged" not in run(here.parent, *arguments).stderr
