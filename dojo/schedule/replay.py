"""Memory states, derived from the log by replaying it. What was derived is kept, and only what is new is replayed.

The log is the only truth: the kept states can be thrown away at any time, and are, where the log behind them has
changed (an answer taken back, another file) or the model has.
"""

from __future__ import annotations

import contextlib
import os
from datetime import datetime
from pathlib import Path

import msgspec

from dojo.progress import Judged, Progress
from dojo.progress.events import Changes
from dojo.schedule.memory import VERSION, Memory, bin_of, reviewing
from dojo.schedule.ratings import Rating, of_answer, of_kata

FILE = "memories.msgpack"
SITTING = 6 * 3600.0  # seconds: verdicts on one kata that are closer than this are one attempt at it


class Attempt(msgspec.Struct, frozen=True, array_like=True):
    """The newest attempt at a kata: when it was last judged, whether it has passed, and what was remembered before.

    `hints` and `share` (of the par time) are those of the first pass, where a drill measured them.
    """

    at: float
    passed: bool
    before: Memory | None
    hints: int = 0
    share: float | None = None

    @property
    def rating(self) -> Rating:
        return of_kata(self.passed, self.hints, self.share)


class Memories(msgspec.Struct, frozen=True):
    """What is remembered of each question and kata, up to the event `seq` of the log, which was written at `at`.

    `observed` counts reviews and successes by how overdue the item was (`outlook.bin_of`): how well the model fits.
    """

    version: str = VERSION
    parameters: tuple[float, ...] | None = None
    seq: int = 0
    at: float = 0.0
    questions: dict[str, Memory] = {}
    katas: dict[str, Memory] = {}
    attempts: dict[str, Attempt] = {}
    observed: dict[int, tuple[int, int]] = {}


def local_day(at: float) -> int:
    """The learner's own day of a moment (seconds since the epoch), numbered as days of the calendar are."""
    return datetime.fromtimestamp(at).toordinal() - datetime(1970, 1, 1).toordinal()


def memories(
    progress: Progress, cache: Path | None, parameters: tuple[float, ...] | None = None, keep: bool = True
) -> Memories:
    """The memory states as of now. `cache` is a folder for what was derived; None, or not `keep`, keeps nothing.

    Raises `ProgressError` where the log can't be read.
    """
    path = cache / FILE if cache else None
    kept = _kept(path, parameters)
    if kept.seq and progress.written_at(kept.seq) != kept.at:
        kept = Memories(parameters=parameters)  # another log, or one put back from a copy
    changes = progress.changes(kept.seq)
    if any(target <= kept.seq for target in changes.retracted):
        kept = Memories(parameters=parameters)
        changes = progress.changes(0)
    if changes.newest == kept.seq:
        return kept
    grown = _replayed(kept, changes) if changes.answers or changes.verdicts else kept
    grown = msgspec.structs.replace(grown, seq=changes.newest, at=changes.newest_at)
    if path and keep:
        _keep(path, grown)
    return grown


def forget(cache: Path) -> None:
    """Throws away what was derived; the next start derives it again."""
    with contextlib.suppress(OSError):
        (cache / FILE).unlink()


def _replayed(kept: Memories, changes: Changes) -> Memories:
    review = reviewing(kept.parameters)
    questions, katas, attempts = dict(kept.questions), dict(kept.katas), dict(kept.attempts)
    observed = dict(kept.observed)
    for answer in changes.answers:
        before, rating, day = questions.get(answer.question), of_answer(answer), local_day(answer.at)
        if before is not None and day > before.day:
            place = bin_of((day - before.day) / before.stability)
            reviews, right = observed.get(place, (0, 0))
            observed[place] = (reviews + 1, right + (rating > Rating.AGAIN))
        questions[answer.question] = review(before, rating, day)
    for judged in changes.verdicts:
        attempts[judged.kata] = attempt = _attempt(attempts.get(judged.kata), katas.get(judged.kata), judged)
        katas[judged.kata] = review(attempt.before, attempt.rating, local_day(judged.at))
    return msgspec.structs.replace(kept, questions=questions, katas=katas, attempts=attempts, observed=observed)


def _attempt(last: Attempt | None, memory: Memory | None, judged: Judged) -> Attempt:
    """A verdict joins the attempt it follows closely: ten saves on the way to a pass are one review, not ten."""
    passed = judged.verdict == "passed"
    if last is not None and 0 <= judged.at - last.at < SITTING:
        if last.passed:
            return msgspec.structs.replace(last, at=judged.at)
        return Attempt(judged.at, passed, last.before, max(last.hints, judged.hints), judged.share)
    return Attempt(judged.at, passed, memory, judged.hints, judged.share)


def _kept(path: Path | None, parameters: tuple[float, ...] | None) -> Memories:
    fresh = Memories(parameters=parameters)
    if path is None:
        return fresh
    try:
        kept = msgspec.msgpack.decode(path.read_bytes(), type=Memories)
    except (OSError, msgspec.MsgspecError):
        return fresh
    return kept if (kept.version, kept.parameters) == (VERSION, parameters) else fresh


def _keep(path: Path, grown: Memories) -> None:
    """Written whole or not at all; where it can't be, the next start derives it again."""
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(msgspec.msgpack.encode(grown))
        os.replace(part, path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
