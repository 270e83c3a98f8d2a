"""What one room may use. Data only: `walls` turns it into rlimits and mounts, the judge decides who gets how much."""

from __future__ import annotations

import msgspec


class RoomLimits(msgspec.Struct, frozen=True):
    """Limits of one room; time on the wall is the judge's own business."""

    memory: int = 1 << 30  # bytes of address space above what the zygote was born with
    cpu: int = 30  # seconds of CPU, a backstop behind the judge's own count
    threads: int = 32  # with the main one
    files: int = 128  # open descriptors
    tmp: int = 32 << 20  # bytes of the room's /tmp, and of any one file
