"""Checks katas: that each description is whole, and that each suite is itself graded.

The starter must fail; the reference and every right solution must pass; every wrong solution must fail exactly the
tests that its docstring names; and submissions that answer nonsense must never make a suite itself fall over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from grader.catalogue import CatalogueError, Kata, load_kata
from grader.judge.misconceptions import WrongSolution, describe, docstring
from grader.judge.needs import imports_for
from grader.judge.rooms import Rooms
from grader.judge.run import grade_each
from grader.judge.submissions import Job
from grader.judge.verdicts import Result, Verdict
from grader.nonsense import nonsense
from grader.sandbox.tiers import Tier

LEAST_RIGHT, LEAST_WRONG = 3, 6


class Finding(msgspec.Struct, frozen=True):
    """One defect: where, what, and how to mend it."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def kata_folders(root: Path, paths: Iterable[Path]) -> list[Path]:
    """The katas' folders at or below `paths` (in `katas/` or `solutions/`); all of `root` where there are none."""
    described = sorted((root / "katas").glob("*/*/kata.yaml"))
    wanted = [path.resolve() for path in paths]
    folders = [path.parent for path in described]
    if not wanted:
        return folders
    twins = {folder: (folder, root / "solutions" / folder.parent.name / folder.name) for folder in folders}
    return [
        folder
        for folder, homes in twins.items()
        if any(home.is_relative_to(path) or path.is_relative_to(home) for home in homes for path in wanted)
    ]


def lint_katas(
    folders: Iterable[Path], on_step: Callable[[int, int], None] = lambda done, every: None
) -> Iterator[Finding]:
    """All defects of the katas in `folders`, kata by kata. `on_step` is told how many submissions of all are graded."""
    katas = []
    for folder in folders:
        try:
            kata = load_kata(folder / "kata.yaml")
        except CatalogueError as error:
            yield Finding(folder / "kata.yaml", 1, str(error))
            continue
        missing = list(_missing(kata))
        yield from missing
        if not missing:
            katas.append(kata)
    jobs = [job for kata in katas for job in _jobs(kata)]
    results: list[tuple[Job, Result]] = []

    def note(job: Job, result: Result) -> None:
        results.append((job, result))
        on_step(len(results), len(jobs))

    if jobs:
        on_step(0, len(jobs))
        with Rooms(Tier.PLAIN, imports_for(katas)) as rooms:
            grade_each(jobs, katas, rooms, note, examples=True)
    by_slug = {kata.slug: kata for kata in katas}
    for job, result in results:
        yield from _judge(by_slug[job.kata], job, result)


def _missing(kata: Kata) -> Iterator[Finding]:
    statements = [kata.folder / f"statement.{lang}.md" for lang in ("en", "zh")]
    for path in [*statements, kata.starter, kata.examples, kata.reference, kata.suite]:
        if not path.is_file() or not path.read_text(encoding="utf-8").strip():
            yield Finding(path, 1, "missing or empty; every kata needs it")
    for folder, least in (("right", LEAST_RIGHT), ("wrong", LEAST_WRONG)):
        found = sorted((kata.solution / folder).glob("*.py"))
        if len(found) < least:
            yield Finding(kata.solution / folder, 1, f"{len(found)} {folder} solutions; write at least {least}")
        for path in found if folder == "wrong" else ():
            try:
                describe(path)
            except CatalogueError as error:
                yield Finding(path, 1, str(error).partition(":1: ")[2])
        for path in found if folder == "right" else ():
            if not docstring(path.read_text(encoding="utf-8")):
                yield Finding(path, 1, "say in a docstring what style this right solution has")


def _jobs(kata: Kata) -> Iterator[Job]:
    paths = [kata.starter, kata.reference]
    paths += [path for folder in ("right", "wrong") for path in sorted((kata.solution / folder).glob("*.py"))]
    for path in paths:
        yield Job(kata.slug, path.read_bytes(), file=str(path))
    for name, source in nonsense(kata.names).items():
        yield Job(kata.slug, source.encode(), file=f"nonsense: {name}")


def _judge(kata: Kata, job: Job, result: Result) -> Iterator[Finding]:
    path = Path(job.file or "")
    losers = [test for test in result.tests if test.verdict is not Verdict.PASSED]
    failing = {re.sub(r"\[.*", "", test.name) for test in losers}
    said = "; ".join(f"{test.name}: {test.message.en if test.message else test.verdict}" for test in losers[:3])
    if result.verdict is Verdict.BROKEN:
        text = result.message.en if result.message else said
        yield Finding(kata.suite, 1, f"the suite falls over on {job.file}: {text}; check results before using them")
    elif job.file and job.file.startswith("nonsense"):
        if result.verdict is Verdict.PASSED:
            yield Finding(kata.suite, 1, f"passes a submission that answers {job.file}")
    elif path == kata.starter:
        if result.verdict is Verdict.PASSED:
            yield Finding(path, 1, "the starter passes the suite; leave something to do")
    elif path.parent.name == "wrong":
        yield from _judge_wrong(describe(path), failing)
    elif losers:
        yield Finding(path, losers[0].line or 1, f"must pass, but is {result.verdict}: {said}")
    else:
        shown = [test for test in result.examples if test.verdict is not Verdict.PASSED]
        for test in shown:
            text = test.message.en if test.message else test.verdict
            yield Finding(kata.examples, 1, f"{test.name} fails on {path.name}: {text}")
    if path == kata.reference:
        if not result.examples:
            yield Finding(kata.examples, 1, "no example could be run; it may import what a learner does not have")
        for test in result.tests:
            if test.promise.en == test.promise.zh:
                yield Finding(
                    kata.suite, 1, f"{test.name}: the docstring needs a paragraph in English and one in Chinese"
                )


def _judge_wrong(wrong: WrongSolution, failing: set[str]) -> Iterator[Finding]:
    if failing != wrong.fails:
        also = ", ".join(sorted(failing - {wrong.caught_by}))
        what = "passes the suite" if not failing else f"fails {', '.join(sorted(failing))}"
        mend = (
            f"`caught by: {wrong.caught_by}`, `also fails: {also}`" if wrong.caught_by in failing else "mend the suite"
        )
        yield Finding(wrong.path, 1, f"{what}, but its docstring says {', '.join(sorted(wrong.fails))}; {mend}")
