"""A drill from the wish to the card: opens the log, begins or goes on, shows it on a screen or in lines."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from rich.text import Text

from dojo.content import cache_home, content_root, data_home
from dojo.drill.begin import Begun, Wish, begin, katas_remembered, write_down
from dojo.drill.choose import usable
from dojo.drill.conduct import Conductor
from dojo.drill.drill import Drill
from dojo.drill.grading import tier_for
from dojo.drill.workspace import FolderError
from dojo.progress import FILE_NAME, ProgressError, open_progress
from dojo.progress.ledger import Ledger
from dojo.schedule.replay import local_day
from dojo.show.drill.card import card
from dojo.show.drill.plain import PlainDrill
from dojo.show.drill.screen import DrillScreen, Left
from dojo.show.drill.words import said
from dojo.show.phrases import ago
from dojo.show.terminal.console import write_lines
from dojo.show.terminal.ending import stop
from dojo.show.terminal.keyboard import Stopped, open_keyboard
from dojo.show.terminal.screen import Screen, interactive
from dojo.show.terminal.streams import abandon_output, line_look, line_writer, typed_lines
from dojo.show.text.markup import Look
from grader.catalogue import Kata
from grader.sandbox.tiers import Tier

_PATIENCE = 1.0  # seconds to wait for another process's lock on the log


def run_drill(wish: Wish, katas: Mapping[str, Kata], lang: str, plain: bool, sandbox: str) -> int:
    """The exit status, for `background.leave`: grading may still go on. Faults end the process in a sentence."""
    home, derived = data_home(os.environ), cache_home(os.environ) / "schedule"
    ledger, warnings = open_ledger(lang)
    tier = tier_for(sandbox, lang)
    with ExitStack() as stack:
        stack.callback(ledger.close)
        try:
            begun = begin(wish, katas, ledger, home, derived, Path.cwd(), int.from_bytes(os.urandom(4)))
        except FolderError as error:
            stop(said("no_folder", lang, folder=error.folder, why=error.why))
        if begun is None:
            stop(said("no_katas", lang))
        warnings += _news(begun, wish, len(usable(katas.values(), wish.topics)), lang)
        if not begun.resumed:
            begun = write_down(begun, home)
        if begun.claim is not None:
            stack.callback(begun.claim.drop)
        show = _in_lines if plain or not interactive(os.environ) else _on_screen
        try:
            return show(begun.drill, katas, tier, lang, warnings, derived)
        except FolderError as error:
            stop(said("no_folder", lang, folder=error.folder, why=error.why))


def open_ledger(lang: str) -> tuple[Ledger, list[str]]:
    """The learner's log, and what there is to say about it; without one nothing is kept."""
    try:
        progress = open_progress(data_home(os.environ) / FILE_NAME, time.time, patience=_PATIENCE)
    except ProgressError as error:
        return Ledger(None, error), [said("unsaved", lang, why=error.say(lang))]
    return Ledger(progress), [notice.say(lang) for notice in progress.notices]


def _news(begun: Begun, wish: Wish, existing: int, lang: str) -> list[str]:
    """What the learner should know of the choice before it begins; `existing` katas could have been chosen."""
    drill, found = begun.drill, []
    if begun.resumed:
        found.append(said("resumed", lang, when=ago(drill.clock.seconds(), lang)))
    if begun.gone:
        found.append(said("gone", lang, count=begun.gone))
    if wish.minutes is not None and drill.runs[0].task.minutes > wish.minutes:
        found.append(said("too_short", lang, minutes=f"{wish.minutes:g}", par=drill.runs[0].task.minutes))
    elif wish.katas is not None and (total := len(drill.runs)) < wish.katas:
        par = sum(run.task.minutes for run in drill.runs)
        if wish.minutes is not None and existing >= wish.katas:
            short = {"minutes": f"{wish.minutes:g}", "wanted": wish.katas, "total": total, "par": par}
            found.append(said("fewer_minutes", lang, **short))
        else:
            found.append(said("fewer", lang, total=total))
    return found


def _in_lines(
    drill: Drill, katas: Mapping[str, Kata], tier: Tier, lang: str, warnings: list[str], derived: Path
) -> int:
    look = line_look(sys.stdout, os.environ)
    write = line_writer(sys.stdout, look)
    for warning in warnings:
        write(warning)
    conductor = Conductor(drill, katas, tier, lambda: shown.wake())
    shown = PlainDrill(conductor, typed_lines(sys.stdin), write, lang, look)
    status = 0
    try:
        shown.run()
        drill.end()
    except Left:
        pass
    except KeyboardInterrupt:
        status = 130
    conductor.close(wait=False)
    write("")
    for line in _card(drill, katas, shown.lang, look, derived):
        write(line.plain)
    passed = sum(run.state == "passed" for run in drill.runs)
    write(said("result", shown.lang, passed=passed, total=len(drill.runs)))
    return status


def _on_screen(
    drill: Drill, katas: Mapping[str, Kata], tier: Tier, lang: str, warnings: list[str], derived: Path
) -> int:
    screen = Screen(sys.stdout, os.environ)
    status, shown = 0, None
    try:
        with open_keyboard(screen.enter, screen.leave) as keyboard:
            conductor = Conductor(drill, katas, tier, keyboard.wake)
            shown = DrillScreen(conductor, screen, keyboard, lang, os.environ, " ".join(warnings))
            try:
                shown.run()
                drill.end()
            finally:
                conductor.close(wait=False)
    except Left:
        pass
    except KeyboardInterrupt:
        status = 130
    except Stopped as stopped:
        abandon_output()  # the terminal may be gone, and what is still to be flushed with it
        return stopped.status
    lang = shown.lang if shown is not None else lang
    look = line_look(sys.stdout, os.environ)
    write_lines(_card(drill, katas, lang, look, derived), look, sys.stdout, os.environ)
    return status


def _card(drill: Drill, katas: Mapping[str, Kata], lang: str, look: Look, derived: Path) -> list[Text]:
    """The card; its memories are as of now, with what the drill has added."""
    banks = content_root(os.environ) / "questions"
    open_ones = [run for run in drill.runs if run.state in ("running", "given up")]
    topics = [katas[run.task.slug].topic for run in open_ones]
    with_bank = [topic if (banks / f"{topic}.yaml").is_file() else "" for topic in topics]
    remembered = katas_remembered(drill.ledger, derived)
    lines = card(drill, lang, look, with_bank, remembered.katas, local_day(time.time()))
    if trouble := drill.ledger.trouble(lang):
        lines.append(Text(said("unsaved", lang, why=trouble), "yellow"))
    return lines
