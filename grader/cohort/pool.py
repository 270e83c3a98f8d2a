"""Grades many submissions on all cores: a judge and a zygote in each process, work handed out as it is done.

The order of results is that of the submissions, whatever process was faster. A process that dies takes the submission
it had with it as `broken`, which is ours, and is replaced.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

import msgspec

from grader.catalogue import Kata, load
from grader.cohort.cache import VerdictCache
from grader.cohort.discovery import Found, shown_path
from grader.judge.needs import content_folders, imports_for
from grader.judge.rooms import Rooms
from grader.judge.run import Job, grade_each
from grader.judge.submissions import Unreadable, read_submission
from grader.judge.verdicts import Bilingual, Result, Verdict
from grader.sandbox.tiers import Tier

LOST = Bilingual("the process that graded it died", "评测进程意外终止")


class Plan(msgspec.Struct, frozen=True):
    """What every process of a cohort needs to know. `cache` is the folder of kept verdicts, or None."""

    root: str
    slugs: tuple[str, ...]
    tier: str
    cache: str | None


def grade_all(found: Sequence[Found], plan: Plan, processes: int, on_result: Callable[[int, Result], None]) -> None:
    """Grade everything; `on_result` is told each index and verdict as it comes. A Ctrl-C leaves what is done."""
    if processes <= 1 or len(found) < 3:
        indices = iter(range(len(found)))
        _grade(plan, ((index, found[index]) for index in indices), on_result)
        return
    os.environ["PYTHONSAFEPATH"] = "1"  # else a process that is spawned imports from the folder that we are called in
    context = multiprocessing.get_context("spawn")
    crew: dict[Connection, tuple[BaseProcess, list[int]]] = {}
    waiting = list(reversed(range(len(found))))

    def hire() -> None:
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, msgspec.msgpack.encode(plan)), daemon=True)
        process.start()
        theirs.close()
        crew[ours] = (process, [])
        for _ in range(2):  # one at work and one at hand, so that nobody waits for the post
            give(ours)

    def give(line: Connection) -> None:
        if waiting:
            index = waiting.pop()
            crew[line][1].append(index)
            one = found[index]
            line.send_bytes(msgspec.msgpack.encode((index, one.member, one.kata, os.fsencode(one.path))))

    try:
        for _ in range(min(processes, len(found))):
            hire()
        while any(at_work for _, at_work in crew.values()):
            for line in wait(list(crew)):
                assert isinstance(line, Connection)
                try:
                    index, result = msgspec.msgpack.decode(line.recv_bytes(), type=tuple[int, Result])
                except (EOFError, OSError):
                    _, lost = crew.pop(line)
                    for index in lost[:1]:
                        on_result(index, _lost(found[index]))
                    waiting += reversed(lost[1:])
                    if waiting:
                        hire()
                    continue
                crew[line][1].remove(index)
                on_result(index, result)
                give(line)
    finally:
        for line, (process, _) in crew.items():
            line.close()
            process.terminate()
            process.join()


def job_for(one: Found, kata: Kata) -> Job:
    """The submission as it is on disk now: read once, and those bytes are graded."""
    try:
        source, trouble = read_submission(one.path), None
    except Unreadable as error:
        source, trouble = None, Bilingual(f"the file cannot be read: {error}", f"无法读取文件：{error}")
    return Job(kata, source, trouble, one.member, shown_path(one.path))


def _serve(line: Connection, plan: bytes) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends us
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # which no test swallows: the rooms are closed on the way

    def work() -> Iterator[tuple[int, Found]]:
        while True:
            try:
                index, member, kata, path = msgspec.msgpack.decode(
                    line.recv_bytes(), type=tuple[int, str | None, str, bytes]
                )
            except (EOFError, OSError):
                return
            yield index, Found(member, kata, Path(os.fsdecode(path)))

    def send(index: int, result: Result) -> None:
        line.send_bytes(msgspec.msgpack.encode((index, result)))

    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        _grade(msgspec.msgpack.decode(plan, type=Plan), work(), send)


def _grade(plan: Plan, work: Iterator[tuple[int, Found]], on_result: Callable[[int, Result], None]) -> None:
    katas = {slug: kata for slug, kata in load(Path(plan.root)).items() if slug in plan.slugs}
    cache = None if plan.cache is None else VerdictCache(Path(plan.cache), katas.values(), plan.tier)
    indices: dict[int, int] = {}

    def jobs() -> Iterator[Job]:
        for index, one in work:
            job = job_for(one, katas[one.kata])
            kept = None if cache is None or job.source is None else cache.get(one.kata, job.source)
            if kept is not None:
                on_result(index, msgspec.structs.replace(kept, member=job.member, file=job.file))
                continue
            indices[id(job)] = index
            yield job

    def done(job: Job, result: Result) -> None:
        if cache is not None and job.source is not None:
            cache.put(job.source, result)
        on_result(indices.pop(id(job)), result)

    with Rooms(Tier(plan.tier), imports_for(katas.values()), content_folders(Path(plan.root))) as rooms:
        grade_each(jobs(), list(katas.values()), rooms, done)


def _lost(one: Found) -> Result:
    return Result(one.member, one.kata, shown_path(one.path), Verdict.BROKEN, 0, 0, 0, 0, message=LOST)
