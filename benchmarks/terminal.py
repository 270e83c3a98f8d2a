"""A command on a pseudo-terminal: how long until it shows something, what it painted, and its end at a given moment."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import termios
import time
from collections.abc import Iterator

PATIENCE = 120.0  # seconds without a sign of life
_PAINT = "\x1b[?25l"  # with this each painting of a page begins
_ROW = re.compile(r"\x1b\[2J|\x1b\[(\d+);1H\x1b\[2K((?:[^\x1b]|\x1b\[[\d;]*m)*)")
_STYLE = re.compile(r"\x1b\[[\d;]*m")


class Terminal:
    """A running command with a terminal of 80×24; `seen` is what it has written so far, `seconds` its age."""

    def __init__(self, command: list[str], environ: dict[str, str]) -> None:
        self._end, theirs = os.openpty()
        termios.tcsetwinsize(theirs, (24, 80))
        settings = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", **environ}
        self.seen = b""
        self._born = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=settings, start_new_session=True
        )
        os.close(theirs)

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self._born

    def read(self, patience: float) -> bool:
        """Takes what comes within `patience` seconds; False where nothing came."""
        ready, _, _ = select.select([self._end], [], [], max(patience, 0.0))
        try:
            new = os.read(self._end, 65536) if ready else b""
        except OSError:  # Linux's way of saying that the other end is closed
            new = b""
        self.seen += new
        return bool(new)

    def until(self, wanted: re.Pattern[bytes]) -> float:
        """Seconds from the spawn until it has written that."""
        while not wanted.search(self.seen):
            if not self.read(PATIENCE):
                raise RuntimeError(f"{self.process.args!r} never showed {wanted.pattern!r}: {self.seen[-2000:]!r}")
        return self.seconds

    @property
    def ended(self) -> bool:
        return os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def type(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def kill(self) -> float:
        """Kills it, takes what it wrote before that, and gives the seconds of CPU that it used."""
        os.kill(self.process.pid, signal.SIGKILL)  # Popen.kill would reap it, and its times be lost
        _, status, used = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        while self.read(0.0):
            pass
        os.close(self._end)
        return used.ru_utime + used.ru_stime


def pages(seen: bytes) -> Iterator[tuple[dict[int, str], set[int]]]:
    """What the screen showed after each painting of `dojo quiz` (text by row, from 1), and the rows that were painted.

    The last painting may have been cut off; of its rows, those count that are there.
    """
    rows: dict[int, str] = {}
    for painting in seen.decode(errors="ignore").split(_PAINT)[1:]:
        painted = set()
        for found in _ROW.finditer(painting):
            if found[1] is None:
                rows.clear()
            else:
                rows[int(found[1])] = _STYLE.sub("", found[2]).strip()
                painted.add(int(found[1]))
        yield dict(rows), painted
