"""A claim on a drill or mock: held while a process runs it, so that another terminal does not resume it as well.

The system frees the lock when the process dies, whatever ended it.
"""

import contextlib
from pathlib import Path
from typing import IO

from dojo.progress.opening import locked


class Claim:
    """The lock file of one sitting in the learner's folder."""

    def __init__(self, path: Path, file: IO[bytes] | None) -> None:
        self._path = path
        self._file = file

    def drop(self) -> None:
        """Let others have it."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._path.unlink()
            self._file.close()
            self._file = None


def claim(home: Path, kind: str, sitting: int) -> Claim | None:
    """A claim on sitting number `sitting`; None if another process has it. Without a file, nobody is kept out."""
    path = home / f"{kind}-{sitting}.lock"
    try:
        file = path.open("ab")
    except OSError:
        return Claim(path, None)
    if not locked(file):
        file.close()
        return None
    return Claim(path, file)
