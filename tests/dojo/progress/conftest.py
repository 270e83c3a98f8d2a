"""A log in a folder of its own, with a clock that ticks a second an event."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dojo.progress import FILE_NAME, Plan, Planned, Progress, open_progress


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / FILE_NAME


@pytest.fixture
def clock() -> Callable[[], float]:
    ticks = itertools.count(1_790_000_000)
    return lambda: float(next(ticks))


@pytest.fixture
def progress(path: Path, clock: Callable[[], float]) -> Iterator[Progress]:
    with open_progress(path, clock) as progress:
        yield progress


@pytest.fixture
def record() -> Callable[..., int]:
    """Records an answer of which only what matters to the test is named."""

    def record(progress: Progress, session: int, question: str = "l1-zeroes-weights", **changed: Any) -> int:
        given = {"topic": "regularization", "seed": 1, "answer": "b", "outcome": "right", "score": 1.0, "seconds": 4.5}
        return progress.record_answer(session, question=question, **{**given, **changed})

    return record


@pytest.fixture
def plan() -> Plan:
    return Plan(
        (Planned("l1-zeroes-weights", 1), Planned("clip-by-norm", 2), Planned("gru-parameters", 3)), {"count": 3}
    )
