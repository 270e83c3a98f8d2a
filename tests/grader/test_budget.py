"""Limits of time: what counts is what a submission uses, not how busy the machine is."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
import pytest

from grader.catalogue import Kata, Limits, load
from grader.judge.budget import Budget
from grader.judge.outcomes import Stop
from grader.judge.rooms import Rooms
from grader.judge.run import NOT_RUN, Underway, grade_each
from grader.judge.submissions import Job
from grader.judge.verdicts import Result, Verdict
from grader.sandbox.tiers import Tier
from tests.grader.toy_content import put

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the state of threads is read from /proc")

KATA = """\
title: {en: Half, zh: 一半}
level: 1
minutes: 5
needs: py
names: [half]
forbidden: []
sources: [seed-000]
"""
TEST = '''

@pytest.mark.hint(en="Look {0}.", zh="看 {0}。")
def test_{0}(submission):
    """Half of {1} is {0}.

    {1} 的一半是 {0}。
    """
    same(submission.half({1}), {0})
'''
TESTS = 6
RIGHT = "def half(x):\n    return x // 2\n"


@pytest.fixture(scope="module")
def kata(tmp_path_factory: pytest.TempPathFactory) -> Kata:
    root = tmp_path_factory.mktemp("content")
    home = "katas/toys/halves/"
    for name, text in (("kata.yaml", KATA), ("statement.en.md", "Halve."), ("statement.zh.md", "减半。")):
        put(root, home + name, text)
    put(root, home + "halves.py", "")
    put(root, home + "test_examples.py", "")
    put(root, "solutions/toys/halves/halves.py", RIGHT)
    suite = "import pytest\n\nfrom grader.judge.suite import same\n"
    put(root, "solutions/toys/halves/test_hidden.py", suite + "".join(TEST.format(n, 2 * n) for n in range(TESTS)))
    return msgspec.structs.replace(load(root)["halves"], limits=Limits(test_cpu=0.4))


def graded(kata: Kata, source: str, tier: Tier = Tier.PLAIN) -> tuple[Result, list[Underway], float]:
    results: list[Result] = []
    begun: list[Underway] = []
    with Rooms(tier) as rooms:
        rooms.wait()
        started = time.monotonic()
        jobs = [Job("halves", source.encode())]
        grade_each(jobs, [kata], rooms, lambda _, result: results.append(result), on_test=lambda _, t: begun.append(t))
    (result,) = results
    return result, begun, time.monotonic() - started


def test_after_three_time_outs_the_rest_is_not_run(kata: Kata) -> None:
    result, begun, _ = graded(kata, "def half(x):\n    while True:\n        pass\n")
    assert result.verdict is Verdict.TIMEOUT
    assert [test.verdict for test in result.tests] == [Verdict.TIMEOUT] * TESTS
    assert [test.message == NOT_RUN for test in result.tests] == [False] * 3 + [True] * 3
    assert {test.hint for test in result.tests[3:]} == {None}
    assert [test.name for test in begun] == ["test_0", "test_1", "test_2"]
    assert result.max_points == TESTS


def test_time_outs_that_other_tests_stand_between_count_too(kata: Kata) -> None:
    source = "def half(x):\n    while x % 4 == 0:\n        pass\n    return x // 2\n"
    result, _, _ = graded(kata, source)
    passed = [test.verdict is Verdict.PASSED for test in result.tests]
    assert passed == [False, True, False, True, False, False]
    assert result.tests[-1].message == NOT_RUN


def test_whoever_shows_progress_hears_which_test_begins(kata: Kata) -> None:
    _, begun, _ = graded(kata, RIGHT)
    assert [(test.number, test.of, test.example) for test in begun] == [(n + 1, TESTS, False) for n in range(TESTS)]
    assert begun[1].promise.en == "Half of 2 is 1."


@linux_only
@pytest.mark.parametrize(
    "sleeping",
    [
        "import time; time.sleep(100)",
        "import threading; threading.Event().wait()",
        "import threading; lock = threading.Lock(); lock.acquire(); lock.acquire()",
        "import select, os; select.select([os.pipe()[0]], [], [])",
        "import time; [time.sleep(0.05) for _ in range(2000)]",
        "import threading, time; threading.Thread(target=time.sleep, args=(100,)).start(); threading.Event().wait()",
    ],
)
def test_what_only_sleeps_is_ended_in_seconds(kata: Kata, sleeping: str) -> None:
    result, _, seconds = graded(kata, f"def half(x):\n    {sleeping}\n")
    assert result.verdict is Verdict.TIMEOUT
    assert "did nothing" in str(result.tests[0].message)
    assert seconds < 3 * 2.0  # by the clock alone it would take three times ten limits
    assert result.cacheable


@linux_only
def test_a_sleep_at_import_is_ended_in_seconds(kata: Kata) -> None:
    result, _, seconds = graded(kata, f"import time\ntime.sleep(100)\n{RIGHT}")
    assert {test.verdict for test in result.tests} == {Verdict.TIMEOUT}
    assert seconds < 5


def test_a_short_sleep_costs_nothing(kata: Kata) -> None:
    result, _, _ = graded(kata, "import time\ndef half(x):\n    time.sleep(0.1)\n    return x // 2\n")
    assert result.verdict is Verdict.PASSED


class Room:
    """Clocks that a test sets."""

    cpu = waited = 0.0
    busy: float | None = None

    def cpu_seconds(self) -> float:
        return self.cpu

    def waited_seconds(self) -> float:
        return self.waited

    def asleep(self) -> float | None:
        return self.busy


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_what_waits_for_a_core_is_not_timed_out_by_the_clock() -> None:
    room, clock = Room(), Clock()
    budget = Budget(Limits(test_cpu=2.0), clock)
    budget.patience(room, False)
    clock.now, room.waited, room.cpu = 59.0, 58.0, 1.0
    budget.patience(room, True)
    clock.now, room.waited = 500.0, 490.0
    budget.patience(room, True)
    clock.now = 520.0
    with pytest.raises(Stop):
        budget.patience(room, True)
    assert budget.load_matters


def test_a_room_that_sleeps_between_two_looks_is_idle_but_for_what_it_ran_or_waited() -> None:
    room, clock = Room(), Clock()
    budget = Budget(Limits(test_cpu=2.0), clock)
    budget.patience(room, False)
    clock.now, room.busy = 1.0, 0.5
    budget.patience(room, True)  # asleep now, but nothing is known of the time before
    clock.now, room.busy = 3.5, 1.5
    budget.patience(room, True)  # 2.5 s, of which it was busy for 1
    clock.now, room.busy = 4.5, None
    budget.patience(room, True)  # not asleep now
    clock.now, room.busy = 9.0, 1.5
    budget.patience(room, True)
    clock.now = 10.0
    with pytest.raises(Stop, match="did nothing"):
        budget.patience(room, True)
    assert not budget.load_matters


def test_idleness_is_counted_anew_in_each_test() -> None:
    room, clock = Room(), Clock()
    budget = Budget(Limits(test_cpu=2.0), clock)
    room.busy = 0.0
    for test in range(10):
        budget.begin()
        for step in range(4):
            clock.now = 2 * test + step / 2
            budget.patience(room, step > 0)


def test_cpu_time_is_spent_whatever_the_machine_does() -> None:
    room, clock = Room(), Clock()
    budget = Budget(Limits(test_cpu=2.0), clock)
    budget.patience(room, False)
    room.cpu = 2.1
    with pytest.raises(Stop, match="CPU"):
        budget.patience(room, True)
    assert not budget.load_matters


@contextmanager
def crowd(core: int, count: int) -> Iterator[None]:
    """So many processes that do nothing but use one core."""
    code = f"import os; os.sched_setaffinity(0, {{{core}}})\nwhile True: pass"
    # A session each: the kernel may share a core out among sessions before it looks at processes.
    busy = [subprocess.Popen([sys.executable, "-c", code], start_new_session=True) for _ in range(count)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


@linux_only
@pytest.mark.slow
def test_neighbours_that_take_the_core_away_change_no_verdict(kata: Kata) -> None:
    """30 others on the judge's own core: each test takes longer than the clock would let it."""
    kata = msgspec.structs.replace(kata, limits=Limits(test_cpu=0.4, wall=8))
    source = "import time\ndef half(x):\n    t = time.process_time() + 0.15\n    while time.process_time() < t: pass\n"
    source += "    return x // 2\n"
    allowed = os.sched_getaffinity(0)
    core = max(allowed)
    os.sched_setaffinity(0, {core})
    try:
        with crowd(core, 30):
            result, _, seconds = graded(kata, source)
    finally:
        os.sched_setaffinity(0, allowed)
    assert (result.verdict, result.cacheable) == (Verdict.PASSED, True), result
    assert seconds > 8
