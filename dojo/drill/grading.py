"""Grades the learner's own file. Falls back to tier plain, and says so; `record` keeps the verdict."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec

from dojo.drill.background import background
from grader.catalogue import Kata
from grader.cohort.discovery import Found, job_for
from grader.judge.needs import content_folders, imports_for
from grader.judge.probing import NoSandbox, choose
from grader.judge.rooms import Rooms
from grader.judge.run import grade_each
from grader.judge.verdicts import Result, TestResult, Verdict, worst
from grader.sandbox.tiers import Tier


def tier_for(mode: str, lang: str) -> Tier:
    """The tier to grade in: the best one with walls, else `plain` for one's own code, which standard error says."""
    try:
        return choose(mode)
    except NoSandbox as error:
        if mode == "require":
            print(f"dojo: {error}", file=sys.stderr)
            raise SystemExit(2) from None
        text = "没有沙箱，在普通进程中运行你的代码；见 dojo doctor"
        english = "no sandbox here: your code runs as an ordinary process; see dojo doctor"
        print(text if lang == "zh" else english, file=sys.stderr)
        return Tier.PLAIN


def grade_file(
    kata: Kata, file: Path, tier: Tier, on_tick: Callable[[], None] = lambda: None
) -> tuple[Result, bytes | None]:
    """The verdict on one file, with the visible examples, and the bytes that were graded (None: it can't be read).

    `on_tick` is called while it runs. After a Ctrl-C, end the process by `background.leave`.
    """

    def serve(say: Callable[[Result], None]) -> None:
        with Rooms(tier, imports_for([kata]), content_folders(kata.folder.parents[2])) as rooms:
            grade_each([job], [kata], rooms, lambda _, result: say(result), examples=True)

    job = job_for(Found(None, kata.slug, file))
    (result,) = background(serve, threading.Event(), on_tick)
    return result, job.source


def only(result: Result, name: str) -> Result | None:
    """`result` with just the tests that `name` means: a whole name, with or without `test_`, else a part of one."""

    def chosen(matches: Callable[[TestResult], bool]) -> Result | None:
        tests, examples = (tuple(test for test in group if matches(test)) for group in (result.tests, result.examples))
        if not tests and not examples:
            return None
        points, most = sum(test.points for test in tests), sum(test.max_points for test in tests)
        verdict = worst(test.verdict for test in [*tests, *examples])
        return msgspec.structs.replace(
            result, tests=tests, examples=examples, points=points, max_points=most, verdict=verdict,
            score=points / most if most else 0.0, misconception=None,
        )  # fmt: skip

    def spelled(test: TestResult) -> tuple[str, str]:
        return test.name, test.name.removeprefix("test_")

    return chosen(lambda test: name in spelled(test)) or chosen(lambda test: name in test.name)


def status_of(result: Result) -> int:
    """0: passed, 1: not, 3: a fault of ours."""
    return {Verdict.PASSED: 0, Verdict.BROKEN: 3}.get(result.verdict, 1)
