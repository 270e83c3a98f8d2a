"""A mock interview from the wish to the scorecard; the list of all cards, and their export."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from rich.text import Text

from dojo.bank.bank import Bank, BankError, open_bank
from dojo.content import cache_home, content_root, data_home
from dojo.drill.begin import make_folder, verdicts_of
from dojo.drill.grading import tier_for
from dojo.drill.unfinished import last_left
from dojo.drill.workspace import FolderError
from dojo.mock.interview import Interview
from dojo.mock.kept import cards, resumed
from dojo.mock.scorecard import Scorecard
from dojo.mock.sections import outline
from dojo.progress.claim import claim
from dojo.progress.ledger import Ledger
from dojo.question.kinds import Lang
from dojo.schedule.roles import ROLES, Role
from dojo.show.drill.whole import open_ledger
from dojo.show.mock.card import card_lines, list_lines
from dojo.show.mock.export import to_html, to_markdown
from dojo.show.mock.plain import Ended, PlainMock
from dojo.show.mock.screen import Left, MockScreen
from dojo.show.mock.words import said
from dojo.show.phrases import ago
from dojo.show.terminal.console import write_lines
from dojo.show.terminal.ending import stop
from dojo.show.terminal.keyboard import Stopped, open_keyboard
from dojo.show.terminal.screen import Screen, interactive
from dojo.show.terminal.streams import abandon_output, line_look, line_writer, typed_lines
from grader.catalogue import Kata
from grader.sandbox.tiers import Tier


def run_mock(
    katas: Mapping[str, Kata], minutes: float | None, role: Role | None, seed: int | None, lang: Lang, plain: bool,
    sandbox: str,
) -> int:  # fmt: skip
    """A new interview, or the one that was left if nothing is asked for; the exit status, for `background.leave`."""
    bank, home = _bank(), data_home(os.environ)
    ledger, warnings = open_ledger(lang)
    tier = tier_for(sandbox, lang)
    with ExitStack() as stack:
        stack.callback(ledger.close)
        new = minutes is not None or role is not None or seed is not None
        interview, mine = None, None
        if not new and (left := last_left(ledger, home, "mock", time.time())) is not None:
            steps, mine = left
            verdicts = verdicts_of(ledger, steps[0].id)
            interview = resumed(bank, katas, ledger, steps, verdicts, lang)
            warnings.append(said("resumed", lang, when=ago(interview.clock.seconds(), lang)))
        if interview is None:
            interview = _new(bank, katas, ledger, minutes or 45.0, role, seed, lang)
            mine = claim(home, "mock", interview.number) if interview.number is not None else None
            name = said(f"role_{interview.outline.role}", lang)
            warnings.append(said("intro", lang, minutes=f"{interview.outline.minutes:g}", role=name))
        if mine is not None:
            stack.callback(mine.drop)
        earlier = cards(ledger)
        before = earlier[-1] if earlier else None
        show = _in_lines if plain or not interactive(os.environ) else _on_screen
        try:
            return show(interview, katas, tier, warnings, before)
        except FolderError as error:
            stop(said("no_folder", lang, folder=error.folder, why=error.why))


def print_list(lang: Lang) -> int:
    """All cards, a row each."""
    ledger, warnings = open_ledger(lang)
    for warning in warnings:
        print(warning, file=sys.stderr)
    look = line_look(sys.stdout, os.environ)
    write_lines(list_lines(cards(ledger), lang, look), look, sys.stdout, os.environ)
    ledger.close()
    return 0


def export(file: Path, number: int | None, lang: Lang) -> int:
    """The card number `number`, the newest if none is named, as Markdown or HTML by the file's name."""
    ledger, _ = open_ledger(lang)
    found = cards(ledger)
    ledger.close()
    place = len(found) if number is None else number
    if not 1 <= place <= len(found):
        stop(said("no_number", lang, number=number) if found else said("list_none", lang))
    if file.suffix not in (".md", ".html"):
        stop(said("bad_export", lang, file=file))
    card, before = found[place - 1], found[place - 2] if place > 1 else None
    text = (to_html if file.suffix == ".html" else to_markdown)(card, before, _bank(), lang)
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        stop(said("cannot_write", lang, file=file, why=error.strerror))
    print(said("exported", lang, file=file))
    return 0


def _bank() -> Bank:
    try:
        return open_bank(content_root(os.environ), cache_home(os.environ) / "banks")
    except BankError as error:
        stop(str(error))


def _new(
    bank: Bank, katas: Mapping[str, Kata], ledger: Ledger, minutes: float, role: Role | None, seed: int | None,
    lang: Lang,
) -> Interview:  # fmt: skip
    planned = ledger.read(lambda progress: progress.interview(), None)
    of_plan = next((each for each in ROLES if planned is not None and planned.role == each), None)
    chosen: Role = role or of_plan or "llm"
    chance = int.from_bytes(os.urandom(4)) if seed is None else seed
    try:
        folder = make_folder(Path.cwd(), time.time(), "mock")
    except FolderError as error:
        stop(said("no_folder", lang, folder=error.folder, why=error.why))
    interview = Interview(bank, ledger, outline(bank, katas, minutes, chosen, chance), folder, lang)
    interview.begin()
    return interview


def _in_lines(
    interview: Interview, katas: Mapping[str, Kata], tier: Tier, warnings: list[str], before: Scorecard | None
) -> int:
    look = line_look(sys.stdout, os.environ)
    write = line_writer(sys.stdout, look)
    for warning in warnings:
        write(warning)
    shown = PlainMock(interview, katas, tier, typed_lines(sys.stdin), write, look)
    try:
        shown.run()
    except Ended:
        write(said("left", shown.lang))
        return 0
    except KeyboardInterrupt:
        write(said("left", shown.lang))
        return 130
    _print_card(interview, interview.finish(), before, shown.lang)
    return 0


def _on_screen(
    interview: Interview, katas: Mapping[str, Kata], tier: Tier, warnings: list[str], before: Scorecard | None
) -> int:
    screen = Screen(sys.stdout, os.environ)
    status, lang, finished = 0, interview.session.lang, False
    try:
        with open_keyboard(screen.enter, screen.leave) as keyboard:
            shown = MockScreen(interview, katas, tier, screen, keyboard, lang, os.environ, " ".join(warnings))
            shown.run()
            finished = True
    except Left:
        pass
    except KeyboardInterrupt:
        status = 130
    except Stopped as stopped:
        abandon_output()  # the terminal may be gone, and what is still to be flushed with it
        return stopped.status
    lang = interview.session.lang
    if finished:
        _print_card(interview, interview.finish(), before, lang)
    else:
        print(said("left", lang))
    return status


def _print_card(interview: Interview, card: Scorecard, before: Scorecard | None, lang: Lang) -> None:
    look = line_look(sys.stdout, os.environ)
    lines = card_lines(card, before, interview.bank, lang, look)
    if trouble := interview.trouble(lang):
        lines.append(Text(said("unsaved", lang, why=trouble), "yellow"))
    write_lines(lines, look, sys.stdout, os.environ)
