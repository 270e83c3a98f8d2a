"""Finds a drill or mock that was left, so that it can go on: the newest one that is open and that nobody else runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dojo.progress import Step
from dojo.progress.claim import Claim, claim
from dojo.progress.events import Sitting
from dojo.progress.ledger import Ledger

STALE = 6 * 3600.0  # seconds after which nobody wants to go on: the clock has run all the time


def open_ones(ledger: Ledger, kind: Sitting) -> Iterator[list[Step]]:
    """The steps of each sitting that was not ended, the newest first."""
    nothing: list[Step] = []
    sittings: dict[int, list[Step]] = {}
    for step in ledger.read(lambda progress: progress.steps(kind), nothing):
        if step.step == "begin":
            sittings[step.id] = [step]
        elif step.sitting in sittings:
            sittings[step.sitting].append(step)
    for steps in reversed(sittings.values()):
        if not any(step.step == "end" for step in steps):
            yield steps


def last_left(ledger: Ledger, home: Path, kind: Sitting, now: float) -> tuple[list[Step], Claim] | None:
    """The newest open sitting that is not older than `STALE`, with a claim on it; None if there is none."""
    for steps in open_ones(ledger, kind):
        if now - steps[0].at < STALE and (mine := claim(home, kind, steps[0].id)) is not None:
            return steps, mine
    return None


def elsewhere(ledger: Ledger, home: Path, kind: Sitting, now: float) -> set[str]:
    """Katas of the sittings that run in other terminals now."""
    busy: set[str] = set()
    for steps in open_ones(ledger, kind):
        if now - steps[0].at < STALE:
            mine = claim(home, kind, steps[0].id)
            if mine is None:
                busy.update(slug for slug, _ in steps[0].body.get("katas", []))
            else:
                mine.drop()
    return busy
