"""Ctrl-C while an event loop runs: the work is cancelled and can tidy up; then `KeyboardInterrupt` is raised."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Coroutine, Iterator
from typing import Any


async def interruptible(work: Coroutine[Any, Any, None]) -> None:
    """Do `work`; a Ctrl-C cancels it, and is raised when it has ended. Further ones do nothing."""
    task = asyncio.ensure_future(work)
    pressed: list[bool] = []

    def interrupt() -> None:
        if not pressed:
            pressed.append(True)
            task.cancel()

    loop = asyncio.get_running_loop()
    with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):  # Windows; not the main thread
        loop.add_signal_handler(signal.SIGINT, interrupt)
    try:
        await task
    except asyncio.CancelledError:
        if pressed:
            raise KeyboardInterrupt from None
        raise


@contextlib.contextmanager
def sigint_as_before() -> Iterator[None]:
    """Put the handler of Ctrl-C back afterwards, which the loop replaces. After one, further ones are ignored."""
    before = signal.getsignal(signal.SIGINT)
    try:
        yield
    except KeyboardInterrupt:
        before = signal.SIG_IGN
        raise
    finally:
        with contextlib.suppress(ValueError):
            signal.signal(signal.SIGINT, before)
