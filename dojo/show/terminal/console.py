"""Rich's console for a reader that may go away, and a progress bar on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import rich.console


class Console(rich.console.Console):
    """Raises `BrokenPipeError` where its reader has gone; rich's own would end the process with a status of 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


@contextmanager
def progress(total: int, lang: str) -> Iterator[Callable[[], None]]:
    """While it stands, each call of what it gives is one step of `total`."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (
        TextColumn("评测" if lang == "zh" else "grading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)
