"""Verdicts in the learner's progress: kept after grading, read for what was passed."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from grader.judge.verdicts import Result, Verdict

if TYPE_CHECKING:
    from dojo.progress import Interview, Progress

T = TypeVar("T")


def keep(result: Result, source: bytes | None, lang: str) -> None:
    """Record the verdict on the bytes that were graded; trouble with the log is said and stops nothing.

    A file that could not be read has no bytes, and a fault of ours is no verdict: neither is recorded.
    """
    from dojo.content import data_home
    from dojo.progress import FILE_NAME, ProgressError, open_progress
    from dojo.schedule.replay import SITTING

    if result.verdict is Verdict.BROKEN or source is None:
        return
    digest = hashlib.sha256(source).hexdigest()
    try:
        with open_progress(data_home(os.environ) / FILE_NAME, time.time) as progress:
            _say_notices(progress, lang)
            # hints that were read earlier belong to another attempt
            hints = len(progress.hints(result.kata, since=time.time() - SITTING))
            progress.record_verdict(
                result.kata, str(result.verdict), result.score, digest, result.seconds, hints=hints, source=source
            )
    except ProgressError as error:
        print(error.say("zh" if lang == "zh" else "en"), file=sys.stderr)


def keep_hint(kata: str, number: int, lang: str) -> None:
    """Record that a hint was read. Trouble with the log is passed over: the hint is shown all the same."""
    from dojo.content import data_home
    from dojo.progress import FILE_NAME, ProgressError, open_progress

    with suppress(ProgressError), open_progress(data_home(os.environ) / FILE_NAME, time.time) as progress:
        _say_notices(progress, lang)
        progress.record_hint(kata, number)


def passed_katas(lang: str) -> list[str]:
    """Slugs of all katas that were passed, the last one last; none where there is no log that can be read."""
    judged = _read(lang, lambda progress: progress.verdicts()) or ()
    passed = [one.kata for one in judged if one.verdict == "passed"]
    return list(dict.fromkeys(reversed(passed)))[::-1]


def interview_kept(lang: str) -> Interview | None:
    """The interview that the learner prepares for; None where there is none, or no log that can be read."""
    return _read(lang, lambda progress: progress.interview())


def _read(lang: str, ask: Callable[[Progress], T]) -> T | None:
    """What the log answers; None where there is none that can be read."""
    from dojo.content import data_home
    from dojo.progress import FILE_NAME, ProgressError
    from dojo.progress.reading import exists, open_to_read

    path = data_home(os.environ) / FILE_NAME
    with suppress(ProgressError):
        if exists(path):
            with open_to_read(path, time.time) as progress:
                _say_notices(progress, lang)
                return ask(progress)
    return None


def _say_notices(progress: Progress, lang: str) -> None:
    """A history that was damaged is put aside by whoever opens it first, and only then is it told."""
    for notice in progress.notices:
        print(notice.say("zh" if lang == "zh" else "en"), file=sys.stderr)
