"""Starts a zygote: what it is told, the command line of its tier, and its end. Runs in the judge."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO, NamedTuple

from grader.sandbox.control import Birth
from grader.sandbox.tiers import SandboxFault, Tier

END_SECONDS = 5.0
WORDS_KEPT = 2000  # characters of what a zygote wrote before it failed
BEGIN = "import sys; sys.path += sys.argv[2:]; from grader.sandbox.zygote import main; main(int(sys.argv[1]))"
QUIET_THREADS = {  # one thread in each library: a fork copies one alone
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
}


class Plan(NamedTuple):
    """How a zygote is started and what it is told first."""

    command: tuple[str, ...]
    birth: Birth


class Launched:
    """The running zygote, as the process that the judge has to wait for."""

    def __init__(self, process: subprocess.Popen[bytes], written: IO[bytes]) -> None:
        self._process = process
        self._written = written

    def words(self) -> str:
        """What it last wrote to its standard error."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(END_SECONDS)
        self._written.seek(0)
        return self._written.read().decode(errors="replace").strip()[-WORDS_KEPT:]

    def end(self) -> None:
        """Wait for its end, which the closed control socket brings about; kill it if it tarries."""
        try:
            self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._written.close()


def plan(
    tier: Tier, imports: Sequence[str], hidden: Sequence[Path], worker: str, paths: Sequence[Path], line: int
) -> Plan:
    """The command and the first message for a zygote of `tier` that hears the judge on the descriptor `line`."""
    import importlib.util

    roots = []
    for name in ("grader", "msgspec", *imports):
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:
            raise SandboxFault(f"the module {name} is not installed here")
        roots.append(str(Path(spec.origin).parent.parent))
    roots += [str(path) for path in paths]
    interpreter = os.path.realpath(sys.executable)
    command = (interpreter, "-I", "-S", "-B", "-X", "utf8", "-c", BEGIN, str(line), *dict.fromkeys(roots))
    return Plan(command, Birth(tier.value, tuple(imports), worker))


def start(planned: Plan, line: socket.socket) -> Launched:
    """Start the zygote; it keeps its copy of `line`."""
    written = tempfile.TemporaryFile()
    try:
        process = subprocess.Popen(
            planned.command,
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=written,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **QUIET_THREADS},
            pass_fds=(line.fileno(),),
            start_new_session=True,
        )
    except OSError as error:
        written.close()
        raise SandboxFault(f"the zygote can't be started: {error}") from error
    return Launched(process, written)
