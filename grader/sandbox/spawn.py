"""Rooms off Linux: a process for each, in tier `plain` only. There no process that has loaded torch may be forked."""

from __future__ import annotations

import contextlib
import importlib
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import msgspec

from grader.sandbox.control import Birth
from grader.sandbox.launch import ENVIRONMENT, ISOLATED, Plan
from grader.sandbox.tiers import RoomLimits

BEGIN = "import sys; sys.path += sys.argv[1:]; from grader.sandbox.spawn import main; serve = main(); del main; serve()"


class Order(msgspec.Struct, frozen=True):
    """What the new process reads first: on Windows a socket can't be inherited and crosses as bytes."""

    birth: Birth
    limits: RoomLimits
    channel: int | bytes


def spawn(plan: Plan, limits: RoomLimits, channel: socket.socket, output: int, folder: Path) -> subprocess.Popen[bytes]:
    """Start a room that serves `channel` and writes to `output`."""
    windows = sys.platform == "win32"
    process = subprocess.Popen(
        [plan.seen.interpreter, *ISOLATED, "-c", BEGIN, *plan.seen.modules],
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=output,
        cwd=folder,
        env={**_necessary(), **ENVIRONMENT, "HOME": str(folder), "TMPDIR": str(folder), "TEMP": str(folder)},
        pass_fds=() if windows else (channel.fileno(),),
        start_new_session=not windows,
    )
    assert process.stdin is not None
    passed: int | bytes = channel.fileno()
    if sys.platform == "win32":
        passed = channel.share(process.pid)
    with contextlib.suppress(OSError), process.stdin as first:  # one that is dead already shows itself on its channel
        first.write(msgspec.msgpack.encode(Order(plan.birth, limits, passed)))
    return process


def main() -> Callable[[], object]:
    """Become the room that standard input describes: what it is to call, when nothing is left on the stack."""
    order = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Order)
    sys.argv = [""]
    for name in order.birth.imports:
        module = importlib.import_module(name)
        if name == "torch":
            module.set_num_threads(1)
    from grader.sandbox.hiding import private_builtins  # and nobody finds it in this module

    with private_builtins():
        worker = importlib.import_module(order.birth.worker)
    sys.path[:] = [entry for entry in sys.path if entry not in order.birth.forget]
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    _limit(order.limits)
    channel = _received(order.channel)
    serve: Callable[[], object] = worker.ready(channel) if hasattr(worker, "ready") else partial(worker.serve, channel)
    return serve


def _received(channel: int | bytes) -> int:
    if sys.platform == "win32" and isinstance(channel, bytes):
        return socket.fromshare(channel).detach()
    assert isinstance(channel, int)
    return channel


def _limit(limits: RoomLimits) -> None:
    """What the system knows of these: macOS ignores the address space, Windows has none of them."""
    with contextlib.suppress(ImportError):
        import resource

        bounds: Sequence[tuple[int, int]] = (
            (resource.RLIMIT_CPU, limits.cpu),
            (resource.RLIMIT_NOFILE, limits.files),
            (resource.RLIMIT_FSIZE, limits.tmp),
            (resource.RLIMIT_CORE, 0),
        )
        for kind, bound in bounds:
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(kind, (bound, bound))


def _necessary() -> dict[str, str]:
    """Without these Windows starts no Python."""
    return {name: os.environ[name] for name in ("SYSTEMROOT", "SYSTEMDRIVE") if name in os.environ}
