"""Grades the learner's own file and keeps the verdict. Falls back to tier plain, and says so."""

from __future__ import annotations

import hashlib
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from dojo.drill.background import background
from grader.catalogue import Kata
from grader.cohort.discovery import Found, job_for
from grader.judge.needs import content_folders, imports_for
from grader.judge.probing import NoSandbox, choose
from grader.judge.rooms import Rooms
from grader.judge.run import grade_each
from grader.judge.verdicts import Result, Verdict
from grader.sandbox.tiers import Tier


def tier_for(mode: str, lang: str) -> Tier:
    """The tier to grade in: the best with walls, else `plain` for one's own code, said on standard error."""
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


def grade_file(kata: Kata, file: Path, tier: Tier) -> Result:
    """The verdict on one file, with the visible examples. After a Ctrl-C, end the process by `background.leave`."""

    def serve(say: Callable[[Result], None]) -> None:
        with Rooms(tier, imports_for([kata]), content_folders(kata.folder.parents[2])) as rooms:
            grade_each([job], [kata], rooms, lambda _, result: say(result), examples=True)

    job = job_for(Found(None, kata.slug, file))
    (result,) = background(serve, threading.Event())
    return result


def keep(result: Result, file: Path, lang: str) -> None:
    """Record the verdict in the learner's progress; trouble with the file is said and stops nothing."""
    from dojo.content import data_home
    from dojo.progress import FILE_NAME, ProgressError, open_progress

    if result.verdict is Verdict.BROKEN:
        return
    try:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        with open_progress(data_home(os.environ) / FILE_NAME, time.time) as progress:
            progress.record_verdict(result.kata, str(result.verdict), result.score, digest, result.seconds)
    except ProgressError as error:
        print(error.say("zh" if lang == "zh" else "en"), file=sys.stderr)
    except OSError:
        return  # the file went away between the verdict and now; there is nothing to keep it under


def status_of(result: Result) -> int:
    """0: passed, 1: not, 3: a fault of ours."""
    return {Verdict.PASSED: 0, Verdict.BROKEN: 3}.get(result.verdict, 1)
