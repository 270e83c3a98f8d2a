"""An answer whose recording returned survives anything: a kill at any moment, and company."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dojo.progress import FILE_NAME, open_progress

WRITER = """
import os, sys, time
from pathlib import Path
from dojo.progress import Plan, Planned, open_progress
os.write(1, b"ready\\n")
path, count = Path(sys.argv[1]), int(sys.argv[2])
with open_progress(path, time.time, patience=30) as progress:
    session = progress.begin_session(Plan((Planned("q", 1),)))
    for number in range(count):
        answer = progress.record_answer(session, question=f"q-{number}", topic="t", seed=number,
                                        answer="b" * (number % 700), outcome="right", score=1.0, seconds=0.5)
        if number % 7 == 3:
            progress.retract(answer)
            os.write(1, b"%d retracted\\n" % answer)
        else:
            os.write(1, b"%d kept\\n" % answer)
"""


def writer(path: Path, count: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(count)], stdout=subprocess.PIPE)


def killed_at_a_random_moment(path: Path, chance: random.Random) -> dict[int, str]:
    """What a writer had told of before it was killed, by the answer's number."""
    with writer(path, 1_000_000) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(chance.choice([0.004, 0.05, 0.4]) * chance.random())
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        told = process.stdout.read()
    whole = told[: told.rfind(b"\n") + 1]
    return {int(number): state.decode() for number, state in (line.split() for line in whole.splitlines())}


def kill_writers(folder: Path, rounds: int, seed: int) -> int:
    """Kills a writer in each round, some on a fresh file; checks the log after each; how many answers were told of."""
    chance = random.Random(seed)
    path, told = folder / FILE_NAME, {}
    total = 0
    for number in range(rounds):
        if number % 4 == 0:
            path, told = folder / str(number) / FILE_NAME, {}
        heard = killed_at_a_random_moment(path, chance)
        assert not told.keys() & heard.keys()
        told.update(heard)
        total += len(heard)
        with open_progress(path, time.time) as progress:
            assert progress.notices == ()
            standing = {answer.id for answer in progress.answers()}
        missing = {number for number, state in told.items() if state == "kept"} - standing
        revived = {number for number, state in told.items() if state == "retracted"} & standing
        assert (missing, revived) == (set(), set())
    return total


def test_no_answer_is_missing_after_ten_kills(tmp_path):
    assert kill_writers(tmp_path, rounds=10, seed=2) > 0


@pytest.mark.slow
def test_no_answer_is_missing_after_two_hundred_kills(tmp_path):
    assert kill_writers(tmp_path, rounds=200, seed=3) > 200


def test_processes_that_write_at_once_lose_nothing(path, clock):
    """They also all begin on a file that does not exist yet."""
    processes = [writer(path, 60) for _ in range(4)]
    told: dict[int, str] = {}
    for process in processes:
        output, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        lines = [line.split() for line in output.decode().splitlines()[1:]]
        assert len(lines) == 60
        assert not told.keys() & {int(number) for number, _ in lines}
        told.update({int(number): state for number, state in lines})
    with open_progress(path, clock) as progress:
        answers = progress.answers()
    assert {answer.id for answer in answers} == {number for number, state in told.items() if state == "kept"}
    assert len({answer.session for answer in answers}) == 4


def test_processes_that_find_a_damaged_file_at_once_put_it_aside_once(path, clock):
    path.parent.mkdir()
    path.write_bytes(os.urandom(9000))
    processes = [writer(path, 5) for _ in range(4)]
    for process in processes:
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert len(list(path.parent.glob(f"{FILE_NAME}.damaged-*"))) == 1
    with open_progress(path, clock) as progress:
        assert len(progress.answers()) == 4 * 4
