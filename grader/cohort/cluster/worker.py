"""What an organiser calls in a Dask worker: what is installed there, content for its judges, one submission to grade.

The judges stay warm between calls, for each content and secret; `crew` ends them when nothing comes any more.
"""

from __future__ import annotations

import importlib.metadata
import platform
import sys
import tempfile
import threading
from pathlib import Path

from grader.cohort.cache import grader_digest, library_versions
from grader.cohort.cluster.crew import Crew, JudgeDied
from grader.cohort.cluster.parcel import unpack
from grader.cohort.cluster.remote import DIED, GRADED, UNPREPARED
from grader.judge.probing import probe
from grader.sandbox.tiers import Tier

_crews: dict[str, Crew] = {}
_lock = threading.Lock()


def environment() -> dict[str, str | None]:
    """What must be the same on two machines for a verdict to be the same. It is part of the cache's key, too."""
    return {
        "python": " ".join(sys.version.split()),
        "machine": platform.machine(),
        **library_versions(),
        "distributed": importlib.metadata.version("distributed"),
        "grader": grader_digest().hex(),
    }


def inspect(sandbox: str) -> tuple[dict[str, str | None], str | None, str]:
    """The environment, the tier for `--sandbox auto|require|off`, and why there is none."""
    if sandbox == "off":
        return environment(), Tier.PLAIN.value, ""
    found = probe(everything=False)
    reasons = "; ".join(f"{one.tier.value}: {one.trouble}" for one in found.findings if not one.works)
    return environment(), None if found.best is None else found.best.value, reasons


def prepare(key: str, parcel: bytes, slugs: list[str], tier: str, secret: str) -> str:
    """Lay out the content for jobs that come with this key, unless it is there; the tier that they are graded in."""
    from distributed import get_worker

    with _lock:
        if key not in _crews:
            folder = Path(tempfile.mkdtemp(prefix="dojo-content-", dir=get_worker().local_directory))
            unpack(parcel, folder)
            _crews[key] = Crew(folder, slugs, tier, secret)
        return _crews[key].tier


def grade(key: str, job: bytes) -> tuple[str, bytes, str]:
    """How it went. A verdict comes as a `Result` in MessagePack, with its tier; else with this worker's address."""
    from distributed import get_worker

    crew = _crews.get(key)
    if crew is None:
        return UNPREPARED, b"", get_worker().address
    try:
        return GRADED, crew.grade(job), crew.tier
    except JudgeDied:
        return DIED, b"", get_worker().address
