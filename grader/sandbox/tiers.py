"""The tiers of the sandbox, and how it fails. Which of them a machine gives is found by `grader.judge.probing`."""

from __future__ import annotations

import enum


class SandboxFault(Exception):
    """The sandbox failed us: a fault of ours, never the submission's."""


class Tier(enum.Enum):
    """How well a room is walled; the package's own words say what each tier stops."""

    FULL = "full"
    LOCKED = "locked"
    PLAIN = "plain"
