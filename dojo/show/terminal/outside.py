"""The learner's own editor: it gets the terminal, and gives it back when it ends."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from dojo.show.terminal.keyboard import Keyboard
from dojo.show.text.clean import one_line

_LOOK_IN = 0.1  # seconds between two looks at what happens meanwhile


class EditorFailed(Exception):
    """The editor could not be started; the text says why."""


class Editor:
    """`$VISUAL`, else `$EDITOR`, with its options. One that opens a window of its own returns at once."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.line = environ.get("VISUAL") or environ.get("EDITOR") or ""

    @property
    def name(self) -> str | None:
        """Its name without path and options; None if there is none."""
        try:
            words = shlex.split(self.line)
        except ValueError:
            words = self.line.split()
        return one_line(words[0].rpartition("/")[2]) if words else None

    def open(self, file: Path, keyboard: Keyboard, meanwhile: Callable[[], None]) -> None:
        """Returns when the editor does; `meanwhile` is called all the time. Raises `EditorFailed`."""
        try:
            command = [*shlex.split(self.line), str(file)]
            with keyboard.lent():
                editor = subprocess.Popen(command)
                while True:
                    try:
                        editor.wait(_LOOK_IN)
                        break
                    except subprocess.TimeoutExpired:
                        meanwhile()
        except (OSError, ValueError) as error:
            raise EditorFailed(getattr(error, "strerror", None) or str(error)) from None
