"""The content that some katas need on another machine, as bytes: packed by the organiser, unpacked by a worker.

It holds the katas' own folders and what all katas share, so that a judge there finds the same files as one here.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from grader.catalogue import Kata
from grader.cohort.cache import files_below

ROOMS = ("katas", "solutions")
FAST = 1  # of zlib's levels; text shrinks to a third with any of them


class Parcel(msgspec.Struct, frozen=True):
    """Files by their paths below the content folder, and which of its rooms exist, be they empty."""

    rooms: tuple[str, ...]
    files: list[tuple[bytes, bytes]]


def pack(katas: Sequence[Kata]) -> bytes:
    """What judges of these katas read, in a fixed order."""
    if not katas:
        return _packed(Parcel((), []))
    root = katas[0].folder.parents[2]
    paths = [path for room in ROOMS for path in files_below(root / room, without_katas=True)]
    paths += [path for kata in katas for folder in (kata.folder, kata.solution) for path in files_below(folder)]
    files = [(os.fsencode(path.relative_to(root)), path.read_bytes()) for path in paths if path.is_file()]
    return _packed(Parcel(tuple(room for room in ROOMS if (root / room).is_dir()), files))


def unpack(data: bytes, folder: Path) -> None:
    """Write the files below `folder`, which is empty."""
    parcel = msgspec.msgpack.decode(zlib.decompress(data), type=Parcel)
    for room in parcel.rooms:
        (folder / room).mkdir()
    for name, content in parcel.files:
        path = folder / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _packed(parcel: Parcel) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(parcel), FAST)
