"""How a command ends: with a sentence, or without a word where nobody reads any more what it prints."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from dojo.show.terminal.streams import abandon_output
from dojo.show.text.clean import clean

CLOSED_PIPE = 141  # as a shell gives it for a process that SIGPIPE ended


def stop(sentence: str, status: int = 2) -> NoReturn:
    """Print what is wrong and what to do, and exit with `status`."""
    print(f"dojo: {clean(sentence)}", file=sys.stderr)  # names and texts of files may hold anything
    raise SystemExit(status)


@contextmanager
def piped() -> Iterator[None]:
    """End the command silently if nobody reads its output any more, and with a sentence if the disk is full."""
    try:
        try:
            yield
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()  # else the closed pipe would be met when Python ends, with a status of its own
    except BrokenPipeError:
        abandon_output()
        raise SystemExit(CLOSED_PIPE) from None
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        abandon_output()
        stop(str(error.strerror))
