"""Grades a file each time it is saved: the judge and the zygote stay warm between two saves.

One thread grades, another one looks for saves. A save during a run ends that run: its verdict would be out of date.
"""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path

from watchfiles import watch as changes

from dojo.drill.background import background
from grader.catalogue import Kata
from grader.cohort.discovery import Found, job_for
from grader.judge.needs import content_folders, imports_for
from grader.judge.rooms import Room, RoomLimits, Rooms
from grader.judge.run import grade_each
from grader.judge.submissions import Job
from grader.judge.verdicts import Result
from grader.sandbox.tiers import Tier

DEBOUNCE = 20  # milliseconds that an editor may take to finish a save
LOOK = 500  # milliseconds after which the folder is checked again


class Superseded(KeyboardInterrupt):
    """A newer version of the file is waiting. The judge passes an interrupt on at once, whatever it is doing."""


class InterruptibleRooms(Rooms):
    """Rooms whose user can be stopped from another thread: no new room, and the line to the last one is cut."""

    _stopped = False
    _last: Room | None = None

    def open(self, limits: RoomLimits) -> Room:
        """Open a room. Raises `Superseded` while stopped."""
        if self._stopped:
            raise Superseded
        self._last = super().open(limits)
        return self._last

    def stop(self) -> None:
        """From any thread: end what runs now."""
        self._stopped = True
        if self._last is not None:
            with contextlib.suppress(OSError):  # it is closed already
                self._last.channel.shutdown(socket.SHUT_RDWR)

    def go_on(self) -> None:
        """Rooms may be opened again."""
        self._stopped = False
        self._last = None


class _Saves:
    """The newest version that is not graded yet, on its way from the thread that looks to the one that grades."""

    def __init__(self, rooms: InterruptibleRooms, first: Job) -> None:
        self._rooms = rooms
        self._new: Job | None = first
        self._running = False
        self._ended = False
        self._changed = threading.Condition()

    def put(self, job: Job) -> None:
        """A version was saved; a run of an older one ends."""
        with self._changed:
            self._new = job
            if self._running:
                self._rooms.stop()
            self._changed.notify()

    def take(self) -> Job | None:
        """Wait for a version; None after the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._new is not None or self._ended)
            job, self._new = self._new, None
            self._running = job is not None
            self._rooms.go_on()
            return job

    def done(self) -> bool:
        """A run has ended; whether its verdict is about the newest version."""
        with self._changed:
            self._running = False
            return self._new is None

    def end(self) -> None:
        with self._changed:
            self._ended = True
            self._changed.notify()


def watch(
    kata: Kata,
    file: Path,
    tier: Tier,
    on_start: Callable[[], None] = lambda: None,
    on_tick: Callable[[], None] = lambda: None,
) -> Generator[tuple[Result, bytes | None], None, None]:
    """Verdicts on `file`, with the bytes that were graded: one now, one after each save, until the caller closes it.

    `on_start` is called at the start of each run, `on_tick` while nothing comes.
    """
    stop = threading.Event()

    def serve(say: Callable[[tuple[Result, bytes | None] | None], None]) -> None:
        one = Found(None, kata.slug, file)
        say(None)
        hidden = content_folders(kata.folder.parents[2])
        with closing(InterruptibleRooms(tier, imports_for([kata]), hidden)) as rooms:
            first = job_for(one)
            saves = _Saves(rooms, first)

            def look() -> None:
                last = first
                for _ in _stirs(file.parent, stop):
                    job = job_for(one)
                    if job != last and os.path.lexists(file):  # an editor may take it away for a moment
                        last = job
                        saves.put(job)
                saves.end()

            def jobs() -> Iterator[Job]:
                while (job := saves.take()) is not None:
                    say(None)
                    yield job

            def tell(job: Job, result: Result) -> None:
                if saves.done():
                    say((result, job.source))

            threading.Thread(target=look, daemon=True).start()
            while not stop.is_set():
                with contextlib.suppress(Superseded):
                    grade_each(jobs(), [kata], rooms, tell, examples=True)

    with closing(background(serve, stop, on_tick)) as said:
        for result in said:
            if result is None:
                on_start()
            else:
                yield result


def _stirs(folder: Path, stop: threading.Event) -> Iterator[None]:
    """Yield when something may have happened in `folder`, also when another folder has taken its place."""
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
    """Device and inode; None if there is no such folder now."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
