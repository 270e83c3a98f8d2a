"""How the organiser's side calls the worker's: a line of Python and plain data. Imports nothing of either."""

from __future__ import annotations

from typing import Any

WORKER_SIDE = "grader.cohort.cluster.worker"
CALL = f"getattr(__import__('importlib').import_module('{WORKER_SIDE}'), function)(*given)"  # for `eval`
GRADED, UNPREPARED, DIED = "graded", "unprepared", "died"  # how `grade` answers
GONE = "gone"  # what is said of it where nobody is left to answer


def names(function: str, *given: Any) -> dict[str, Any]:
    """The names that `CALL` uses: a function of `WORKER_SIDE`, and its arguments."""
    return {"function": function, "given": list(given)}
