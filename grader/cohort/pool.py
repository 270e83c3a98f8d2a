"""Grades many submissions on all cores: hands them to processes that judge, and keeps and tells the verdicts.

Each submission is read here, once, and one that was graded before, byte for byte, is handed to nobody. A process that
dies takes the submission it had with it as `broken`, which is ours, and is replaced.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

import msgspec

from grader.catalogue import load
from grader.cohort.cache import VerdictCache
from grader.cohort.discovery import Found, job_for
from grader.judge import draws
from grader.judge.submissions import Job
from grader.judge.verdicts import Bilingual, Result, Verdict

LOST = Bilingual("the process that graded it died", "评测进程意外终止")
GRACE = 1.0  # seconds for a process that is told to end
LEAST = 3  # submissions that are worth the start of a process


class Plan(msgspec.Struct, frozen=True):
    """How a cohort is graded. `cache` is the folder of kept verdicts, or None."""

    root: str
    slugs: tuple[str, ...]
    tier: str
    cache: str | None


class Judge:
    """A process that judges: the line to it, and the jobs that it has, oldest first."""

    def __init__(self, process: BaseProcess, line: Connection, core: int | None) -> None:
        self.process = process
        self.line = line
        self.core = core
        self.jobs: list[tuple[int, Job]] = []

    def give(self, entry: tuple[int, Job] | None) -> None:
        if entry is not None:
            self.jobs.append(entry)
            with contextlib.suppress(OSError):  # it is dead, which its line will say
                self.line.send_bytes(msgspec.msgpack.encode(entry[1]))


def core_for(number: int, judges: int, allowed: Sequence[int], first: int) -> int | None:
    """The core of the judge with this number; None where there are more judges than cores, so that any may be used.

    A judge and its room take turns, so one core serves both, with what they share in its caches. `first` is where the
    dealing begins: two cohorts on one machine should not begin at the same core.
    """
    return allowed[(first + number) % len(allowed)] if judges <= len(allowed) else None


def grade_all(found: Sequence[Found], plan: Plan, processes: int, on_result: Callable[[int, Result], None]) -> None:
    """Grade everything; `on_result` is told each index and verdict as it comes. A Ctrl-C leaves what is done."""
    katas = {slug: kata for slug, kata in load(Path(plan.root)).items() if slug in plan.slugs}
    draws.begin(None if plan.cache is None else Path(plan.cache))
    cache = None if plan.cache is None else VerdictCache(Path(plan.cache), katas.values(), plan.tier)
    returned: list[tuple[int, Job]] = []
    crew: dict[Connection, Judge] = {}

    def unknown() -> Iterator[tuple[int, Job]]:
        for index, one in enumerate(found):
            job = job_for(one)
            kept = None if cache is None or job.source is None else cache.get(job.kata, job.source)
            if kept is None:
                yield index, job
            else:
                on_result(index, msgspec.structs.replace(kept, member=job.member, file=job.file))

    coming = unknown()
    judges = min(processes, -(-len(found) // LEAST))
    allowed = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []

    def free_core() -> int | None:
        """The first core in turn that no judge at work has: one that is hired later takes a dead one's."""
        taken = {judge.core for judge in crew.values()}
        dealt = (core_for(number, judges, allowed, os.getpid()) for number in range(judges))
        return next((core for core in dealt if core not in taken), None)

    def take() -> tuple[int, Job] | None:
        return returned.pop() if returned else next(coming, None)

    def hire() -> None:
        entry = take()
        if entry is not None:
            judge = _start(plan, free_core())
            crew[judge.line] = judge
            judge.give(entry)

    try:
        for _ in range(judges):
            hire()
        for judge in crew.values():
            judge.give(take())  # one at work and one at hand, so that nobody waits for the post
        while any(judge.jobs for judge in crew.values()):
            for line in wait(list(crew)):
                assert isinstance(line, Connection)
                judge = crew[line]
                index, job = judge.jobs[0]
                try:
                    result = msgspec.msgpack.decode(line.recv_bytes(), type=Result)
                except (EOFError, OSError):
                    del crew[line]
                    on_result(index, _lost(job))
                    returned += judge.jobs[:0:-1]
                    hire()
                    continue
                del judge.jobs[0]
                if cache is not None and job.source is not None:
                    cache.put(job.source, result)
                on_result(index, result)
                judge.give(take())
    finally:
        for judge in crew.values():
            judge.line.close()
            judge.process.terminate()
        for judge in crew.values():
            judge.process.join(GRACE)
            judge.process.kill()  # an import of torch hears nothing; the zygote puts away what is left
            judge.process.join()


def _start(plan: Plan, core: int | None) -> Judge:
    os.environ["PYTHONSAFEPATH"] = "1"  # else a process that is spawned imports from the folder that we are called in
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, plan.root, plan.slugs, plan.tier, core), daemon=True)
    process.start()
    theirs.close()
    return Judge(process, ours, core)


def _serve(line: Connection, root: str, slugs: tuple[str, ...], tier: str, core: int | None) -> None:
    if core is not None:  # before anything is imported: its zygote and its rooms inherit it
        with contextlib.suppress(OSError):  # the set of allowed cores may have shrunk since it was read
            os.sched_setaffinity(0, {core})
    from grader.cohort.judging import serve  # what it imports, this process can do without

    serve(line, root, slugs, tier)


def _lost(job: Job) -> Result:
    return Result(job.member, job.kata, job.file, Verdict.BROKEN, 0, 0, 0, 0, message=LOST)
