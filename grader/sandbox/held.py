"""A room's process as the judge holds it: forked by the zygote and known by its pidfd, or, off Linux, started here."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import time

END_SECONDS = 20.0  # on a machine that swaps


class Forked:
    """A process that is no child of ours. A pidfd can't come to mean another one, as a number can."""

    def __init__(self, pidfd: int, inner: int) -> None:
        self.inner = inner  # its pid as the zygote sees it
        with open(f"/proc/self/fdinfo/{pidfd}", "rb") as lines:
            self.pid = next(int(line.split()[1]) for line in lines if line.startswith(b"Pid:"))
        self._pidfd = pidfd

    def alive(self) -> bool:
        return not readable(self._pidfd, 0)

    def cpu_seconds(self) -> float:
        return time.clock_gettime((~self.pid << 3) | 2)  # a process's clock, as clock_getcpuclockid(3) makes it

    def end(self) -> None:
        """Kill it and wait until it is dead, and with it all in its pid namespace, if it has one."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
        readable(self._pidfd, END_SECONDS)
        os.close(self._pidfd)


class Spawned:
    """A child of ours. The wall clock stands in for its CPU time, which nothing portable reads."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.pid = process.pid
        self._process = process
        self._began = time.monotonic()

    def alive(self) -> bool:
        return self._process.poll() is None

    def cpu_seconds(self) -> float:
        return time.monotonic() - self._began

    def end(self) -> int:
        """Kill it, and where there are process groups what it started and left in its own; its exit status."""
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
        self._process.kill()
        return self._process.wait()


def readable(descriptor: int, seconds: float) -> bool:
    """Whether there is something to read, or the end, within so many seconds."""
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(seconds * 1000))
