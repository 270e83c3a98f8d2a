"""Starts a zygote: what it is told, the command line of its tier, and its end. Runs in the judge."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO, NamedTuple

from grader.sandbox import bubblewrap
from grader.sandbox.control import Birth
from grader.sandbox.namespaces import NOBODY, may_become
from grader.sandbox.tiers import SandboxFault, Tier
from grader.sandbox.visible import Visible, granted, visible

END_SECONDS = 5.0
WORDS_KEPT = 2000  # characters of what a zygote wrote before it failed
BEGIN = (
    "import sys; sys.path += sys.argv[2:]; from grader.sandbox import forks; forks.hold_back(); "
    "from grader.sandbox.zygote import main; serve = main(int(sys.argv[1])); del main, forks, sys; serve()"
)
ISOLATED = ("-s", "-P", "-S", "-B", "-X", "utf8")  # as `-I`, but the environment counts, which is ours
ENVIRONMENT = {
    "HOME": "/tmp",
    "LANG": "C.UTF-8",
    "MALLOC_ARENA_MAX": "2",  # so that 32 threads fit into the address space
    "MKL_NUM_THREADS": "1",  # one thread in every library: a fork copies one alone
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PATH": "/usr/bin:/bin",
    "PYTHONHASHSEED": "0",  # the same bytes get the same verdict, also where they walk over a set of strings
    "TMPDIR": "/tmp",
    "TORCHINDUCTOR_CACHE_DIR": "/tmp",  # else torch looks for a folder to write to while it is imported
}


class Launched:
    """A zygote that was started: its first process, and what it has to say when it fails."""

    def __init__(self, process: subprocess.Popen[bytes], written: IO[bytes]) -> None:
        self._process = process
        self._written = written

    def words(self) -> str:
        """The end of what it wrote to its standard error."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(END_SECONDS)
        self._written.seek(0)
        return self._written.read().decode(errors="replace").strip()[-WORDS_KEPT:]

    def end(self, seconds: float = END_SECONDS) -> None:
        """Wait for its end, which the closed control socket brings about; kill it if it tarries."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._written.close()


class Plan(NamedTuple):
    """What a zygote is to be, and what it may read."""

    seen: Visible
    birth: Birth


def plan(
    tier: Tier,
    imports: Sequence[str],
    hidden: Sequence[Path],
    worker: str,
    paths: Sequence[Path],
    folder: Path | None,
) -> Plan:
    """For rooms in `tier` that lie in `folder`, where they have no /tmp of their own."""
    seen = visible(imports, hidden, paths)
    full = tier is Tier.FULL
    birth = Birth(
        tier.value,
        tuple(imports),
        worker,
        readable=("/",) if full else granted(seen) if tier is Tier.LOCKED else (),
        kept=bubblewrap.kept(seen) if full else (),
        closed=bubblewrap.closed(seen) if full else (),
        user=NOBODY if full and may_become(NOBODY) else None,
        forget=seen.forget,
        folder=None if folder is None else str(folder),
    )
    return Plan(seen, birth)


def start(planned: Plan, line: socket.socket) -> Launched:
    """Start a zygote that hears the judge on `line`."""
    seen = planned.seen
    code = [seen.interpreter, *ISOLATED, "-c", BEGIN, str(line.fileno()), *seen.modules]
    if planned.birth.tier == Tier.FULL.value:
        return _walled(seen, code, line, mapped=planned.birth.user is not None)
    return _run(code, [line.fileno()])


def _walled(seen: Visible, code: Sequence[str], line: socket.socket, mapped: bool) -> Launched:
    """Start `code` behind bubblewrap; for root with nobody mapped besides, whom it becomes."""
    told, info = os.pipe()
    wait, ready = os.pipe()
    try:
        command = bubblewrap.wall(_bwrap(), seen, ENVIRONMENT, info, wait if mapped else None)
        launched = _run([*command, *code], [line.fileno(), info, wait])
        os.close(info)
        info = -1
        with open(told, "rb", closefd=False) as pipe:
            words = pipe.read()
        if words and mapped:
            _map(json.loads(words)["child-pid"])
            os.write(ready, b"\n")
    finally:
        for descriptor in (told, info, wait, ready):
            if descriptor >= 0:
                os.close(descriptor)
    return launched


def _run(command: Sequence[str], descriptors: Sequence[int]) -> Launched:
    written = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the zygote
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=written,
            cwd="/",
            env=ENVIRONMENT,
            pass_fds=descriptors,
            start_new_session=True,
        )
    except OSError as error:
        written.close()
        raise SandboxFault(f"{command[0]} can't be started: {error}") from error
    return Launched(process, written)


@functools.cache
def _bwrap() -> str:
    """The first bubblewrap that works here."""
    found = list(bubblewrap.candidates())
    if not found:
        raise SandboxFault("bubblewrap is not installed")
    for place in found[:-1]:
        trial = [place, "--unshare-user", "--unshare-pid", "--ro-bind", "/", "/", "--proc", "/proc", place, "--version"]
        if subprocess.run(trial, capture_output=True, check=False).returncode == 0:
            return place
    return found[-1]


def _map(pid: int) -> None:
    for kind in ("uid", "gid"):
        try:
            Path(f"/proc/{pid}/{kind}_map").write_text(f"0 0 1\n{NOBODY} {NOBODY} 1\n")
        except OSError as error:
            raise SandboxFault(f"{kind}s can't be mapped: {error}") from error
