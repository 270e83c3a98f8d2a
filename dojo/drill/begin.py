"""How a drill comes to be: from what was asked for, or from the one that was left."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

from msgspec import Struct

from dojo.drill.choose import drawn_fairly, fitting, usable, worth_most
from dojo.drill.drill import Drill, Task, resumed
from dojo.drill.unfinished import elsewhere, last_left
from dojo.drill.workspace import FolderError
from dojo.progress import Judged, Progress
from dojo.progress.claim import Claim, claim
from dojo.progress.ledger import Ledger
from dojo.schedule.plan import day_of
from dojo.schedule.replay import Memories, local_day, memories
from dojo.schedule.roles import EMPHASIS, ROLES
from grader.catalogue import Kata


class Wish(Struct, frozen=True):
    """What the learner asked for; None where they left it to us."""

    katas: int | None = None
    minutes: float | None = None
    topics: tuple[str, ...] = ()
    seed: int | None = None


class Begun(Struct, frozen=True):
    """A drill, the claim on it, and whether it was left before; `gone` katas are no longer in the catalogue."""

    drill: Drill
    claim: Claim | None
    resumed: bool = False
    gone: int = 0


def begin(
    wish: Wish,
    katas: Mapping[str, Kata],
    ledger: Ledger,
    home: Path,
    derived: Path | None,
    here: Path,
    chance: int,
    wall: Callable[[], float] = time.time,
    tick: Callable[[], float] = time.monotonic,
) -> Begun | None:
    """The drill that was left if nothing special is asked for, else a new one in a folder below `here`.

    None if no kata can run here. `derived` is the folder of what can be derived from the log. Raises `FolderError`.
    """
    if wish == Wish() and (left := _left(katas, ledger, home, wall, tick)) is not None:
        return left
    found = usable(katas.values(), wish.topics)
    if not found:
        return None
    if wish.seed is not None:
        order = drawn_fairly(found, wish.seed)
    else:
        busy = elsewhere(ledger, home, "drill", wall())
        free = [kata for kata in found if kata.slug not in busy] or found
        order = _by_schedule(free, ledger, derived, wall(), chance)
    chosen = fitting(order, wish.katas, wish.minutes)
    minutes = wish.minutes if wish.minutes is not None else float(sum(kata.minutes for kata in chosen))
    tasks = [Task(kata.slug, kata.minutes) for kata in chosen]
    drill = Drill(ledger, tasks, minutes, make_folder(here, wall()), wall, tick)
    return Begun(drill, None)


def write_down(begun: Begun, home: Path) -> Begun:
    """Begin a new drill in the log and claim it."""
    begun.drill.begin()
    number = begun.drill.number
    return Begun(begun.drill, claim(home, "drill", number) if number is not None else None)


def make_folder(here: Path, now: float, kind: str = "drill") -> Path:
    """A new folder, named after the moment: `drill-20261128-1504`. Raises `FolderError`."""
    name = time.strftime(f"{kind}-%Y%m%d-%H%M", time.localtime(now))
    folder, count = here / name, 1
    while True:
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            count += 1
            folder = here / f"{name}-{count}"
        except OSError as error:
            raise FolderError(folder, error.strerror or str(error)) from None
        else:
            return folder


def katas_remembered(ledger: Ledger, derived: Path | None) -> Memories:
    """What is remembered now; nothing where the log can't be read."""
    return ledger.read(lambda progress: memories(progress, derived), Memories())


def _left(
    katas: Mapping[str, Kata],
    ledger: Ledger,
    home: Path,
    wall: Callable[[], float],
    tick: Callable[[], float],
) -> Begun | None:
    while (left := last_left(ledger, home, "drill", wall())) is not None:
        steps, mine = left
        verdicts = verdicts_of(ledger, steps[0].id)
        drill = resumed(ledger, steps, verdicts, wall, tick, katas.__contains__)
        if drill.current is not None:
            return Begun(drill, mine, True, len(steps[0].body["katas"]) - len(drill.runs))
        drill.end()  # the terminal was closed on the last page, or nothing of it is left
        mine.drop()
        if ledger.trouble("en"):
            return None
    return None


def verdicts_of(ledger: Ledger, number: int) -> list[Judged]:
    nothing: list[Judged] = []
    return ledger.read(lambda progress: progress.verdicts_of(number), nothing)


def _by_schedule(found: Sequence[Kata], ledger: Ledger, derived: Path | None, now: float, chance: int) -> list[Kata]:
    remembered, day = katas_remembered(ledger, derived), local_day(now)

    def weights_of(progress: Progress) -> Mapping[str, float]:
        interview = progress.interview()
        if interview is None or day_of(interview.date) <= day or interview.role not in ROLES:
            return {}
        return EMPHASIS[interview.role].weights

    unweighted: Mapping[str, float] = {}
    return worth_most(found, remembered.katas, day, Random(chance), ledger.read(weights_of, unweighted))
