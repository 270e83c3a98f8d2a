"""`dojo` alone: reads where the learner stands and says what comes next. Writes nothing, not even an empty log."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from dojo.cli.options import language

if TYPE_CHECKING:
    from dojo.progress import Progress
    from dojo.show.welcome import Standing

_FIRST_KATA = "stable_softmax"
_ENOUGH = 3  # missed questions of one topic before it is called the weakest
_PATIENCE = 1.0


def welcome() -> None:
    """Prints the page."""
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
    """What the log says; a log that can't be read is told in a sentence."""
    from dojo.progress import FILE_NAME
    from dojo.show.welcome import Standing

    katas = _easiest_first(content)
    if not (data / FILE_NAME).exists():
        return Standing(next_kata=_next_kata(katas, ()))
    from dojo.progress import ProgressError
    from dojo.progress.reading import open_to_read

    try:
        with open_to_read(data / FILE_NAME, time.time, patience=_PATIENCE) as progress:
            return _read(progress, katas, content)
    except ProgressError as error:
        return Standing(warning=error.say(lang), next_kata=_next_kata(katas, ()))


def _read(progress: Progress, katas: list[str], content: Path) -> Standing:
    from dojo.show.welcome import Standing

    answers = progress.last_answers().values()
    missed = Counter(answer.topic for answer in answers if answer.outcome in ("wrong", "partly"))
    weak = (topic for topic, count in missed.most_common() if count >= _ENOUGH)
    weakest = next((topic for topic in weak if (content / "questions" / f"{topic}.yaml").exists()), None)
    verdicts = {judged.kata: judged.verdict for judged in progress.verdicts()}
    passed = {judged.kata for judged in progress.verdicts() if judged.verdict == "passed"}
    failed = [kata for kata, verdict in verdicts.items() if verdict != "passed" and kata not in passed]
    left = progress.unfinished()
    return Standing(
        answered=sum(answer.outcome != "skipped" for answer in answers),
        right=sum(answer.outcome == "right" for answer in answers),
        left=(left.position, len(left.plan.questions)) if left and left.answers else None,
        weakest=weakest,
        passed=len(passed),
        failed=failed[-1] if failed else None,
        next_kata=_next_kata(katas, passed),
    )


def _easiest_first(content: Path) -> list[str]:
    """All katas by level, then minutes; none where the catalogue can't be read, which other commands tell."""
    from grader.catalogue import CatalogueError, load

    try:
        katas = load(content).values()
    except CatalogueError:
        return []
    ordered = sorted(katas, key=lambda kata: (kata.level, kata.minutes, kata.slug != _FIRST_KATA))
    return [kata.slug for kata in ordered]


def _next_kata(katas: list[str], passed: Collection[str]) -> str | None:
    """The easiest one that was not passed yet."""
    return next((kata for kata in katas if kata not in passed), None)
