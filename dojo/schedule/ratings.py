"""How well an answer or a verdict shows that something is known: one of the four ratings that FSRS takes.

| what happened | rating |
|---|---|
| wrong, skipped, out of time, or partly right with less than half a point | again |
| partly right with half a point or more; right with a hint, as a guess (`-`), or three times slower than usual | hard |
| right | good |
| right, without a hint, and either sure (`+`) or in a third of the usual time and not a guess | easy |
| kata passed | good; hard with hints or after twice the par time; easy within half the par time without a hint |
| kata not passed, or given up in a drill | again |
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from dojo.progress import Answer

USUAL = {  # seconds, by the kind that the log names; a multiple of a learner's own pace would drift with it
    "boolean": 45.0,
    "choice": 60.0,
    "text": 60.0,
    "multi": 90.0,
    "order": 90.0,
    "match": 120.0,
    "number": 150.0,
    "open": 240.0,
}
_QUICK, _SLOW = 1 / 3, 3.0
_SURE, _GUESS = 3, 1


class Rating(IntEnum):
    """As FSRS numbers them."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


def of_answer(answer: Answer) -> Rating:
    """The rating of an answer to a question."""
    extra: dict[str, Any] = answer.answer if isinstance(answer.answer, dict) else {}
    if answer.outcome in ("wrong", "skipped") or answer.score < 0.5:
        return Rating.AGAIN
    pace = _pace(answer.seconds, extra)
    if answer.outcome == "partly" or extra.get("hint") or answer.confidence == _GUESS or pace > _SLOW:
        return Rating.HARD
    if answer.confidence == _SURE or pace < _QUICK:
        return Rating.EASY
    return Rating.GOOD


def of_kata(passed: bool, hints: int = 0, share_of_par: float | None = None) -> Rating:
    """The rating of a kata; `share_of_par` is the time taken over the par time, None where nobody measured it."""
    if not passed:
        return Rating.AGAIN
    if hints or (share_of_par is not None and share_of_par > 2):
        return Rating.HARD
    return Rating.EASY if share_of_par is not None and share_of_par <= 0.5 else Rating.GOOD


def _pace(seconds: float, extra: dict[str, Any]) -> float:
    """The time taken over the usual one; 1 where the kind is not known or no time was kept."""
    given = extra.get("given")
    kind = given.get("kind") if isinstance(given, dict) else None
    usual = USUAL.get(str(kind))
    return seconds / usual if usual and seconds > 0 else 1.0
