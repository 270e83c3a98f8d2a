"""Runs `dojo grade` in one tier as a program of its own, and watches what it leaves behind.

`python watching.py TIER REPORT ARGUMENT…`: a parent above the grader, which inherits every process that outlives it.
Writes a `Watched` as JSON to REPORT; output and status are the grader's.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec

PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36
PATIENCE = 5.0  # seconds for helpers of Python's own, which end shortly after
BEGIN = """
import sys
import grader.judge.probing
from grader.sandbox.tiers import Tier
tier = Tier(sys.argv.pop(1))
grader.judge.probing.choose = lambda *_: tier
from dojo.cli import main
main()
"""


class Watched(msgspec.Struct):
    """What was seen of one run: command lines of processes that outlived it, and the judges' largest size."""

    left: list[str]
    peak: int  # bytes; of the largest of the processes that judge


def main() -> int:
    tier, report, *arguments = sys.argv[1:]
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    # -P: the folder that it is called from must stay off sys.path, as it does for the installed command
    command = [sys.executable, "-P", "-c", BEGIN, tier, *arguments]
    process = subprocess.Popen(command, preexec_fn=lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0))
    peak = [0]
    threading.Thread(target=_measure, args=(process.pid, peak), daemon=True).start()
    status = process.wait()
    deadline = time.monotonic() + PATIENCE
    while (left := _children(os.getpid())) and time.monotonic() < deadline:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)
        time.sleep(0.05)
    words = [_command(pid) for pid in left]
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    Path(report).write_bytes(msgspec.json.encode(Watched(words, peak[0])))
    return status if status >= 0 else 128 - status


def _measure(pid: int, peak: list[int]) -> None:
    """Look at the judges, again and again: the command itself and the processes that it spawns to share the work."""
    while True:
        for judge in [pid, *(child for child in _children(pid) if "spawn_main" in _command(child))]:
            with contextlib.suppress(OSError, StopIteration):
                lines = Path(f"/proc/{judge}/status").read_text().splitlines()
                peak[0] = max(peak[0], next(int(line.split()[1]) << 10 for line in lines if line.startswith("VmHWM")))
        time.sleep(0.02)


def _children(pid: int) -> list[int]:
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            with contextlib.suppress(OSError):
                found += map(int, (task / "children").read_text().split())
    return found


def _command(pid: int) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    return ""


if __name__ == "__main__":
    sys.exit(main())
