"""A drill without a terminal: clocks, points, what is in the log when, and taking it up again from the log alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import pytest

from dojo.drill.begin import Wish, begin, make_folder, write_down
from dojo.drill.choose import drawn_fairly, fitting, worth_most
from dojo.drill.drill import Drill, Run, Task, resumed
from dojo.drill.workspace import FolderError
from dojo.progress import FILE_NAME, Progress, ProgressError, Reason, Sentence, open_progress
from dojo.progress.ledger import Ledger
from dojo.schedule.memory import Memory
from grader.catalogue import Kata, load
from grader.content import content_root
from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict

KATAS = load(content_root({}))
TASKS = (Task("stable_softmax", 10), Task("perplexity", 15))


class Time:
    """A wall clock and a monotonic one that a test moves."""

    def __init__(self) -> None:
        self.wall, self.tick = 1_790_000_000.0, 50.0

    def go(self, seconds: float) -> None:
        self.wall += seconds
        self.tick += seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def progress(tmp_path: Path, time: Time) -> Iterator[Progress]:
    with open_progress(tmp_path / FILE_NAME, lambda: time.wall) as opened:
        yield opened


@pytest.fixture
def drill(progress: Progress, time: Time, tmp_path: Path) -> Drill:
    drill = Drill(Ledger(progress), TASKS, 25.0, tmp_path, lambda: time.wall, lambda: time.tick)
    drill.begin()
    return drill


def begun(drill: Drill) -> Run:
    run = drill.current
    assert run is not None
    drill.start(run)
    return run


def result(passed: int, tests: int = 4, kata: str = "stable_softmax") -> Result:
    text = Bilingual("x", "x")
    each = [
        TestResult(f"test_{n}", text, Verdict.PASSED if n < passed else Verdict.FAILED, n < passed, 1)
        for n in range(tests)
    ]
    verdict = Verdict.PASSED if passed == tests else Verdict.FAILED
    return Result(None, kata, "f.py", verdict, passed / tests, passed, tests, 0.01, tuple(each))


def again(drill: Drill, progress: Progress, time: Time) -> Drill:
    """The drill as another process finds it."""
    assert drill.number is not None
    steps, verdicts = progress.steps("drill", drill.number), progress.verdicts_of(drill.number)
    return resumed(Ledger(progress), steps, verdicts, lambda: time.wall, lambda: time.tick, lambda slug: True)


def test_a_verdict_is_in_the_log_when_it_can_be_shown(drill: Drill, progress: Progress, time: Time) -> None:
    run = begun(drill)
    time.go(90)
    drill.judged(run, result(1), b"code")
    (kept,) = progress.verdicts()
    assert (kept.kata, kept.verdict, kept.passed, kept.tests, kept.clock) == ("stable_softmax", "failed", 1, 4, 90.0)
    assert kept.share == pytest.approx(90 / 600)
    assert kept.sitting == drill.number


def test_a_fault_of_ours_and_a_file_that_cannot_be_read_are_no_results(drill: Drill, progress: Progress) -> None:
    run = begun(drill)
    drill.judged(run, result(0), None)
    drill.judged(run, Result(None, "stable_softmax", "f.py", Verdict.BROKEN, 0.0, 0, 4, 0.0), b"code")
    assert progress.verdicts() == []
    assert run.saves == []


def test_a_pass_stops_the_clock_and_the_next_kata_has_its_own(drill: Drill, time: Time) -> None:
    run = begun(drill)
    time.go(120)
    drill.judged(run, result(4), b"code")
    time.go(30)
    assert (run.state, run.seconds, run.points) == ("passed", 120.0, 10.0)
    second = begun(drill)
    assert second.task.slug == "perplexity"
    assert second.seconds == 0.0
    assert drill.clock.seconds() == 150.0


def test_hints_cost_one_point_then_two_then_three_and_never_more_than_there_are(drill: Drill) -> None:
    run = begun(drill)
    drill.judged(run, result(2), b"code")
    assert run.points == 5.0
    for number, points in ((1, 4.0), (2, 2.0), (3, 0.0)):
        drill.hint(run, number)
        assert run.points == points


def test_a_hint_that_was_read_in_another_window_counts_too(drill: Drill, progress: Progress) -> None:
    progress.record_hint("stable_softmax", 1)  # before the drill
    run = begun(drill)
    progress.record_hint("stable_softmax", 2)
    progress.record_hint("perplexity", 1)
    assert drill.hints_of(run) == {2}


def test_the_clock_runs_on_while_the_terminal_is_closed(drill: Drill, progress: Progress, time: Time) -> None:
    run = begun(drill)
    time.go(60)
    drill.judged(run, result(1), b"code")
    drill.hint(run, 1)
    time.go(200)
    time.tick = 3.0  # another process, or the machine was started again
    later = again(drill, progress, time)
    run = later.runs[0]
    assert later.current is run
    assert (run.state, run.seconds, run.hints) == ("running", 260.0, {1})
    assert [(save.clock, save.passed) for save in run.saves] == [(60.0, 1)]
    time.go(40)
    assert run.seconds == 300.0
    assert later.clock.seconds() == 300.0
    assert (later.minutes, later.folder) == (25.0, drill.folder)


def test_a_clock_that_is_set_back_takes_no_time_away(drill: Drill, progress: Progress, time: Time) -> None:
    run = begun(drill)
    time.go(100)
    time.wall -= 7200
    assert run.seconds == 100.0
    drill.judged(run, result(1), b"code")
    later = again(drill, progress, time)
    assert later.runs[0].seconds == 100.0
    time.go(10)
    assert later.runs[0].seconds == 110.0


def test_a_machine_that_slept_has_not_stopped_the_clock(drill: Drill, time: Time) -> None:
    run = begun(drill)
    time.wall += 500  # a monotonic clock stands still while a machine sleeps
    assert run.seconds == 500.0


def test_what_was_passed_and_given_up_stays_so_and_what_is_gone_falls_away(
    drill: Drill, progress: Progress, time: Time
) -> None:
    first = begun(drill)
    time.go(30)
    drill.judged(first, result(4), b"code")
    second = begun(drill)
    time.go(50)
    drill.give_up(second)
    later = again(drill, progress, time)
    assert [(run.state, run.seconds) for run in later.runs] == [("passed", 30.0), ("given up", 50.0)]
    assert later.current is None
    steps, verdicts = progress.steps("drill", drill.number), progress.verdicts_of(drill.number or 0)
    without = resumed(
        Ledger(progress), steps, verdicts, lambda: time.wall, lambda: time.tick, lambda slug: slug == "perplexity"
    )
    assert [run.task.slug for run in without.runs] == ["perplexity"]


def test_a_full_disk_stops_no_drill_and_what_waited_is_written_later(tmp_path: Path, time: Time) -> None:
    class Full(Progress):
        room = True

        def record_verdict(self, *values: object, **more: object) -> None:
            if not self.room:
                raise ProgressError(Reason.FULL, Sentence("The disk is full.", "磁盘已满。"))
            super().record_verdict(*values, **more)  # type: ignore[arg-type]

    with open_progress(tmp_path / FILE_NAME, lambda: time.wall) as log:
        full = Full(log._connection, log.path, lambda: time.wall)
        ledger = Ledger(full)
        drill = Drill(ledger, TASKS, 25.0, tmp_path, lambda: time.wall, lambda: time.tick)
        drill.begin()
        run = begun(drill)
        full.room = False
        drill.judged(run, result(1), b"one")
        assert ledger.trouble("en") == "The disk is full."
        assert [save.passed for save in run.saves] == [1]
        full.room = True
        drill.judged(run, result(2), b"two")
        assert ledger.trouble("en") is None
        assert [kept.passed for kept in log.verdicts()] == [1, 2]


def asked(wish: Wish, progress: Progress, tmp_path: Path, time: Time, katas: Mapping[str, Kata] = KATAS) -> Drill:
    """The drill that a wish begins, or goes on with, in a process that has died since."""
    found = begin(wish, katas, Ledger(progress), tmp_path, None, tmp_path, 1, lambda: time.wall, lambda: time.tick)
    assert found is not None
    found = found if found.resumed else write_down(found, tmp_path)
    assert found.claim is not None
    found.claim.drop()
    return found.drill


def test_a_drill_that_was_left_is_taken_up_again_unless_something_else_is_asked_for(
    progress: Progress, tmp_path: Path, time: Time
) -> None:
    first = asked(Wish(), progress, tmp_path, time)
    time.go(100)
    assert asked(Wish(), progress, tmp_path, time).number == first.number
    assert asked(Wish(katas=1), progress, tmp_path, time).number != first.number


def test_a_drill_that_runs_in_another_terminal_is_not_taken_and_neither_are_its_katas(
    progress: Progress, tmp_path: Path, time: Time
) -> None:
    found = begin(Wish(), KATAS, Ledger(progress), tmp_path, None, tmp_path, 1, lambda: time.wall, lambda: time.tick)
    assert found is not None
    running = write_down(found, tmp_path)  # it holds the claim
    for _ in range(5):
        other = asked(Wish(), progress, tmp_path, time)
        assert other.number != running.drill.number
        assert {run.task.slug for run in other.runs}.isdisjoint(run.task.slug for run in running.drill.runs)
    assert running.claim is not None
    running.claim.drop()


def test_a_drill_of_yesterday_is_not_taken_up_and_neither_is_one_whose_katas_are_all_gone(
    progress: Progress, tmp_path: Path, time: Time
) -> None:
    first = asked(Wish(), progress, tmp_path, time)
    left = {slug: kata for slug, kata in KATAS.items() if slug != first.runs[0].task.slug}
    second = asked(Wish(), progress, tmp_path, time, left)
    assert second.number != first.number
    time.go(86_400)
    assert asked(Wish(), progress, tmp_path, time).number != second.number


def test_what_was_missed_before_today_comes_first_then_what_is_due_then_the_easiest_new_one() -> None:
    katas = [KATAS[slug] for slug in ("stable_softmax", "perplexity", "gru_cell", "self_attention", "bleu")]
    memories = {
        "perplexity": Memory(5.0, 5.0, day=90, rating=3),
        "gru_cell": Memory(5.0, 5.0, day=98, rating=1),
        "self_attention": Memory(0.5, 5.0, day=100, rating=1),
        "bleu": Memory(50.0, 5.0, day=99, rating=3),
    }
    order = [kata.slug for kata in worth_most(katas, memories, 100, Random(1))]
    assert order == ["gru_cell", "perplexity", "stable_softmax", "self_attention", "bleu"]


def test_a_role_weighs_new_katas_of_one_level() -> None:
    ones = [kata for kata in KATAS.values() if kata.level == 1]
    topic = ones[-1].topic
    order = worth_most(list(KATAS.values()), {}, 100, Random(1), {topic: 3.0})
    assert order[0].topic == topic
    assert [kata.level for kata in order] == sorted(kata.level for kata in KATAS.values())


def test_two_drills_of_one_minute_have_folders_of_their_own(tmp_path: Path) -> None:
    folders = {make_folder(tmp_path, 1_790_000_000.0) for _ in range(3)}
    assert len(folders) == 3
    assert all(folder.is_dir() for folder in folders)
    with pytest.raises(FolderError):
        make_folder(Path("/proc"), 1.0)


def test_a_seed_decides_alone() -> None:
    katas = list(KATAS.values())
    assert drawn_fairly(katas, 7) == drawn_fairly(katas, 7) != drawn_fairly(katas, 8)
    assert sorted(kata.slug for kata in drawn_fairly(katas, 7)) == sorted(KATAS)


@pytest.mark.parametrize("minutes", [1.0, 12.0, 25.0, 60.0, 600.0])
def test_katas_fit_the_minutes_together_and_one_is_always_there(minutes: float) -> None:
    order = list(KATAS.values())
    chosen = fitting(order, None, minutes)
    shortest = min(kata.minutes for kata in order)
    assert chosen
    assert sum(kata.minutes for kata in chosen) <= max(minutes, shortest)
    assert len(fitting(order, 2, minutes)) <= 2
    assert len(fitting(order, 3, None)) == 3
    assert len(fitting(order, None, None)) == 1
