"""The warm judges of one Dask worker: each a process of its own, with its zygote, started when it is needed first.

A judge can't live in the worker itself: it needs a main thread for its signals, and pytest to itself. It is started by
`subprocess`, since a worker under a nanny is daemonic and may have no children by `multiprocessing`. It ends when its
line is closed, so it outlives no worker, not even one that was killed.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from grader.judge import draws

BEGIN = (
    "import sys; sys.path += sys.argv[1:2]; "
    "from grader.cohort.judging import serve_on; serve_on(int(sys.argv[2]), *sys.argv[3:])"
)
PACKAGES = Path(__file__).resolve().parents[3]  # where `grader` lies
IDLE = 30.0  # seconds without a submission, after which a judge is ended; the next one starts another
GRACE = 5.0  # seconds for a judge to end


class JudgeDied(Exception):
    """The process that graded a submission ended before its verdict came."""


class Crew:
    """Judges of the content in `folder`, no more of them than threads that ask for one at a time."""

    def __init__(self, folder: Path, slugs: Sequence[str], tier: str, secret: str, idle: float = IDLE) -> None:
        self.tier = tier
        self._call = [str(folder), tier, ",".join(slugs)]
        self._secret = secret
        self._idle = idle
        self._free: list[_Judge] = []  # the one that worked last at the end
        self._lock = threading.Lock()
        self._watched = False

    def grade(self, job: bytes) -> bytes:
        """The `Result` of a `Job`, both in MessagePack. Raises `JudgeDied`."""
        with self._lock:
            judge = self._free.pop() if self._free else None
        judge = judge or _Judge(self._call, self._secret)
        try:
            result = judge.grade(job)
        except (EOFError, OSError):
            judge.end()
            raise JudgeDied from None
        judge.since = time.monotonic()
        with self._lock:
            self._free.append(judge)
            watched, self._watched = self._watched, True
        if not watched:
            threading.Thread(target=self._end_idle, name="dojo-idle-judges", daemon=True).start()
        return result

    def _end_idle(self) -> None:
        """End the judges that have had nothing to do; the thread goes when none is left."""
        while True:
            time.sleep(self._idle / 4)
            before = time.monotonic() - self._idle
            with self._lock:
                gone = [judge for judge in self._free if judge.since < before]
                self._free = [judge for judge in self._free if judge.since >= before]
                self._watched = bool(self._free)
                last = not self._watched
            for judge in gone:
                judge.end()
            if last:
                return


class _Judge:
    """One process that judges, and the line to it. `since` is when it was used last."""

    def __init__(self, call: Sequence[str], secret: str) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", BEGIN, str(PACKAGES), str(theirs.fileno()), *call],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                cwd="/",
                env={**os.environ, draws.VARIABLE: secret, "PYTHONSAFEPATH": "1"},
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # what the worker's terminal or nanny signals is not meant for it
            )
        self._line = Connection(ours.detach())
        self.since = time.monotonic()

    def grade(self, job: bytes) -> bytes:
        self._line.send_bytes(job)
        return self._line.recv_bytes()

    def end(self) -> None:
        """Close the line, which ends the process, and wait for it."""
        self._line.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(GRACE)
        self._process.kill()
        self._process.wait()
