"""A Dask scheduler and workers as processes on loopback, for tests to use, kill and look at."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

SECONDS = 60.0  # for whatever is waited for
# A scheduler as others run it: with Dask, without this project, which an editable install would bring by a `.pth` file.
WITHOUT_US = "import sys; sys.path += {paths!r}; from {module} import main; sys.argv[0] = 'dask'; main()"
PATHS = [entry for entry in sys.path if entry.endswith(("site-packages", "dist-packages"))]


def without_us(module: str) -> list[str]:
    return [sys.executable, "-S", "-P", "-c", WITHOUT_US.format(paths=PATHS, module=module)]


class RunningCluster:
    """Processes started here end with `close`; each leads a group of its own, its nanny's children included."""

    def __init__(self, folder: Path, *options: str, **environ: str) -> None:
        self.folder = folder
        self.environ = environ
        self.processes: list[subprocess.Popen[bytes]] = []
        file = folder / "scheduler.json"
        call = [*without_us("distributed.cli.dask_scheduler"), "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
        self.scheduler = self._start([*call, "--scheduler-file", str(file), *options], {})
        try:
            wait_until(lambda: file.exists() and file.read_bytes().endswith(b"}"))
        except BaseException:
            self.close()
            raise
        self.address = str(json.loads(file.read_text())["address"])

    def worker(
        self, *options: str, name: str, call: list[str] | None = None, **environ: str
    ) -> subprocess.Popen[bytes]:
        """A worker with one thread. It may take a while until the scheduler knows it."""
        call = call or [sys.executable, "-P", "-m", "dask", "worker"]
        place = self.folder / "workers"
        common = ["--nthreads", "1", "--no-dashboard", "--name", name, "--local-directory", str(place)]
        return self._start([*call, self.address, *common, *options], environ)

    def judges(self) -> set[int]:
        """The pids of all judges of these workers, which have a content folder of theirs in their arguments."""
        return {pid for pid, line in command_lines() if str(self.folder / "workers") in line and "serve_on" in line}

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def close(self) -> None:
        for process in reversed(self.processes):
            self.kill(process)

    def _start(self, call: list[str], environ: dict[str, str]) -> subprocess.Popen[bytes]:
        env = {**os.environ, **self.environ, **environ}
        log = (self.folder / f"{len(self.processes)}.log").open("wb")
        with log:
            process = subprocess.Popen(
                call, cwd=self.folder, env=env, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
            )
        self.processes.append(process)
        return process


@contextlib.contextmanager
def running_cluster(folder: Path, *options: str, **environ: str) -> Iterator[RunningCluster]:
    """A scheduler without workers. Nothing of it, nor a judge of its workers, is left afterwards."""
    folder.mkdir(exist_ok=True)
    cluster = RunningCluster(folder, *options, **environ)
    try:
        yield cluster
    finally:
        cluster.close()
    wait_until(lambda: not [line for _, line in command_lines() if str(folder) in line])


def command_lines() -> Iterator[tuple[int, str]]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                yield int(entry.name), (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")


def wait_until(holds: object) -> None:
    assert callable(holds)
    end = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < end, "it never came about"
        time.sleep(0.05)
