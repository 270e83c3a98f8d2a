"""The tiers of the sandbox: which of them this machine gives, found by opening a room in each."""

from __future__ import annotations

import enum


class SandboxFault(Exception):
    """The sandbox failed us: a fault of ours, never the submission's."""


class NoSandbox(Exception):
    """No tier with walls can be had here."""


class Tier(enum.Enum):
    """How well a room is walled; the doc of the package says what each stops."""

    FULL = "full"
    LOCKED = "locked"
    PLAIN = "plain"
