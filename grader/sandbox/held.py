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
        self._clock = (~self.pid << 3) | 2  # a process's clock, as clock_getcpuclockid(3) makes it
        self._pidfd = pidfd
        self._queue: RunQueue | None = None

    def alive(self) -> bool:
        return not readable(self._pidfd, 0)

    def cpu_seconds(self) -> float:
        return time.clock_gettime(self._clock)

    def waited_seconds(self) -> float:
        """How long its first thread was ready to run and had to wait for a core."""
        if self._queue is None:
            self._queue = RunQueue(f"/proc/{self.pid}")
        return self._queue.seconds()

    def asleep(self) -> float | None:
        """Seconds that its threads ran or waited for a core, if all of them sleep now; None if one does not."""
        busy = 0
        for thread in os.listdir(f"/proc/{self.pid}/task"):
            try:
                status = _text(f"/proc/{self.pid}/task/{thread}/stat")
                ran, waited, _ = _text(f"/proc/{self.pid}/task/{thread}/schedstat").split()
            except (FileNotFoundError, ProcessLookupError):  # the thread ended meanwhile: so one was not asleep
                return None
            if status[status.rindex(b")") + 2 :][:1] in b"RD":  # it runs or could, or waits for a disk
                return None
            busy += int(ran) + int(waited)
        return busy / 1e9

    def end(self) -> None:
        """Kill it and wait until it is dead, and with it all in its pid namespace, if it has one."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
        readable(self._pidfd, END_SECONDS)
        os.close(self._pidfd)
        if self._queue is not None:
            self._queue.close()


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

    def waited_seconds(self) -> float:
        return 0.0  # nothing portable tells it

    def asleep(self) -> float | None:
        return None

    def end(self) -> int:
        """Kill it, and where there are process groups what it started and left in its own; its exit status."""
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
        self._process.kill()
        return self._process.wait()


def _text(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read(4096)


def readable(descriptor: int, seconds: float) -> bool:
    """Whether there is something to read, or the end, within so many seconds."""
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(seconds * 1000))


class RunQueue:
    """How long a thread was ready to run and had to wait: the second number of its `schedstat`, in nanoseconds."""

    def __init__(self, place: str = "/proc/thread-self") -> None:
        self._file = -1
        with contextlib.suppress(OSError):  # off Linux, or in a kernel without it: then the backstop is what it is
            self._file = os.open(f"{place}/schedstat", os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))

    def seconds(self) -> float:
        if self._file < 0:
            return 0.0
        try:
            return int(os.pread(self._file, 100, 0).split()[1]) / 1e9
        except (OSError, ValueError, IndexError):
            return 0.0

    def close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    __del__ = close
