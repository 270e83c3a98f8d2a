"""What a hidden suite may use, beside pytest: calls, comparisons, lending and gradients.

The fixtures `submission`, `reference` and `rng` come from `grader.judge.plugin`. A suite never computes with a result
before it has been checked here: an exception that a suite itself raises is our fault, not the learner's.
"""

from __future__ import annotations

import ast
from typing import Any

from grader import wire
from grader.judge import compare as comparing
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
    "identical",
    "is_number",
    "kind",
    "lend",
    "parameter_gradients",
    "parameters_of",
    "raises",
    "record",
    "require",
    "same",
    "unbox",
    "unchanged",
    "vjp",
    "without_warning",
]

READ = 1 << 16  # bytes of a file that the judge itself reads as Python


def close(actual: Any, expected: Any, rtol: float | None = None, atol: float | None = None) -> None:
    """`actual` is of the kind and shape of `expected`, and its numbers are close to it; see `grader.judge.compare`.

    The default tolerances are rtol 1e-6 / atol 1e-9, and 1e-4 / 1e-6 where what is expected is float32 or less.
    """
    compare(actual, expected, rtol, atol)


def same(actual: Any, expected: Any) -> None:
    """`actual` is of the kind and shape of `expected` and equal to it."""
    compare(actual, expected, None, None, exact=True)


def identical(actual: Any, expected: Any) -> None:
    """`actual` is what `expected` is, in types and dtypes at every level: for what must come out as it went in."""
    comparing.identical(actual, expected)


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
    message = Bilingual(f"a {name} was due, a value came back", f"应抛出 {name}，却返回了值")
    raise Mismatch(message, f"raises {name}", show(done.value), done.value)


def record(target: Any, *args: Any, **kwargs: Any) -> Done:
    """Call and give all that came of it: `.value .args .kwargs .warnings .grad_enabled`, the worker's claims."""
    return handles.call(target, args, kwargs)


def without_warning(text: str, target: Any, *args: Any, **kwargs: Any) -> Any:
    """Call, and give the result, which comes only if no warning that holds `text` was raised on the way.

    Such a warning is an exception in the submission, so that this is no claim. Who suppresses it has not raised it.
    """
    try:
        return handles.call(target, args, kwargs, refused=text).value
    except Raised as error:
        if "Warning" not in error.bases:
            raise
        message = Bilingual(f"a warning was raised: {error}", f"出现了警告：{error}")
        raise Mismatch(message, "no such warning", str(error), line=error.line) from None


def unchanged(target: Any, *args: Any, **kwargs: Any) -> Any:
    """Call, check that no argument was modified, and give the result.

    What the worker says of the arguments afterwards is a claim. So the judge looks for itself: it has the call made
    again with the very same objects. A result that is another one then, and the first one again for new objects, comes
    of an argument that was modified. (A function that does not answer the same twice is no matter of this check.)
    """
    done = handles.call(target, args, kwargs)
    try:
        compare([done.args, done.kwargs], [args, kwargs], None, None, exact=True)
    except Mismatch as error:
        message = Bilingual("an argument was modified", "修改了传入的参数")
        raise Mismatch(message, error.expected, error.actual, done.value) from None
    again = _current().ask(wire.Again, done.text, (args, kwargs))
    if _differs(again, done) and not _differs(handles.call(target, args, kwargs), done):
        en = "called again with the same objects it gives another result: an argument was modified"
        zh = "用同样的对象再调用一次，结果不同：修改了传入的参数"
        raise Mismatch(Bilingual(en, zh), show(done.value), show(again.value), again.value)
    return done.value


def _differs(one: Done, other: Done) -> bool:
    if isinstance(one.value, handles.Handle) or isinstance(other.value, handles.Handle):
        return False
    try:
        compare(one.value, other.value, None, None, exact=True)
    except Mismatch:
        return True
    return False


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


def parameters_of(name: str) -> list[str] | None:
    """The parameters of a function, or of a class's `__init__` without `self`, as they stand in the file.

    A suite reads them here and not in a message of the submission's. None where the file does not show them.
    """
    source = _current().source
    if len(source) > READ:
        return None
    try:
        found = {node.name: node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    node, skipped = found.get(name), 0
    if isinstance(node, ast.ClassDef):
        inner = [one for one in node.body if isinstance(one, ast.FunctionDef) and one.name == "__init__"]
        node, skipped = (inner[-1] if inner else None), 1
    if not isinstance(node, ast.FunctionDef) or node.decorator_list:
        return None
    given = node.args
    rest = [extra for extra in (given.vararg, given.kwarg) if extra is not None]
    return [one.arg for one in [*given.posonlyargs, *given.args, *given.kwonlyargs, *rest][skipped:]]


def _current() -> Grading:
    grading: Grading = handles.current[-1]
    return grading
