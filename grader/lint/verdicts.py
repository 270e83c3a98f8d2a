"""What the verdicts on a kata's own solutions say of its suite.

The starter must fail; the reference and every right solution must pass; every wrong solution must fail exactly the
tests that its docstring names; and submissions that answer nonsense must never make a suite itself fall over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from grader.catalogue import Kata
from grader.judge.misconceptions import WrongSolution, describe
from grader.judge.submissions import Job
from grader.judge.verdicts import Result, Verdict
from grader.lint.finding import Finding, near
from grader.lint.fix import fix_docstring
from grader.nonsense import nonsense

NONSENSE = "nonsense: "
AGAIN = "again: "  # with other random inputs
DRAWS = 4  # of a right solution


def good(kata: Kata) -> tuple[Job, ...]:
    """What must pass, on every draw of random inputs: the reference and the right solutions."""
    paths = [kata.reference, *sorted((kata.solution / "right").glob("*.py"))]
    return (*_read(kata, paths), *(job for draw in range(1, DRAWS) for job in _read(kata, paths, draw)))


def bad(kata: Kata) -> tuple[Job, ...]:
    """What must not pass: the starter, the wrong solutions (twice), nonsense. The reference comes last, warm."""
    answers = nonsense(kata.names).items()
    wrong = sorted((kata.solution / "wrong").glob("*.py"))
    return (
        *_read(kata, [kata.starter, *wrong]),
        *_read(kata, wrong, 1),
        *(Job(kata.slug, source.encode(), file=f"{NONSENSE}{name}") for name, source in answers),
        *_read(kata, [kata.reference]),
    )


def _read(kata: Kata, paths: Iterable[Path], draw: int = 0) -> tuple[Job, ...]:
    """Random inputs go by the file's name, so that a comment or a docstring changes none."""
    again = AGAIN if draw else ""
    return tuple(
        Job(kata.slug, path.read_bytes(), file=f"{again}{path}", drawn=f"{kata.slug}/{path.stem}/{draw}".encode())
        for path in paths
    )


def check_verdicts(kata: Kata, results: Iterable[Result], fix: bool = False) -> Iterator[Finding]:
    """All defects that the verdicts on `good(kata)` and `bad(kata)` show. `fix` rewrites `also fails:`."""
    patterns: dict[frozenset[str], WrongSolution] = {}
    for result in results:
        path = Path((result.file or "").removeprefix(AGAIN))
        if (result.file or "").startswith(AGAIN):
            yield from _check_again(kata, path, result)
            continue
        if path.parent.name != "wrong" or result.verdict is Verdict.BROKEN:
            yield from _check(kata, path, result)
            continue
        wrong, failing = describe(path), failing_tests(result)
        yield from _check_wrong(wrong, failing, {test_name(test.name) for test in result.tests}, fix)
        if failing:
            first = patterns.setdefault(frozenset(failing), wrong)
            if first is not wrong:
                problem = f"fails just the tests that {first.path.name} fails, so no report can name this misconception"
                yield Finding(path, wrong.line, f"{problem}; let a test tell them apart, or drop one", "warning")


def failing_tests(result: Result) -> set[str]:
    """The names of the tests that did not pass, without parameters."""
    return {test_name(test.name) for test in result.tests if test.verdict is not Verdict.PASSED}


def test_name(test: str) -> str:
    """The name of a test without its parameters."""
    return re.sub(r"\[.*", "", test)


def _check(kata: Kata, path: Path, result: Result) -> Iterator[Finding]:
    losers = [test for test in result.tests if test.verdict is not Verdict.PASSED]
    said = "; ".join(f"{test.name}: {test.message.en if test.message else test.verdict}" for test in losers[:3])
    if result.verdict is Verdict.BROKEN:
        text = result.message.en if result.message else said
        yield Finding(kata.suite, 1, f"the suite falls over on {result.file}: {text}; check results before using them")
    elif result.file and result.file.startswith(NONSENSE):
        if result.verdict is Verdict.PASSED:
            yield Finding(kata.suite, 1, f"passes a submission that answers {result.file}")
    elif path == kata.starter:
        if result.verdict is Verdict.PASSED:
            yield Finding(path, 1, "the starter passes the suite; leave something to do")
    elif losers:
        yield Finding(path, losers[0].line or 1, f"must pass, but is {result.verdict}: {said}")
    else:
        for test in result.examples:
            if test.verdict is not Verdict.PASSED:
                text = test.message.en if test.message else test.verdict
                yield Finding(kata.examples, 1, f"{test.name} fails on {path.name}: {text}")


def _check_again(kata: Kata, path: Path, result: Result) -> Iterator[Finding]:
    """A right solution passes whatever is drawn, and a wrong one fails the test that speaks of it."""
    failing = failing_tests(result)
    if path.parent.name != "wrong":
        if failing:
            names = ", ".join(sorted(failing))
            yield Finding(path, 1, f"must pass, but fails {names} with other random inputs; the suite is too strict")
    elif result.verdict is not Verdict.BROKEN:
        wrong = describe(path)
        if wrong.caught_by not in failing:
            problem = f"is not caught by {wrong.caught_by} with other random inputs; fix the inputs, or draw more"
            yield Finding(path, wrong.line, problem)


def check_words(kata: Kata, result: Result) -> Iterator[Finding]:
    """Whether the reference's verdict, the visible tests with it, is something to show to a learner."""
    if not result.examples:
        yield Finding(kata.examples, 1, "no example could be run; it may import what a learner does not have")
    for test in result.tests:
        if test.promise.en == test.promise.zh:
            problem = f"{test.name}: the docstring needs a paragraph in English and one in Chinese"
            yield Finding(kata.suite, 1, problem)


def _check_wrong(wrong: WrongSolution, failing: set[str], tests: set[str], fix: bool) -> Iterator[Finding]:
    if failing == wrong.fails:
        return
    if wrong.caught_by not in tests:
        problem = f"`caught by: {wrong.caught_by}` names no test of the suite{near(wrong.caught_by, tests)}"
        yield Finding(wrong.path, wrong.line, problem)
    elif fix and (fixed := fix_docstring(wrong, failing)) is not None:
        yield fixed
    elif not failing:
        yield Finding(wrong.path, wrong.line, "passes the suite; add a test that catches it, or drop it")
    elif wrong.caught_by not in failing:
        problem = f"fails {', '.join(sorted(failing))}, but not {wrong.caught_by}, which its docstring says catches it"
        yield Finding(wrong.path, wrong.line, f"{problem}; correct the suite or the docstring")
    else:
        also = ", ".join(sorted(failing - {wrong.caught_by}))
        problem = f"fails {', '.join(sorted(failing))}, but its docstring says {', '.join(sorted(wrong.fails))}"
        todo = f"`also fails: {also}`" if also else "no `also fails:`"
        yield Finding(wrong.path, wrong.line, f"{problem}; it should say {todo}: `dojo lint --fix` writes it")
