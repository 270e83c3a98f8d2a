"""Turns what a test raised into its result: verdict, message, the line, what came back and what was due."""

from __future__ import annotations

import functools
import linecache
import re
import traceback
from pathlib import Path
from typing import Any

import msgspec
import pytest

from grader.judge.expecting import expected_and_actual
from grader.judge.explaining import explained
from grader.judge.grading import Grading
from grader.judge.outcomes import Mismatch, Raised, Stop
from grader.judge.showing import clean, clean_output, show
from grader.judge.verdicts import Bilingual, TestResult, Verdict

CALLS = 600  # characters of a chain of calls


def result_of(item: pytest.Function, error: BaseException | None, grading: Grading, lenient: bool) -> TestResult:
    """The result of one test that ended with `error`. In a visible example (`lenient`) any error is a mismatch."""
    promise, points, hint = promise_of(item), points_of(item), hint_of(item)
    if error is None:
        return TestResult(item.name, promise, Verdict.PASSED, points, points)
    details: dict[str, Any] = {"verdict": Verdict.FAILED, "call": _call(grading)}
    if grading.calls:
        details["line"] = grading.calls[-1].line
    error = _first(error)
    match error:
        case Stop():
            details |= {"verdict": error.verdict, "message": error.message, "line": error.line}
        case Raised():
            message = explained(error, grading.kata)
            details |= {"verdict": Verdict.ERROR, "message": message, "line": error.line}
        case Mismatch():
            details |= {"message": error.message, "expected": error.expected, "actual": error.actual}
            details |= _call_behind(error, grading) | ({"line": error.line} if error.line else {})
        case AssertionError() if not _is_of_pytest(error):
            details |= _shown(grading)
            if lenient and (check := _failed_check(error, item)):
                details["message"] = Bilingual(f"this does not hold: {check}", f"不成立：{check}")
                details |= expected_and_actual(error, item.path)
        case _ if lenient or _is_flaky(error):
            details |= _shown(grading)
            if lenient and (check := _failed_check(error, item)):
                why = clean(str(error).strip().partition("\n")[0] or type(error).__name__, 300)
                details["message"] = Bilingual(f"this does not hold: {check} ({why})", f"不成立：{check}（{why}）")
                details |= expected_and_actual(error, item.path)
        case _:
            fault = clean(f"{type(error).__name__}: {error}", 300)
            message = Bilingual(f"a fault of the suite, not yours: {fault}", f"这是题目的错误，不是你的：{fault}")
            details |= {"verdict": Verdict.BROKEN, "message": message}
    output = clean_output(grading.printed())
    return TestResult(item.name, promise, points=0, max_points=points, output=output, hint=hint, **details)


def unread(item: pytest.Function, message: Bilingual) -> TestResult:
    """The result of a test of a file that could not be read."""
    return TestResult(item.name, promise_of(item), Verdict.ERROR, 0, points_of(item), message=message)


def not_run(item: pytest.Function, message: Bilingual) -> TestResult:
    """The result of a test that is not run, since others before it have timed out."""
    return TestResult(item.name, promise_of(item), Verdict.TIMEOUT, 0, points_of(item), message=message)


def unusable(result: TestResult) -> TestResult:
    """The result of a test that fell over what came back, where it does not fall over the reference."""
    said = result.message.en.partition(": ")[2] if result.message else ""
    message = Bilingual(f"what came back cannot be used: {said}", f"返回的东西无法使用：{said}")
    return msgspec.structs.replace(result, verdict=Verdict.FAILED, message=message)


@functools.cache
def promise_of(item: pytest.Function) -> Bilingual:
    """What a test's docstring promises: a paragraph in English, one in Chinese."""
    paragraphs = [part for part in re.split(r"\n\s*\n", (item.function.__doc__ or "").strip()) if part.strip()]
    english = " ".join(paragraphs[0].split()) if paragraphs else item.name
    chinese = "".join(line.strip() for line in paragraphs[1].splitlines()) if len(paragraphs) > 1 else english
    return Bilingual(english, chinese)


@functools.cache
def points_of(item: pytest.Function) -> int | float:
    mark = item.get_closest_marker("points")
    points: int | float = mark.args[0] if mark is not None else 1
    return points


@functools.cache
def hint_of(item: pytest.Function) -> Bilingual | None:
    mark = item.get_closest_marker("hint")
    return msgspec.convert(mark.kwargs, Bilingual) if mark is not None else None


def _call(grading: Grading) -> str | None:
    """The call under way; for a method, all calls on its object in this test, since one depends on the other."""
    last = grading.asking
    if last is None or last.owner is None:
        return None if last is None else str(last)
    on_it = [done.text for done in grading.calls if done.text.owner is last.owner]
    if last not in on_it:
        on_it.append(last)
    steps = [str(text) for text in on_it]
    steps = [steps[0], *(text.removeprefix(str(last.owner)) for text in steps[1:])]
    return clean(" ".join(steps), CALLS)


def _first(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup) and error.exceptions:
        error = error.exceptions[0]
    return error


def _is_of_pytest(error: BaseException) -> bool:
    """Whether an assertion of pytest's own failed, which is nobody's wrong answer."""
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and Path(frames[-1].filename).parent == Path(pytest.__file__).parents[1] / "_pytest"


def _is_flaky(error: BaseException) -> bool:
    """A property that fails and then does not: the submission answers at random."""
    return any(kind.__name__ == "Flaky" for kind in type(error).__mro__)


def _call_behind(error: Mismatch, grading: Grading) -> dict[str, Any]:
    """The call whose result did not match, or the part of a result; without one the last call stands."""
    for done in reversed(grading.calls):
        parts = done.value if isinstance(done.value, list | tuple) else ()
        if done.value is error.value or any(part is error.value for part in parts):
            return {"call": str(done.text) if done.text.owner is None else _call(grading), "line": done.line}
    return {}


def _failed_check(error: BaseException, item: pytest.Function) -> str:
    """The statement of a visible example that failed, in one line."""
    steps = traceback.extract_tb(error.__traceback__)
    step = next((step for step in reversed(steps) if step.filename == str(item.path)), None)
    if step is None or step.lineno is None:
        return ""
    lines = (
        linecache.getline(step.filename, number) for number in range(step.lineno, (step.end_lineno or step.lineno) + 1)
    )
    return clean(" ".join(line.partition("  # noqa")[0].strip() for line in lines), CALLS)


def _shown(grading: Grading) -> dict[str, Any]:
    return {"actual": show(grading.calls[-1].value)} if grading.calls else {}
