"""Keeps the texts that the results of a suite have in common once, so that 10,000 submissions fit into memory."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec.structs import replace

from grader.judge.verdicts import Bilingual, Result

T = TypeVar("T", str, Bilingual, Bilingual | None)


class SharedTexts:
    """Gives back equal results that share the names, promises and hints of their tests with all earlier ones."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}  # each text to the first that was equal

    def of(self, result: Result) -> Result:
        tests = (
            replace(test, name=self._one(test.name), promise=self._one(test.promise), hint=self._one(test.hint))
            for test in result.tests
        )
        return replace(result, kata=self._one(result.kata), tests=tuple(tests))

    def _one(self, text: T) -> T:
        kept: T = self._known.setdefault(text, text)
        return kept
