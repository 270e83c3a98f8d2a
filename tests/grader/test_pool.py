"""The processes that grade a cohort: which core each has, and that they end with whoever called them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grader.cohort.pool import core_for
from grader.judge.probing import NoSandbox, choose
from tests.grader.toy_content import put

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
CALL = """
import sys
from pathlib import Path
from grader.cohort.discovery import Found
from grader.cohort.pool import Plan, grade_all
if __name__ == "__main__":
    root, tier = sys.argv[1:]
    found = [Found(str(number), "stay", Path(root, "stay.py")) for number in range(6)]
    grade_all(found, Plan(root, ("stay",), tier, None), 2, print)
"""
KATA = """\
title: {en: Stay, zh: 停留}
level: 1
minutes: 5
needs: py
names: [stay]
forbidden: []
sources: [seed-000]
limits: {test_cpu: 100, cpu: 100, wall: 200}
"""
SUITE = '''\
from grader.judge.suite import same


def test_it(submission):
    """It comes back.

    它会返回。
    """
    same(submission.stay(), 1)
'''


def test_each_judge_has_a_core_of_its_own_as_long_as_there_are_enough() -> None:
    assert [core_for(number, 4, [0, 1, 2, 3], 0) for number in range(4)] == [0, 1, 2, 3]
    assert [core_for(number, 2, [4, 6, 7], 2) for number in range(2)] == [7, 4]
    assert core_for(0, 1, [3], 17) == 3
    assert [core_for(number, 3, [0, 1], 0) for number in range(3)] == [None] * 3
    assert core_for(0, 1, [], 0) is None


@pytest.fixture
def stay(tmp_path: Path) -> Path:
    for name, text in (("kata.yaml", KATA), ("statement.en.md", "1"), ("statement.zh.md", "1"), ("stay.py", "")):
        put(tmp_path, f"katas/toys/stay/{name}", text)
    put(tmp_path, "katas/toys/stay/test_examples.py", "")
    put(tmp_path, "solutions/toys/stay/stay.py", "def stay():\n    return 1\n")
    put(tmp_path, "solutions/toys/stay/test_hidden.py", SUITE)
    put(tmp_path, "stay.py", "import threading\n\n\ndef stay():\n    while True:\n        pass\n")
    put(tmp_path, "call.py", CALL)
    return tmp_path


def below(pid: int) -> list[int]:
    """Every process below that one."""
    try:
        children = [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []
    return children + [deeper for child in children for deeper in below(child)]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def cpu(pid: int) -> float:
    try:
        return time.clock_gettime((~pid << 3) | 2)
    except OSError:
        return 0.0


def test_judges_and_rooms_end_at_once_with_a_caller_that_is_killed(stay: Path) -> None:
    try:
        tier = choose("require").value
    except NoSandbox as error:
        pytest.skip(str(error))
    root = str(Path(__file__).resolve().parents[2])
    environ = {**os.environ, "PYTHONPATH": root}
    call = subprocess.Popen([sys.executable, "call.py", str(stay), tier], cwd=stay, env=environ)
    try:
        deadline = time.monotonic() + 60
        while True:
            found = below(call.pid)
            rooms = [pid for pid in found if not below(pid) and cpu(pid) > 0.5]
            if len(rooms) >= 2:
                break
            assert time.monotonic() < deadline, "no room has come to loop"
            assert call.poll() is None
            time.sleep(0.1)
        if len(os.sched_getaffinity(0)) >= 2:
            assert {len(os.sched_getaffinity(pid)) for pid in rooms} == {1}
            assert len({tuple(os.sched_getaffinity(pid)) for pid in rooms}) == 2
        os.kill(call.pid, signal.SIGKILL)
        killed = time.monotonic()
        while left := [pid for pid in found if alive(pid)]:
            assert time.monotonic() - killed < 4, [Path(f"/proc/{pid}/cmdline").read_bytes() for pid in left]
            time.sleep(0.05)
    finally:
        call.kill()
        call.wait()
