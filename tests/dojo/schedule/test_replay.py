"""Memory states are what a replay of the whole log gives, however much of it was kept from before."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from dojo.progress import FILE_NAME, Plan, Progress, open_progress
from dojo.schedule.ratings import Rating
from dojo.schedule.replay import FILE, local_day, memories

DAY = 86_400.0


class Clock:
    at = 1_790_000_000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def progress(tmp_path: Path, clock: Clock) -> Iterator[Progress]:
    with open_progress(tmp_path / FILE_NAME, clock) as opened:
        yield opened


def answer(progress: Progress, question: str, score: float = 1.0) -> int:
    session = progress.begin_session(Plan(()))
    return progress.record_answer(
        session, question=question, topic="t", seed=1, answer=None, outcome="right" if score else "wrong", score=score,
        seconds=9.0,
    )  # fmt: skip


def test_what_is_kept_and_what_is_new_come_to_the_replay_of_everything(
    progress: Progress, clock: Clock, tmp_path: Path
) -> None:
    chance, cache = Random(1), tmp_path / "cache"
    given: list[int] = []
    for _ in range(120):
        clock.at += chance.choice([10.0, 3600.0, DAY, 5 * DAY, -DAY])
        what = chance.random()
        if what < 0.7 or not given:
            given.append(answer(progress, f"q{chance.randrange(8)}", float(chance.random() < 0.7)))
        elif what < 0.8:
            progress.retract(given.pop(chance.randrange(len(given))))
        else:
            verdict = "passed" if chance.random() < 0.5 else "failed"
            progress.record_verdict(f"k{chance.randrange(3)}", verdict, 1.0, "digest", 0.1)
        if chance.random() < 0.3:
            assert memories(progress, cache) == memories(progress, None)
    assert memories(progress, cache) == memories(progress, None)
    assert memories(progress, cache).questions


def test_verdicts_that_follow_closely_are_one_attempt(progress: Progress, clock: Clock) -> None:
    for verdict in ("error", "failed", "passed", "failed"):
        progress.record_verdict("softmax", verdict, 0.5, "digest", 0.1)
        clock.at += 600
    memory = memories(progress, None).katas["softmax"]
    assert (memory.reviews, memory.rating) == (1, Rating.GOOD)
    clock.at += 3 * DAY
    progress.record_verdict("softmax", "failed", 0.5, "digest", 0.1)
    memory = memories(progress, None).katas["softmax"]
    assert (memory.reviews, memory.rating, memory.lapses) == (2, Rating.AGAIN, 1)


def drilled(progress: Progress, verdict: str, hints: int = 0, share: float = 0.9) -> None:
    progress.record_verdict("softmax", verdict, 1.0, "digest", 0.1, sitting=1, hints=hints, share=share)


@pytest.mark.parametrize(
    ("hints", "share", "rating"),
    [(0, 0.4, Rating.EASY), (0, 0.9, Rating.GOOD), (1, 0.4, Rating.HARD), (0, 2.5, Rating.HARD)],
)
def test_a_drill_is_rated_by_its_hints_and_its_share_of_the_par_time(
    progress: Progress, hints: int, share: float, rating: Rating
) -> None:
    drilled(progress, "failed", hints)
    drilled(progress, "passed", hints, share)
    drilled(progress, "passed", hints + 1, 9.0)  # what is saved after the pass changes nothing
    assert memories(progress, None).katas["softmax"].rating == rating


def test_a_kata_that_was_given_up_comes_back_soon(progress: Progress) -> None:
    drill = progress.record_step("drill", "begin", katas=[])
    progress.record_step("drill", "start", drill, "softmax")
    assert "softmax" not in memories(progress, None).katas
    progress.record_step("drill", "skip", drill, "softmax")
    assert memories(progress, None).katas["softmax"].rating == Rating.AGAIN
    assert [judged.verdict for judged in progress.verdicts()] == []


@pytest.mark.parametrize("spoil", [b"", b"\xff\x00", None])
def test_kept_states_that_are_damaged_or_lie_where_nothing_can_be_written_are_derived_again(
    progress: Progress, tmp_path: Path, spoil: bytes | None
) -> None:
    answer(progress, "q")
    cache = tmp_path / "cache"
    expected = memories(progress, cache)
    if spoil is None:
        (cache / FILE).unlink()
        cache.rmdir()
        cache.write_text("a file in the folder's place")
    else:
        (cache / FILE).write_bytes(spoil)
    assert memories(progress, cache) == expected


def test_states_of_another_log_are_not_taken_for_those_of_this_one(tmp_path: Path, clock: Clock) -> None:
    cache = tmp_path / "cache"
    with open_progress(tmp_path / "one.db", clock) as one:
        answer(one, "a")
        memories(one, cache)
    clock.at += 7
    with open_progress(tmp_path / "two.db", clock) as two:
        answer(two, "b")
        answer(two, "c")
        assert set(memories(two, cache).questions) == {"b", "c"}


def test_a_day_is_the_learners_own(monkeypatch: pytest.MonkeyPatch) -> None:
    late_in_new_york = 1_790_000_000.0 // DAY * DAY + 3 * 3600  # 3:00 UTC
    try:
        monkeypatch.setenv("TZ", "UTC")
        time.tzset()
        in_utc = local_day(late_in_new_york)
        monkeypatch.setenv("TZ", "America/New_York")
        time.tzset()
        assert local_day(late_in_new_york) == in_utc - 1
    finally:
        monkeypatch.undo()
        time.tzset()


def test_looking_at_what_is_kept_imports_no_scheduler(progress: Progress, tmp_path: Path) -> None:
    answer(progress, "q")
    memories(progress, tmp_path / "cache")
    program = (
        "import sys, time; from pathlib import Path; from dojo.progress import open_progress;"
        "from dojo.schedule.replay import memories;"
        f"found = memories(open_progress(Path({str(tmp_path / FILE_NAME)!r}), time.time),"
        f" Path({str(tmp_path / 'cache')!r}));"
        "sys.exit('fsrs' in sys.modules or not found.questions)"
    )
    done = subprocess.run([sys.executable, "-c", program], env=dict(os.environ), check=False, timeout=60)
    assert done.returncode == 0
