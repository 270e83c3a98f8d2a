"""What the board shows, as numbers: members, katas, the tests that fail most, misconceptions, and the runs before."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from grader.judge.verdicts import Bilingual, Result, Verdict
from grader.report.summary import Member, Summary
from grader.report.wording import by_member

WORST = 25  # tests and misconceptions listed
MARKS = {
    Verdict.ERROR: "E", Verdict.TIMEOUT: "T", Verdict.MEMORY: "M", Verdict.FORBIDDEN: "X", Verdict.BROKEN: "B",
}  # fmt: skip


class Row(msgspec.Struct, frozen=True):
    """One member. `results` has one entry for each kata of the board, None where nothing was handed in.

    `unmet` are the reasons why the criteria are not met. `rank` is None for who handed in nothing; `earlier` are the
    scores in the runs before and in this one, None where the member was not there.
    """

    name: str | None
    score: float
    passed: int
    graded: int
    met: bool
    seconds: float
    results: tuple[Result | None, ...]
    unmet: tuple[Bilingual, ...] = ()
    rank: int | None = None
    earlier: tuple[float | None, ...] = ()

    @property
    def change(self) -> float | None:
        """The difference from the last run that knows the member."""
        before = [score for score in self.earlier[:-1] if score is not None]
        return self.score - before[-1] if before else None


class KataFigures(msgspec.Struct, frozen=True):
    """How hard a kata was: of those who handed it in, how many passed, their mean score and median time."""

    slug: str
    handed_in: int
    passed: int
    score: float
    seconds: float

    @property
    def share(self) -> float:
        return self.passed / self.handed_in if self.handed_in else 0.0


class TestFigures(msgspec.Struct, frozen=True):
    """A promise that `tests` tests check, how many of the graded submissions failed it, and their misconceptions."""

    __test__ = False

    kata: str
    promise: Bilingual
    failed: int
    graded: int
    misconceptions: tuple[tuple[Bilingual, int], ...]
    tests: int = 1


class RunFigures(msgspec.Struct, frozen=True):
    """One run as a whole. `score` is the mean of those members who handed something in."""

    label: str
    members: int
    graded: int
    passed: int
    score: float


class Board(msgspec.Struct, frozen=True):
    """Everything on the page. `rows` are in order of rank."""

    katas: tuple[KataFigures, ...]
    rows: tuple[Row, ...]
    tests: tuple[TestFigures, ...]
    misconceptions: tuple[tuple[str, Bilingual, int], ...]
    runs: tuple[RunFigures, ...]
    absent: tuple[str, ...]

    @property
    def graded(self) -> int:
        return sum(row.graded for row in self.rows)

    @property
    def passed(self) -> int:
        return sum(row.passed for row in self.rows)


def board_of(runs: Sequence[tuple[str, Summary]]) -> Board:
    """The figures of the last run; the others show how it came about."""
    _, summary = runs[-1]
    slugs = sorted({result.kata for result in summary.results})
    before = [{member.name: member.score for member in one.members if member.graded} for _, one in runs]
    rows = _ranked([_with_history(row, before) for row in _rows(summary, slugs)])
    graded = [result for result in summary.results if result.file is not None]
    tests = _tests(graded)
    known = Counter((result.kata, result.misconception) for result in graded if result.misconception is not None)
    misconceptions = [(kata, text, count) for (kata, text), count in known.most_common(WORST) if text is not None]
    return Board(
        tuple(_kata(slug, [result for result in graded if result.kata == slug]) for slug in slugs),
        tuple(rows),
        tuple(tests),
        tuple(misconceptions),
        tuple(_run(label, one) for label, one in runs),
        tuple(row.name for row in rows if not row.graded and row.name is not None),
    )


def mark(result: Result) -> str:
    """The text of a cell: a tick, or the score in percent with a letter for what is not simply wrong."""
    if result.verdict is Verdict.PASSED:
        return "✓"
    return f"{percent(result.score)}{MARKS.get(result.verdict, '')}"


def percent(score: float, decimals: int = 0) -> float:
    """A score from 0 to 1 in percent, rounded, but never up to 100: that is only what has every point."""
    if score >= 1:
        return 100
    parts = 10**decimals
    found = min(int(score * 100 * parts + 0.5 + 1e-9), 100 * parts - 1) / parts
    return found if decimals else int(found)


def shown(score: float) -> str:
    """A score from 0 to 1 in two decimals, rounded as in the cells."""
    return f"{percent(score) / 100:.2f}"


def _rows(summary: Summary, slugs: Sequence[str]) -> list[Row]:
    members = {member.name: member for member in summary.members}
    rows = []
    for name, results in by_member(summary):
        if name is None or name not in members:  # files by themselves, which may be of one kata
            rows += [
                _row(Member(one.file, one.score, one.verdict is Verdict.PASSED, 1, 1), [one], slugs) for one in results
            ]
        else:
            rows.append(_row(members[name], results, slugs))
    return rows


def _row(member: Member, results: Sequence[Result], slugs: Sequence[str]) -> Row:
    by_kata: Mapping[str, Result] = {result.kata: result for result in results if result.file is not None}
    seconds = sum(result.seconds for result in results)
    theirs = tuple(by_kata.get(slug) for slug in slugs)
    return Row(member.name, member.score, int(member.passed), member.graded, member.met, seconds, theirs, member.unmet)


def _with_history(row: Row, before: Sequence[Mapping[str | None, float]]) -> Row:
    return msgspec.structs.replace(row, earlier=tuple(scores.get(row.name) for scores in before))


def _ranked(rows: list[Row]) -> list[Row]:
    """Best first; equal scores share a rank, and who handed in nothing comes last without one."""
    rows.sort(key=lambda row: (not row.graded, -row.score))
    ranked: list[Row] = []
    for number, row in enumerate(rows, 1):
        same = ranked and ranked[-1].score == row.score and ranked[-1].graded
        rank = ranked[-1].rank if same else number
        ranked.append(msgspec.structs.replace(row, rank=rank if row.graded else None))
    return ranked


def _kata(slug: str, graded: Sequence[Result]) -> KataFigures:
    passed = sum(result.verdict is Verdict.PASSED for result in graded)
    score = statistics.fmean(result.score for result in graded) if graded else 0.0
    seconds = statistics.median(result.seconds for result in graded) if graded else 0.0
    return KataFigures(slug, len(graded), passed, score, seconds)


def _tests(graded: Sequence[Result]) -> list[TestFigures]:
    """The promises that the most submissions break. Tests of one promise are one: it is the same sentence."""
    failed: dict[tuple[str, Bilingual], list[Result]] = {}
    names: dict[tuple[str, Bilingual], set[str]] = {}
    every = Counter(result.kata for result in graded)
    for result in graded:
        broken = {test.promise: None for test in result.tests if test.verdict is not Verdict.PASSED}
        for promise in broken:
            failed.setdefault((result.kata, promise), []).append(result)
        for test in result.tests:
            names.setdefault((result.kata, test.promise), set()).add(test.name)
    worst = sorted(failed.items(), key=lambda item: -len(item[1]))[:WORST]
    return [
        TestFigures(kata, promise, len(results), every[kata], tuple(_behind(results)), len(names[kata, promise]))
        for (kata, promise), results in worst
    ]


def _behind(results: Sequence[Result]) -> list[tuple[Bilingual, int]]:
    """The misconceptions of those who failed a test, the most frequent first."""
    known = Counter(result.misconception for result in results if result.misconception is not None)
    return [(text, count) for text, count in known.most_common(3) if text is not None]


def _run(label: str, summary: Summary) -> RunFigures:
    graded = [result for result in summary.results if result.file is not None]
    passed = sum(result.verdict is Verdict.PASSED for result in graded)
    there = [member.score for member in summary.members if member.graded]
    score = statistics.fmean(there) if there else 0.0
    return RunFigures(label, len(summary.members), len(graded), passed, score)
