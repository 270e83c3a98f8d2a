"""Processes that judge for the checks: each has a warm zygote of its own and takes one batch of submissions at a time.

A batch is some submissions of one kata. What a submission cost is measured here, where its rooms are opened.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import msgspec

from grader.catalogue import Limits, load_kata
from grader.judge import handles
from grader.judge.grading import Grading
from grader.judge.rooms import Room, RoomLimits, Rooms
from grader.judge.submissions import Job
from grader.judge.verdicts import Bilingual, Result, Verdict
from grader.lint.forbidden import unresolved
from grader.sandbox.tiers import Tier

GRACE = 1.0  # seconds for a process that is told to end
LOST = Bilingual("the judging process died", "评测进程意外终止")


class Batch(msgspec.Struct, frozen=True):
    """Submissions of the kata that `description` (a `kata.yaml`) describes; `limits` in place of its own."""

    description: str
    jobs: tuple[Job, ...]
    examples: bool = False  # whether the visible tests are run, too
    limits: Limits | None = None


class Graded(msgspec.Struct, frozen=True):
    """One verdict and what it cost."""

    result: Result
    crossings: int = 0  # requests from judge to worker
    cpu: float = 0.0  # seconds of the submission's rooms
    generated: int = 0  # inputs that Hypothesis drew
    unresolved: tuple[str, ...] = ()  # what is wrong with the kata's forbidden names, where the visible tests are run


class Crew:
    """Judging processes, at most `processes` of them; leave the `with` block and none is left."""

    def __init__(self, processes: int, imports: Sequence[str], tier: Tier = Tier.PLAIN) -> None:
        self._processes = processes
        self._plan = (tuple(imports), tier.value)
        self._idle: list[Connection] = []
        self._all: dict[Connection, BaseProcess] = {}

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for line, process in self._all.items():
            line.close()  # which one that waits for work takes for the end
            if line not in self._idle:
                process.terminate()
        for process in self._all.values():
            process.join(GRACE)
            process.kill()  # an import of torch hears nothing; the zygote puts away what is left
            process.join()

    def grade(self, batches: Sequence[Batch]) -> Iterator[tuple[int, Graded]]:
        """Each verdict as it comes, with the number of its batch; within a batch in the order of its jobs."""
        left = [(number, batch) for number, batch in enumerate(batches) if batch.jobs][::-1]
        busy: dict[Connection, tuple[int, Batch, int]] = {}
        while left or busy:
            while left and (free := self._take()) is not None:
                busy[free] = (*left[-1], 0)
                with contextlib.suppress(OSError):  # it is dead, which its line will say
                    free.send_bytes(msgspec.msgpack.encode(left.pop()[1]))
            for line in wait(list(busy)):
                assert isinstance(line, Connection)
                number, batch, done = busy[line]
                try:
                    graded = msgspec.msgpack.decode(line.recv_bytes(), type=Graded)
                except (EOFError, OSError):
                    del busy[line]
                    self._all.pop(line).join()
                    graded = Graded(_lost(batch.jobs[done]))
                    if rest := batch.jobs[done + 1 :]:
                        left.append((number, msgspec.structs.replace(batch, jobs=rest)))
                else:
                    busy[line] = (number, batch, done + 1)
                    if done + 1 == len(batch.jobs):
                        del busy[line]
                        self._idle.append(line)
                yield number, graded

    def _take(self) -> Connection | None:
        if self._idle:
            return self._idle.pop()
        if len(self._all) >= self._processes:
            return None
        os.environ["PYTHONSAFEPATH"] = "1"  # else a process that is spawned imports from the folder we are called in
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, *self._plan), daemon=True)
        process.start()
        theirs.close()
        self._all[ours] = process
        return ours


def cores() -> int:
    """How many processes can run at the same time here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _lost(job: Job) -> Result:
    return Result(job.member, job.kata, job.file, Verdict.BROKEN, 0, 0, 0, 0, message=LOST)


class _Metered(Rooms):
    """Rooms that remember for whom they were opened."""

    opened: list[tuple[Grading, Room]]

    def open(self, limits: RoomLimits) -> Room:
        room = super().open(limits)
        self.opened.append((handles.current[-1], room))
        return room


def _serve(line: Connection, imports: tuple[str, ...], tier: str) -> None:
    """Grade the batches that come until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends us
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # which no test swallows: the rooms are closed on the way
    with (
        contextlib.suppress(KeyboardInterrupt, EOFError, OSError),
        contextlib.closing(_Metered(Tier(tier), imports)) as rooms,
    ):
        import hypothesis.statistics as statistics  # while the zygote imports, too

        while True:
            batch = msgspec.msgpack.decode(line.recv_bytes(), type=Batch)
            drawn: list[int] = []
            watch: Any = statistics.collector
            with watch.with_value(lambda seen, drawn=drawn: drawn.append(_drawn(seen))):
                _grade(line, batch, rooms, drawn)
            gc.unfreeze()  # the next run of pytest freezes what is left of this one


def _grade(line: Connection, batch: Batch, rooms: _Metered, drawn: list[int]) -> None:
    from grader.judge.run import grade_each

    kata = load_kata(Path(batch.description))
    if batch.limits is not None:
        kata = msgspec.structs.replace(kata, limits=batch.limits)
    rooms.opened = []
    wrong = tuple(unresolved(kata.forbidden)) if batch.examples else ()

    def tell(job: Job, result: Result) -> None:
        mine = [(grading, room) for grading, room in rooms.opened if grading.source == job.source]
        gradings = {id(grading): grading for grading, _ in mine}
        asked = sum(grading.requests for grading in gradings.values())
        spent = sum(room.cpu_seconds() for _, room in mine)
        line.send_bytes(msgspec.msgpack.encode(Graded(result, asked - len(mine), spent, sum(drawn), wrong)))
        rooms.opened = []
        drawn.clear()

    grade_each(batch.jobs, [kata], rooms, tell, batch.examples)


def _drawn(seen: object) -> int:
    phases = seen.values() if isinstance(seen, dict) else ()
    return sum(len(phase.get("test-cases", ())) for phase in phases if isinstance(phase, dict))
