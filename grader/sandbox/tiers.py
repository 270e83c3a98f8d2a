"""The tiers of the sandbox, what one room may use, and how the sandbox fails.

Data only: `room` turns limits into rlimits and mounts, and the judge decides who gets how much. Which tiers a machine
offers is found by `grader.judge.probing`.
"""

from __future__ import annotations

import enum

import msgspec


class SandboxFault(Exception):
    """The sandbox failed us: a fault of ours, never the submission's."""


class Tier(enum.Enum):
    """How well a room is walled; the package's own words say what each tier stops."""

    FULL = "full"
    LOCKED = "locked"
    PLAIN = "plain"


class RoomLimits(msgspec.Struct, frozen=True):
    """Limits of one room; time on the wall is the judge's own business."""

    memory: int = 1 << 30  # bytes of address space above what the zygote was born with
    cpu: int = 30  # seconds of CPU, a backstop behind the judge's own count
    threads: int = 32  # with the main one
    files: int = 128  # open descriptors
    tmp: int = 32 << 20  # bytes of the room's /tmp, and of any one file
