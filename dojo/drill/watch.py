"""Grades a file each time it is saved: the judge and the zygote stay warm in a thread of their own."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch as changes

from grader.catalogue import Kata
from grader.cohort.discovery import Found
from grader.cohort.pool import job_for
from grader.judge.needs import content_folders, imports_for
from grader.judge.rooms import Rooms
from grader.judge.run import Job, grade_each
from grader.judge.verdicts import Result
from grader.sandbox.tiers import Tier

DEBOUNCE = 20  # milliseconds that an editor may take to finish a save


def watch(kata: Kata, file: Path, tier: Tier) -> Iterator[Result]:
    """Verdicts on `file`: one now, one after each save, until the caller stops asking."""
    results: queue.SimpleQueue[Result | BaseException] = queue.SimpleQueue()
    stop = threading.Event()

    def jobs() -> Iterator[Job]:
        one = Found(None, kata.slug, file)
        last = job_for(one, kata)
        yield last
        for _ in changes(file.parent, debounce=DEBOUNCE, step=5, stop_event=stop, raise_interrupt=False):
            job = job_for(one, kata)
            if job.source is not None and job.source != last.source:
                last = job
                yield job

    def serve() -> None:
        try:
            with Rooms(tier, imports_for([kata]), content_folders(kata.folder.parents[2])) as rooms:
                grade_each(jobs(), [kata], rooms, lambda _, result: results.put(result), examples=True)
        except BaseException as error:  # it must not end unheard in a thread
            results.put(error)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        while True:
            result = results.get()
            if isinstance(result, BaseException):
                raise result
            yield result
    finally:
        stop.set()
        thread.join(timeout=5)
