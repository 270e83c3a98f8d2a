"""How a test ends when it does not pass: the exceptions of the judge, each with its verdict.

`Stop` and its verdicts end a test at once and are no `Exception`: Hypothesis would replay one, and a suite's `except`
could swallow it. It is an outcome of pytest's own kind, or pytest would never take down the fixture that it ended.
`Mismatch` and `Raised` are ordinary: a property may well go on to look for a smaller example.
"""

from __future__ import annotations

from typing import Any

from _pytest.outcomes import OutcomeException

from grader.judge.verdicts import Bilingual, Verdict


class Stop(OutcomeException):
    """The submission cannot go on in this test: a limit, a forbidden name, or a worker that is gone."""

    def __init__(self, verdict: Verdict, message: Bilingual, line: int | None = None) -> None:
        super().__init__(message.en)
        self.verdict = verdict
        self.message = message
        self.line = line


class Mismatch(AssertionError):
    """A wrong value, shape or kind. `actual` and `expected` are short texts."""

    def __init__(
        self, message: Bilingual, expected: str | None, actual: str | None, value: Any = None, line: int | None = None
    ) -> None:
        super().__init__(message.en)
        self.line = line
        self.message = message
        self.expected = expected
        self.actual = actual
        self.value = value


class Raised(Exception):
    """The submission raised. Type and bases are names, never looked up; `bases` are the built-in ones only."""

    def __init__(self, type_name: str, text: str, bases: tuple[str, ...], line: int | None) -> None:
        super().__init__(f"{type_name}: {text}" if text else type_name)
        self.type_name = type_name
        self.text = text
        self.bases = bases
        self.line = line


class RaisedValueError(Raised, ValueError):
    """The submission raised a `ValueError`, the one exception that katas promise, so `pytest.raises` knows it."""


class RaisedTypeError(Raised, TypeError):
    """The submission raised a `TypeError`: `list(handle)` asks for a length first and takes this for an answer."""
