"""The verdicts, and the plain structs that every report is made of (JSON schema 1, field by field)."""

from __future__ import annotations

import enum
from collections.abc import Iterable

import msgspec


class Verdict(enum.StrEnum):
    """What became of a test or a submission, worst first."""

    BROKEN = "broken"
    FORBIDDEN = "forbidden"
    MEMORY = "memory"
    TIMEOUT = "timeout"
    ERROR = "error"
    FAILED = "failed"
    PASSED = "passed"


class Bilingual(msgspec.Struct, frozen=True):
    """One text for the learner, in English and Chinese."""

    en: str
    zh: str

    def in_(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


class TestResult(msgspec.Struct, frozen=True):
    """One test of a suite. Texts are escaped and bounded already; None is no value."""

    __test__ = False  # not a test class for pytest, whatever its name begins with

    name: str
    promise: Bilingual
    verdict: Verdict
    points: int | float
    max_points: int | float
    line: int | None = None
    call: str | None = None
    expected: str | None = None
    actual: str | None = None
    message: Bilingual | None = None
    output: str = ""
    hint: Bilingual | None = None
    seconds: float = 0.0


class Result(msgspec.Struct, frozen=True):
    """One submission. `verdict` is the worst of its tests, `score` the share of the suite's points."""

    member: str | None
    kata: str
    file: str | None
    verdict: Verdict
    score: float
    points: int | float
    max_points: int | float
    seconds: float
    tests: tuple[TestResult, ...] = ()
    misconception: Bilingual | None = None
    message: Bilingual | None = None
    examples: tuple[TestResult, ...] = ()  # the visible tests, where they were asked for; they count nothing
    cacheable: bool = True  # whether the same bytes would get the same verdict on a machine that is less busy


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of `verdicts`; of none it is BROKEN, since absence is never success."""
    order = list(Verdict)
    return min(verdicts, key=order.index, default=Verdict.BROKEN)
