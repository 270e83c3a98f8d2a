"""One process of a cohort: a judge with its zygote, which grades what comes over the line, in turn."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn

import msgspec

from grader.catalogue import load
from grader.judge.needs import content_folders, imports_for
from grader.judge.rooms import Rooms
from grader.judge.submissions import Job
from grader.judge.verdicts import Result
from grader.sandbox.tiers import Tier

GRACE = 2.0  # seconds for putting the rooms away


def serve(line: Connection, root: str, slugs: tuple[str, ...], tier: str) -> None:
    """Grade the jobs that come, and end at once when the line is closed; a `Result` goes back for each."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends us
    signal.signal(signal.SIGTERM, _interrupt)

    coming: queue.SimpleQueue[Job] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(line, coming.put), daemon=True).start()

    def tell(_: Job, result: Result) -> None:
        line.send_bytes(msgspec.msgpack.encode(result))

    folder = Path(root)
    katas = {slug: kata for slug, kata in load(folder).items() if slug in slugs}
    with (
        contextlib.suppress(KeyboardInterrupt, BrokenPipeError),
        Rooms(Tier(tier), imports_for(katas.values()), content_folders(folder)) as rooms,
    ):
        from grader.judge.run import grade_each  # while the zygote imports, too

        grade_each(iter(coming.get, None), list(katas.values()), rooms, tell)


def serve_on(descriptor: int, root: str, tier: str, slugs: str) -> None:
    """`serve`, for a process that was started with the end of a line; `slugs` has commas between."""
    serve(Connection(descriptor), root, tuple(slugs.split(",")), tier)


def _interrupt(number: int, _: object) -> NoReturn:
    """Close the rooms on the way out, which a second signal must not disturb."""
    signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt  # which no test swallows


def _receive(line: Connection, put: Callable[[Job], None]) -> None:
    """Take what comes at once: a sender that had to wait for us could not take what we send.

    The line ends with the parent, even one that was killed. Then nobody waits for the verdict that is being found.
    """
    with contextlib.suppress(EOFError, OSError):
        while True:
            put(msgspec.msgpack.decode(line.recv_bytes(), type=Job))
    main = threading.main_thread()
    if main.ident is not None:
        signal.pthread_kill(main.ident, signal.SIGTERM)
    main.join(GRACE)
    os._exit(1)  # an import hears no signal; the zygote ends with us, and its rooms with it
