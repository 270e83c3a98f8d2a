"""Grades a file each time it is saved: the judge and the zygote stay warm between two saves."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path

from watchfiles import watch as changes

from dojo.drill.background import background
from grader.catalogue import Kata
from grader.cohort.discovery import Found, job_for
from grader.judge.needs import content_folders, imports_for
from grader.judge.rooms import Rooms
from grader.judge.run import grade_each
from grader.judge.submissions import Job
from grader.judge.verdicts import Result
from grader.sandbox.tiers import Tier

DEBOUNCE = 20  # milliseconds that an editor may take to finish a save
LOOK = 500  # milliseconds after which it is looked whether the folder is still the same


def watch(
    kata: Kata, file: Path, tier: Tier, on_start: Callable[[], None] = lambda: None
) -> Generator[Result, None, None]:
    """Verdicts on `file`: one now, one after each save, until the caller closes it. `on_start` hears of each begin."""
    stop = threading.Event()

    def serve(say: Callable[[Result | None], None]) -> None:
        def jobs() -> Iterator[Job]:
            one = Found(None, kata.slug, file)
            last = job_for(one)
            yield last
            for _ in _stirs(file.parent, stop):
                job = job_for(one)
                if job.source is not None and job.source != last.source:
                    last = job
                    say(None)
                    yield job

        say(None)
        with Rooms(tier, imports_for([kata]), content_folders(kata.folder.parents[2])) as rooms:
            grade_each(jobs(), [kata], rooms, lambda _, result: say(result), examples=True)

    with closing(background(serve, stop)) as said:
        for result in said:
            if result is None:
                on_start()
            else:
                yield result


def _stirs(folder: Path, stop: threading.Event) -> Iterator[None]:
    """Each time that something may have happened in `folder`, also where another folder has taken its place."""
    while not stop.is_set():
        watched = _identity(folder)
        if watched is None:
            stop.wait(LOOK / 1000)
            continue
        try:
            for _ in changes(
                folder, debounce=DEBOUNCE, step=5, stop_event=stop, rust_timeout=LOOK, yield_on_timeout=True,
                raise_interrupt=False,
            ):  # fmt: skip
                yield  # after each LOOK, too: a new folder may have the old one's number
                if _identity(folder) != watched:
                    break  # what is watched is the old folder, wherever it is now
        except FileNotFoundError:
            continue


def _identity(folder: Path) -> tuple[int, int] | None:
    """Device and inode; None where there is no such folder now."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
