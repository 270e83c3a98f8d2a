"""Rich's console, but for a reader that goes away: what becomes of the command then is decided in `dojo.cli.lazy`."""

from __future__ import annotations

import rich.console


class Console(rich.console.Console):
    """Raises `BrokenPipeError` where its reader has gone; rich's own would end the process with a status of 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError
