"""A command that is written to and read line by line, and may be killed at any moment."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time

DOJO = [sys.executable, "-c", "from dojo.cli import main; main()"]


class Piped:
    """`seen` is what it has written so far, `looked` how much of that was looked at."""

    def __init__(self, *arguments: str, environ: dict[str, str] | None = None, cwd: str | None = None) -> None:
        self.process = subprocess.Popen(
            [*DOJO, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env={**os.environ, **(environ or {})}, cwd=cwd,
        )  # fmt: skip
        self.seen = ""
        self.looked = 0

    def read(self, patience: float) -> bool:
        """Takes what comes within `patience` seconds; False at the end of the output, or if nothing came."""
        assert self.process.stdout is not None
        if not select.select([self.process.stdout], [], [], max(patience, 0.0))[0]:
            return False
        read = os.read(self.process.stdout.fileno(), 65536)
        self.seen += read.decode(errors="replace")
        return bool(read)

    def until(self, wanted: str, seconds: float = 60) -> str:
        """Reads until a line has come that holds `wanted`; what was not looked at before, up to its end."""
        deadline = time.monotonic() + seconds
        while not (found := re.compile(f"(?m){wanted}.*\\n").search(self.seen, self.looked)):
            assert self.read(deadline - time.monotonic()), self.seen
        said, self.looked = self.seen[self.looked : found.end()], found.end()
        return said

    def type(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()

    def rest(self) -> str:
        out, _ = self.process.communicate(timeout=60)
        return self.seen[self.looked :] + str(out.decode())

    def kill(self) -> None:
        """SIGKILL, and everything that it wrote before."""
        self.process.kill()
        while self.read(5.0):
            pass
        self.process.communicate()
