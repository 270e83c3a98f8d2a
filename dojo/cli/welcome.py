"""`dojo` alone: reads the learner's progress and says what comes next.

Writes nothing, not even an empty log; a damaged one is put aside, as by every command, and the page says so.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from dojo.cli.options import language

if TYPE_CHECKING:
    from dojo.progress import Progress
    from dojo.progress.events import Sitting
    from dojo.show.welcome import Left, Standing
    from grader.catalogue import Kata

_ENOUGH = 3  # missed questions of one topic before it is called the weakest
_PATIENCE = 1.0


def welcome() -> None:
    """Print the page."""
    from dojo.content import content_root, data_home
    from dojo.show.terminal.ansi import ansi, has_colour
    from dojo.show.terminal.streams import line_look, line_writer
    from dojo.show.welcome import welcome_lines

    lang = language(None, os.environ)
    standing = read_standing(data_home(os.environ), content_root(os.environ), lang)
    look = line_look(sys.stdout, os.environ)
    write = line_writer(sys.stdout, look)
    for line in welcome_lines(standing, lang, look):
        write(ansi(line, has_colour(os.environ)) if sys.stdout.isatty() else line.plain)


def read_standing(data: Path, content: Path, lang: str) -> Standing:
    """What the log says; a log that can't be read gives a warning."""
    from msgspec.structs import replace

    from dojo.drill.path import next_kata
    from dojo.progress import FILE_NAME, ProgressError
    from dojo.progress.reading import exists, open_to_read
    from dojo.show.welcome import Standing

    katas = _katas(content)
    if not exists(data / FILE_NAME):
        return Standing(next_kata=_slug(next_kata(katas, ())))
    try:
        with open_to_read(data / FILE_NAME, time.time, patience=_PATIENCE) as progress:
            standing = _read(progress, katas, content, lang)
            return replace(standing, clocks=_clocks(progress, data))
    except ProgressError as error:
        return Standing(warning=error.say(lang), next_kata=_slug(next_kata(katas, ())))


def _read(progress: Progress, katas: Mapping[str, Kata], content: Path, lang: str) -> Standing:
    from dojo.content import cache_home
    from dojo.drill.path import coming_kata
    from dojo.schedule.plan import day_of
    from dojo.schedule.queue import standing
    from dojo.schedule.replay import local_day, memories
    from dojo.show.welcome import Standing

    answers = progress.last_answers().values()
    missed = Counter(answer.topic for answer in answers if answer.outcome in ("wrong", "partly"))
    weak = (topic for topic, count in missed.most_common() if count >= _ENOUGH)
    weakest = next((topic for topic in weak if (content / "questions" / f"{topic}.yaml").exists()), None)
    # of a drill or mock the file lies in a folder of its own, and `dojo drill` brings the kata back
    judged = progress.verdicts()
    verdicts = {one.kata: one.verdict for one in judged if one.sitting is None}
    passed = [one.kata for one in judged if one.verdict == "passed"]
    failed = [kata for kata, verdict in verdicts.items() if verdict != "passed" and kata not in passed]
    left, interview, today = progress.unfinished(), progress.interview(), local_day(progress.now())
    days = day_of(interview.date) - today if interview else 0
    remembered = memories(progress, cache_home(os.environ) / "schedule", keep=False).questions
    return Standing(
        answered=sum(answer.outcome != "skipped" for answer in answers),
        right=sum(answer.outcome == "right" for answer in answers),
        left=(left.position, len(left.plan.questions)) if left and left.answers else None,
        weakest=weakest,
        passed=len(set(passed)),
        failed=failed[-1] if failed else None,
        next_kata=_slug(coming_kata(katas, passed, passed[-1] if passed else None, interview, today)),
        warning=" ".join(notice.say(lang) for notice in progress.notices) or None,
        due=standing(remembered, today).due,
        interview=(interview.date, days) if interview and days > 0 else None,
    )


def _clocks(progress: Progress, data: Path) -> tuple[Left, ...]:
    """The drill and the mock that were left and can go on; one that runs in another terminal is none."""
    from dojo.drill.unfinished import last_left
    from dojo.progress.ledger import Ledger
    from dojo.show.welcome import Left

    found = []
    kinds: tuple[Sitting, ...] = ("drill", "mock")
    for kind in kinds:
        left = last_left(Ledger(progress), data, kind, progress.now())
        if left is None:
            continue
        steps, mine = left
        mine.drop()
        begin = steps[0]
        total = float((begin.body["outline"] if kind == "mock" else begin.body)["minutes"])
        gone = max(progress.now() - begin.at, 0.0) / 60
        over = gone >= total or any(step.step == "over" for step in steps)
        found.append(Left(kind, round(total), None if over else int(gone)))
    return tuple(found)


def _katas(content: Path) -> dict[str, Kata]:
    """All katas; none if the catalogue can't be read (other commands report that)."""
    from grader.catalogue import CatalogueError, load

    try:
        return load(content)
    except CatalogueError:
        return {}


def _slug(kata: Kata | None) -> str | None:
    return kata.slug if kata is not None else None
