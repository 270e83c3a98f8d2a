"""The process that runs pieces of code: reads them from its input, forks for each, tells what each printed.

It is started by `printed` as a script, isolated, and imports nothing of this project.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import select
import signal
import sys
import time
from typing import Any

MEMORY = 4 << 30


def main() -> None:
    request = json.load(sys.stdin)
    for name in request["load"]:
        importlib.import_module(name)
    end = time.monotonic() + request["seconds_for_all"]
    told = []
    for code in request["pieces"]:
        seconds = min(request["seconds"], end - time.monotonic())
        late = {"printed": "", "fault": "it was not run: the code before it took too long"}
        told.append(run(code, seconds, request["largest"]) if seconds > 0 else late)
    json.dump(told, sys.stdout)


def run(code: str, seconds: float, largest: int) -> dict[str, str]:
    """What one piece prints, in a process of its own."""
    out, fault = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os.close(out[0])
        os.close(fault[0])
        piece(code, out[1], fault[1])
    os.close(out[1])
    os.close(fault[1])
    heard: dict[int, bytes] = {out[0]: b"", fault[0]: b""}
    late = listen(heard, time.monotonic() + seconds, largest)
    for group in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            group(child, signal.SIGKILL)
    os.waitpid(child, 0)
    printed, why = (heard[end].decode("utf-8", "replace") for end in (out[0], fault[0]))
    for end in heard:
        os.close(end)
    return {"printed": printed, "fault": late or why}


def listen(heard: dict[int, bytes], until: float, largest: int) -> str:
    """Fills `heard` until both ends are closed; says what went wrong."""
    open_ends = set(heard)
    while open_ends:
        ready = select.select(list(open_ends), [], [], max(0.0, until - time.monotonic()))[0]
        if not ready:
            return "it does not end in time"
        for end in ready:
            data = os.read(end, 65536)
            heard[end] += data
            if not data:
                open_ends.discard(end)
            if len(heard[end]) > largest:
                return f"it prints more than {largest} bytes"
    return ""


def piece(code: str, out: int, fault: int) -> None:
    """Runs the code with its standard output at `out`; never returns."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.dup2(out, 1)
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(os.open(os.devnull, os.O_RDWR), 2)
    sys.stdin, sys.stdout = open(0), open(1, "w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115  # they stay open to the end
    names: dict[str, Any] = {"__name__": "__main__"}
    try:
        exec(compile(code, "<stem>", "exec"), names)
        sys.stdout.flush()
    except BaseException as error:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
        line = error.__traceback__.tb_next.tb_lineno if error.__traceback__ and error.__traceback__.tb_next else "?"
        os.write(fault, f"{type(error).__name__}: {error} (line {line} of the code)".encode("utf-8", "replace")[:2000])
    os._exit(0)


if __name__ == "__main__":
    main()
