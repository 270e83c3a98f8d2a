"""What a cohort must meet (required katas, minimum mean score), who did not, and the exit status."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from grader.catalogue import Kata
from grader.cohort.discovery import Discovery, Found
from grader.cohort.names import shown_path
from grader.judge.verdicts import Bilingual, Result, Verdict
from grader.report.summary import Criteria, LeftOut, Member, Summary

__all__ = ["Criteria", "shortfalls", "status", "summarise"]


def summarise(
    discovery: Discovery, done: Mapping[int, Result], criteria: Criteria, kata: Callable[[str], Kata], sandbox: str
) -> Summary:
    """The whole cohort by member: verdicts, missing katas, and what a Ctrl-C left ungraded."""
    theirs: dict[str | None, list[tuple[int, Found]]] = {name: [] for name in discovery.members}
    for index, one in enumerate(discovery.found):
        theirs.setdefault(one.member, []).append((index, one))
    results: list[Result] = []
    members: list[Member] = []
    for name, handed_in in theirs.items():
        rows = [done[index] for index, _ in handed_in if index in done]
        slugs = {one.kata for _, one in handed_in}
        rows += [_absent(name, kata(slug)) for slug in criteria.required if slug not in slugs]
        results += rows
        members.append(_member(name, rows, len(handed_in), criteria))
    waiting = [one for index, one in enumerate(discovery.found) if index not in done]
    left_out = [LeftOut(shown_path(one.path), one.why) for one in discovery.left_out]
    left_out += [_not_graded(one, len(done), len(discovery.found)) for one in waiting]
    return Summary(results, sandbox, members, left_out, len(discovery.found), criteria.given, criteria=criteria)


def status(summary: Summary) -> int:
    """0: met; 1: not met; 3: something of ours is broken."""
    if any(result.verdict is Verdict.BROKEN for result in summary.results):
        return 3
    return 0 if summary.members and all(member.met for member in summary.members) else 1


def _member(name: str | None, rows: Sequence[Result], found: int, criteria: Criteria) -> Member:
    graded = [row for row in rows if row.file is not None]
    passed = sum(row.verdict is Verdict.PASSED for row in graded)
    score = sum(row.score for row in rows) / len(rows) if rows else 0.0
    return Member(name, score, passed, len(graded), found, shortfalls(rows, score, found, criteria))


def shortfalls(rows: Sequence[Result], score: float, found: int, criteria: Criteria) -> tuple[Bilingual, ...]:
    """Why a member with these results, this mean and `found` submissions has not met the criteria; empty if met."""
    graded = [row for row in rows if row.file is not None]
    unmet = []
    if len(graded) < found:
        unmet.append(Bilingual(f"{found - len(graded)} not graded", f"{found - len(graded)} 份未评测"))
    due = [row for row in rows if not criteria.given or row.kata in criteria.required]
    unmet += [_shortfall(row) for row in due if row.verdict is not Verdict.PASSED]
    if not criteria.given and not found:
        unmet.append(Bilingual("nothing was handed in", "没有提交"))
    if criteria.least is not None and score < criteria.least:
        unmet.append(_too_low(score, criteria.least, bool(rows)))
    return tuple(unmet)


def _shortfall(row: Result) -> Bilingual:
    if row.file is None:
        return Bilingual(f"{row.kata} was not handed in", f"未提交 {row.kata}")
    return Bilingual(f"{row.kata} did not pass", f"{row.kata} 未通过")


def _too_low(score: float, least: float, due: bool) -> Bilingual:
    if not due:
        return Bilingual(f"nothing was handed in: a score of 0 is below {least:g}", f"没有提交：0 分，低于 {least:g}")
    shown = f"{score:.2f}" if float(f"{score:.2f}") < least else f"{score:.6g}"
    return Bilingual(f"mean score {shown} is below {least:g}", f"平均分 {shown}，低于 {least:g}")


def _absent(member: str | None, kata: Kata) -> Result:
    message = Bilingual(f"{kata.slug} is required and was not handed in", f"缺少必做题 {kata.slug}")
    return Result(member, kata.slug, None, Verdict.ERROR, 0.0, 0, 0, 0.0, message=message)


def _not_graded(one: Found, done: int, every: int) -> LeftOut:
    why = Bilingual(f"not graded: stopped after {done} of {every}", f"未评测：共 {every} 份，评测 {done} 份后中断")
    return LeftOut(shown_path(one.path), why)
