"""Which tiers of the sandbox this machine gives, found by opening a room in each, and which to take."""

from __future__ import annotations

from typing import NamedTuple

from grader.judge.rooms import RoomLimits, Rooms
from grader.sandbox.tiers import SandboxFault, Tier


class NoSandbox(Exception):
    """No tier with walls can be had here; the text says why, and how to go on."""


class Finding(NamedTuple):
    """Whether a tier works here, and the reason if not, as the system gave it."""

    tier: Tier
    works: bool
    trouble: str


class Probe(NamedTuple):
    """What was found of each tier that was tried; the best first."""

    findings: tuple[Finding, ...]

    @property
    def best(self) -> Tier | None:
        """The best tier with walls."""
        return next((found.tier for found in self.findings if found.works and found.tier is not Tier.PLAIN), None)


def probe(everything: bool = True) -> Probe:
    """Open a room in each tier, the best first; without `everything` only up to the first that works."""
    findings: list[Finding] = []
    for tier in Tier:
        findings.append(_try(tier))
        if findings[-1].works and not everything:
            break
    return Probe(tuple(findings))


def choose(mode: str, found: Probe | None = None) -> Tier:
    """The tier for `--sandbox auto|require|off`; raises NoSandbox where `auto` and `require` find no walls."""
    if mode == "off":
        return Tier.PLAIN
    if mode not in ("auto", "require"):
        raise ValueError(f"no such mode of the sandbox: {mode}")
    found = found or probe(everything=False)
    if found.best is None:
        reasons = "; ".join(f"{one.tier.value}: {one.trouble}" for one in found.findings if not one.works)
        raise NoSandbox(f"no sandbox works here ({reasons}); dojo doctor helps to get one, --sandbox off goes without")
    return found.best


def _try(tier: Tier) -> Finding:
    try:
        with Rooms(tier) as rooms:
            rooms.open(RoomLimits()).close()
    except SandboxFault as fault:
        return Finding(tier, False, str(fault))
    return Finding(tier, True, "")
