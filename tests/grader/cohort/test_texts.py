"""What the results of one suite have in common is kept once."""

from __future__ import annotations

import msgspec

from grader.cohort.texts import SharedTexts
from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict


def arrived(member: str, seconds: float) -> Result:
    """A result as it comes from another process: every text of it is new."""
    promise = Bilingual("Rows sum to 1.", "每行之和为 1。")
    test = TestResult("test_rows", promise, Verdict.FAILED, 0, 1, hint=promise, seconds=seconds)
    result = Result(member, "stable_softmax", None, Verdict.FAILED, 0.0, 0, 1, seconds, (test,))
    return msgspec.msgpack.decode(msgspec.msgpack.encode(result), type=Result)


def test_results_stay_equal_and_share_names_promises_and_hints() -> None:
    texts = SharedTexts()
    first, second = texts.of(arrived("ana", 0.1)), texts.of(arrived("bo", 0.2))
    assert (first, second) == (arrived("ana", 0.1), arrived("bo", 0.2))
    assert first.tests[0].promise is second.tests[0].promise is second.tests[0].hint
    assert first.tests[0].name is second.tests[0].name
