"""What `--help` says of one command in Chinese."""

from __future__ import annotations

from msgspec import Struct


class Entry(Struct, frozen=True):
    """One command: its line in the list of commands, its full text (default: that line), and its options."""

    line: str
    text: str = ""
    options: dict[str, str] = {}
