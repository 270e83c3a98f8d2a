"""What a submission finds beneath itself: the only frame of ours on the stack while its code runs.

`run` does what it is told, one job after the other. Who tells it is suspended meanwhile and stands behind a function
pointer (`hiding`), so that no frame, traceback or global here leads to the worker.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

Job = tuple[Callable[..., Any] | None, Any, Any]
Step = Callable[[int, bool, Any], Job]
Switch = Callable[[], object]
Calls = tuple[tuple[Callable[..., Any], tuple[Any, ...]], ...]


def run(step: Step, ticket: int, quiet: Calls) -> Any:
    """Ask `step` for a job, do it, and say whether that went well and what came of it; again, until there is no more.

    A job is a function, its arguments and named arguments; one without a function ends the run with its second part,
    which is raised where the third says so. `quiet` are calls after which nobody traces what `step` does.
    """
    well, value = True, None
    while True:
        for call, given in quiet:
            call(*given)
        function, args, kwargs = step(ticket, well, value)
        if function is None:
            if kwargs:
                raise args
            return args
        try:
            value, well = function(*args, **kwargs), True
        except BaseException as error:  # whatever a submission raises is an answer, SystemExit too
            value, well = error, False


def hushing() -> Calls:
    """The calls that switch off whatever traces this thread."""
    calls: Calls = ((sys.settrace, (None,)), (sys.setprofile, (None,)))
    monitoring: Any = getattr(sys, "monitoring", None)
    return calls if monitoring is None else (*calls, *((monitoring.free_tool_id, (tool,)) for tool in range(6)))


def use(
    step: Step, opened: Callable[..., int], hold: Switch, let: Switch, number: int, name: str, args: Any, kwargs: Any
) -> Any:
    """A use of a lent object: what the judge answers, or the exception it answers with."""
    hold()
    try:
        return run(step, opened(number, name, args, kwargs), ())
    finally:
        let()


def exchange(sendall: Callable[[bytes], object], frame: bytes, receive: Callable[[int], bytes], size: int) -> bytes:
    """Send an answer and wait for what comes next."""
    sendall(frame)
    return receive(size)


def outside(hold: Switch, let: Switch, function: Callable[..., Any], args: Any, kwargs: Any) -> Any:
    """Call what is the submission's: signals reach it there and nowhere else."""
    let()
    try:
        return function(*args, **kwargs)
    finally:
        hold()
