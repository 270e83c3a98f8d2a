"""What a hidden suite may use, beside pytest: calls, comparisons, lending and gradients.

The fixtures `submission`, `reference` and `rng` come from `grader.judge.plugin`. A suite never computes with a result
before it has been checked here: an exception that a suite itself raises is our fault, not the learner's.
"""

from __future__ import annotations

from typing import Any

from grader import wire
from grader.judge import handles
from grader.judge.compare import compare, is_number, kind
from grader.judge.grading import Grading
from grader.judge.handles import Done
from grader.judge.lending import LentCall, Loan, lend
from grader.judge.outcomes import Mismatch, Raised
from grader.judge.showing import CallText, show
from grader.judge.verdicts import Bilingual

__all__ = [
    "Done",
    "LentCall",
    "Loan",
    "Raised",
    "box",
    "close",
    "is_number",
    "kind",
    "lend",
    "parameter_gradients",
    "raises",
    "record",
    "require",
    "same",
    "unbox",
    "unchanged",
    "vjp",
]


def close(actual: Any, expected: Any, rtol: float | None = None, atol: float | None = None) -> None:
    """`actual` is of the kind and shape of `expected`, and its numbers are close to it; see `grader.judge.compare`.

    The default tolerances are rtol 1e-6 / atol 1e-9 in float64 and 1e-4 / 1e-6 where either side is float32 or less.
    """
    compare(actual, expected, rtol, atol)


def same(actual: Any, expected: Any) -> None:
    """`actual` is of the kind and shape of `expected` and equal to it."""
    compare(actual, expected, None, None, exact=True)


def require(condition: Any, en: str, zh: str, actual: Any = None, expected: str | None = None) -> None:
    """A check of the suite's own, with a sentence for the learner."""
    if not condition:
        raise Mismatch(Bilingual(en, zh), expected, None if actual is None else show(actual), actual)


def raises(exception: type[Exception], target: Any, *args: Any, **kwargs: Any) -> None:
    """The call raises `exception` or a subclass of it. A value instead is a mismatch, another exception an error."""
    name = exception.__name__
    try:
        done = handles.call(target, args, kwargs)
    except Raised as error:
        if name in error.bases:
            return
        raise
    message = Bilingual(f"a {name} was due, a value came back", f"应抛出 {name},却返回了值")
    raise Mismatch(message, f"raises {name}", show(done.value), done.value)


def record(target: Any, *args: Any, **kwargs: Any) -> Done:
    """Call and give all that came of it: `.value .args .kwargs .warnings .grad_enabled`, the worker's claims."""
    return handles.call(target, args, kwargs)


def unchanged(target: Any, *args: Any, **kwargs: Any) -> Any:
    """Call, check that no argument was modified, and give the result."""
    done = handles.call(target, args, kwargs)
    try:
        compare([done.args, done.kwargs], [args, kwargs], None, None, exact=True)
    except Mismatch as error:
        message = Bilingual("an argument was modified", "修改了传入的参数")
        raise Mismatch(message, error.expected, error.actual, done.value) from None
    return done.value


def box(value: Any) -> Any:
    """A value that lives in the worker: it can be passed, changed there, and read back with `unbox`."""
    grading = _current()
    handle = grading.ask(lambda request: wire.Box(request, grading.pack(value))).value
    if not isinstance(handle, handles.Handle):
        raise Mismatch(Bilingual("the program answered something else", "程序的回答不对"), None, show(handle), handle)
    return handle


def unbox(handle: Any) -> Any:
    """What a handle holds now, as plain data where it can cross."""
    return handle._grading.ask(lambda request: wire.Unbox(request, handle._number)).value


def vjp(target: Any, args: tuple[Any, ...], cotangent: Any) -> list[Any]:
    """Gradients of <target(*args), cotangent> for each floating-point tensor in `args`; None for what has none.

    `cotangent` is shaped like the output; for several outputs it is a tuple, None where an output counts nothing.
    """
    gradients = _differentiate(target, args, cotangent, parameters=False)
    return [gradients.get(index) for index in range(len(args))]


def parameter_gradients(module: Any, args: tuple[Any, ...], cotangent: Any) -> dict[str, Any]:
    """Gradients of <module(*args), cotangent> for each named parameter; None for what has none."""
    return {str(name): value for name, value in _differentiate(module, args, cotangent, parameters=True).items()}


def _differentiate(target: Any, args: tuple[Any, ...], cotangent: Any, parameters: bool) -> dict[Any, Any]:
    grading: Grading = target._grading
    text = CallText(target._label, args, {})
    packed, given = [grading.pack(arg) for arg in args], grading.pack(cotangent)
    done = grading.ask(
        lambda request: wire.Differentiate(request, target._number, packed, given, parameters), text, (args, {})
    )
    answer = done.value if isinstance(done.value, dict) else {"problem": "the program answered something else"}
    gradients = answer.get("gradients")
    if not isinstance(gradients, dict):
        problem = show(answer.get("problem"), 200)
        raise Mismatch(Bilingual(f"it cannot be differentiated: {problem}", f"无法求导：{problem}"), "gradients", None)
    return gradients


def _current() -> Grading:
    grading: Grading = handles.current[-1]
    return grading
