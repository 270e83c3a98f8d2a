"""What a kata needs of its rooms: modules imported beforehand, limits, and the folders that no room may see."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from grader.catalogue import Kata
from grader.judge.rooms import RoomLimits

# NumPy also where a kata can do without, for many of its submissions don't.
IMPORTS = {"py": ("numpy",), "np": ("numpy",), "pt": ("numpy", "torch")}
BACKSTOP = 2  # seconds of CPU above the limit that the judge itself keeps


def imports_for(katas: Iterable[Kata]) -> tuple[str, ...]:
    """What a zygote must have imported for these katas: libraries, then what single katas ask for besides."""
    every = list(katas)
    libraries = max((IMPORTS[kata.needs] for kata in every), key=len, default=())
    return tuple(dict.fromkeys([*libraries, *(name for kata in every for name in kata.imports)]))


def room_limits(kata: Kata) -> RoomLimits:
    """A kata's limits as a room takes them."""
    limits = kata.limits
    return RoomLimits(memory=limits.memory << 20, cpu=int(limits.cpu) + BACKSTOP, threads=limits.threads)


def content_folders(root: Path) -> list[Path]:
    """The content below `root`, for rooms to hide."""
    return [root / name for name in ("questions", "katas", "solutions")]
