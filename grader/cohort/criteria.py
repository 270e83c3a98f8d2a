"""What a cohort must reach: required katas, a least mean score, and the exit status that follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from grader.catalogue import Kata
from grader.judge.verdicts import Bilingual, Result, Verdict


def complete(
    results: Sequence[Result], members: Sequence[str], required: Sequence[str], kata: Callable[[str], Kata]
) -> list[Result]:
    """`results`, and for each member an `error` without a file for each required kata that is missing."""
    handed_in = {(result.member, result.kata) for result in results}
    everybody: Sequence[str | None] = members or [None]
    missing = [(member, slug) for member in everybody for slug in required if (member, slug) not in handed_in]
    return [*results, *(_absent(member, kata(slug)) for member, slug in missing)]


def status(results: Sequence[Result], required: Sequence[str], least: float | None) -> int:
    """0: met, 1: not, 3: a fault of ours. Without criteria all must have passed."""
    if any(result.verdict is Verdict.BROKEN for result in results):
        return 3
    if not required and least is None:
        met = bool(results) and all(result.verdict is Verdict.PASSED for result in results)
        return 0 if met else 1
    met = all(result.verdict is Verdict.PASSED for result in results if result.kata in required)
    if least is not None:
        met = met and all(mean >= least for mean in _means(results).values())
    return 0 if met else 1


def _means(results: Sequence[Result]) -> dict[str | None, float]:
    scores: dict[str | None, list[float]] = {}
    for result in results:
        scores.setdefault(result.member, []).append(result.score)
    return {member: sum(found) / len(found) for member, found in scores.items()}


def _absent(member: str | None, kata: Kata) -> Result:
    message = Bilingual(f"{kata.slug} is required and was not handed in", f"缺少必做题 {kata.slug}")
    return Result(member, kata.slug, None, Verdict.ERROR, 0.0, 0, 0, 0.0, message=message)
