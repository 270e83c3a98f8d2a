"""A mock interview on a screen: one thing after another, clocks in the header, and nothing on how it goes."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from rich.text import Text

from dojo.marking.answer import AnswerError
from dojo.mock.coding import Coding
from dojo.mock.interview import Code, Confirm, FollowUp, Interview, Own, Question
from dojo.question.kinds import Lang, Open
from dojo.show.katas import statement_lines
from dojo.show.mock.pages import Free, code_page, confirm_page, page
from dojo.show.mock.words import said
from dojo.show.phrases import say
from dojo.show.quiz.sitting import command_of, widget_for
from dojo.show.quiz.widget import Incomplete, Widget
from dojo.show.terminal.keyboard import Keyboard
from dojo.show.terminal.keys import Press
from dojo.show.terminal.outside import Editor, EditorFailed
from dojo.show.terminal.page import Page, text_look
from dojo.show.terminal.screen import Screen
from dojo.show.terminal.stage import Stage
from dojo.show.text.clean import one_line
from dojo.show.text.markup import Look
from dojo.show.text.wrap import wrap
from grader.catalogue import Kata
from grader.sandbox.tiers import Tier

_PATIENCE = 60.0  # seconds for the last version to be graded when it is handed in


class Left(Exception):
    """The candidate leaves; the interview stays open."""


class MockScreen:
    """Runs `interview`; katas are graded in `tier`."""

    def __init__(
        self, interview: Interview, katas: Mapping[str, Kata], tier: Tier, screen: Screen, keyboard: Keyboard,
        lang: Lang, environ: Mapping[str, str], news: str,
    ) -> None:  # fmt: skip
        self._interview = interview
        self._katas = katas
        self._tier = tier
        self._screen, self._keyboard = screen, keyboard
        self._stage = Stage(screen, keyboard)
        self.lang: Lang = lang
        self._editor = Editor(environ)
        self._osc = environ.get("TERM", "") != "linux"  # the Linux console would print the notice
        self._news = news
        self._notice = ""
        self._asked = ""  # the key that has to be pressed again
        self._rung: set[str] = set()

    def run(self) -> None:
        """Until the candidate has asked their own questions. Raises `Left`."""
        while True:
            self._stage.turn()
            stands = self._interview.stands
            if isinstance(stands, Question):
                self._question(stands)
            elif isinstance(stands, Code):
                self._code(self._katas[stands.kata])
            elif isinstance(stands, FollowUp):
                words = self._words("follow_again")
                self._interview.follow(stands.asked.id, words)
            elif isinstance(stands, Own):
                words = self._words("end_again")
                if words:
                    self._interview.note(words)
                else:
                    self._interview.end()
            elif isinstance(stands, Confirm):
                self._confirm(stands)
            else:
                return

    def _question(self, stands: Question) -> None:
        began = time.monotonic()
        widget = widget_for(stands.asked, None, self._stage.columns)
        while True:
            command = self._command(widget)
            if command in ("enter", "ctrl-d"):
                try:
                    answer = widget.answer(self.lang)
                except Incomplete as missing:
                    self._notice = say(missing.phrase, self.lang)
                    continue
                except AnswerError as error:
                    self._notice = say("expected", self.lang, what=error.expected.of(self.lang))
                    continue
                self._interview.answer(answer, time.monotonic() - began)
                return
            if command == "s" and self._twice("s", said("skip_again", self.lang)):
                self._interview.answer(None, time.monotonic() - began)
                return

    def _words(self, if_empty: str) -> str:
        """What was written; empty where it was skipped, or sent so twice: the first time `if_empty` is said."""
        widget = Free(self._stage.columns)
        while True:
            command = self._command(widget)
            if command == "ctrl-d" or (command == "enter" and not widget.typing):
                words = widget.field.text.strip()
                if words or self._twice(command, said(if_empty, self.lang)):
                    return words
            if command == "s" and self._twice("s", said("skip_again", self.lang)):
                return ""

    def _confirm(self, stands: Confirm) -> None:
        """The candidate ticks the points that they made; those found in their words are ticked already."""
        question = stands.asked.question
        assert isinstance(question, Open)
        points, count = len(question.rubric), len(question.rubric) + len(question.not_said)
        ticked = {*stands.answer.points, *(points + claim for claim in stands.answer.claims)}
        at = 0

        def build(look: Look) -> Page:
            inner = text_look(look)
            return confirm_page(self._interview, stands, ticked, at, self.lang, self._above(inner), look, inner)

        while True:
            press = self._show(build)
            key = self._everywhere(press.key) if press else ""
            if key == " ":
                ticked ^= {at}
            elif key.isascii() and key.isdecimal() and 1 <= int(key) <= count:
                at = int(key) - 1
                ticked ^= {at}
            elif key in ("up", "down"):
                at = (at + (1 if key == "down" else -1)) % count
            elif key in ("enter", "ctrl-d"):
                made = sorted(place for place in ticked if place < points)
                claims = sorted(place - points for place in ticked if place >= points)
                self._interview.confirm(stands, made, claims)
                return

    def _command(self, widget: Widget) -> str:
        """The next key that is no part of an answer; language and leaving are dealt with here."""

        def build(look: Look) -> Page:
            inner = text_look(look)
            return page(self._interview, widget, self.lang, self._above(inner), self._said(), look, inner)

        press = self._show(build)
        if press is None:
            return ""
        command = command_of(press, widget) or ""
        return self._everywhere(command)

    def _code(self, kata: Kata) -> None:
        coding = Coding(self._interview, kata, self._tier, self._keyboard.wake)
        handed_in = False
        try:
            self._write(coding)
            handed_in = True
        finally:
            coding.close(wait=handed_in)

    def _write(self, coding: Coding) -> None:
        def build(look: Look) -> Page:
            coding.pump()
            inner = text_look(look)
            lines = statement_lines(coding.kata.statement(self.lang), inner.columns)
            file = one_line(f"{self._interview.folder.name}/{coding.kata.slug}/{coding.kata.slug}.py")
            return code_page(self._interview, lines, file, self.lang, self._above(inner), self._said(), look, inner)

        while True:
            press = self._show(build, arrows=True)
            key = self._everywhere(press.key) if press else ""
            if key == "e":
                self._edit(coding)
            elif key == "n" and self._twice("n", said(self._before_handing_in(coding), self.lang)):
                self._hand_in(coding)
                return

    def _before_handing_in(self, coding: Coding) -> str:
        nothing = coding.up_to_date and not self._interview.saves
        return "done_again_nothing" if nothing else "done_again"

    def _hand_in(self, coding: Coding) -> None:
        """What the file holds now is graded first."""
        until = time.monotonic() + _PATIENCE
        while not coding.up_to_date and time.monotonic() < until:
            coding.pump()
            time.sleep(0.02)
        coding.pump()
        self._interview.end_code()

    def _edit(self, coding: Coding) -> None:
        if not self._editor.name:
            self._notice = said("no_editor", self.lang)
            return

        def meanwhile() -> None:
            coding.pump()
            self._ring()

        try:
            self._editor.open(coding.file, self._keyboard, meanwhile)
        except EditorFailed as error:
            self._notice = said("editor_failed", self.lang, editor=self._editor.line, why=error)
        self._screen.forget()

    def _everywhere(self, command: str) -> str:
        if command == "q":
            raise Left
        if command == "l":
            self.lang = "en" if self.lang == "zh" else "zh"
            self._interview.session.lang = self.lang
            return ""
        return command

    def _twice(self, key: str, notice: str) -> bool:
        if self._asked == key:
            self._asked = ""
            return True
        self._asked, self._notice = key, notice
        return False

    def _show(self, build: Callable[[Look], Page], arrows: bool = False) -> Press | None:
        self._ring()
        seconds = self._interview.clock.seconds()
        press = self._stage.show(build, self.lang, timeout=1.02 - seconds % 1, arrows=arrows)
        if press is not None:
            self._notice = self._news = ""
            if press.key.removeprefix("alt-") != self._asked:
                self._asked = ""
        return press

    def _ring(self) -> None:
        """Tell once when the time of the section, or of all, has run out."""
        if self._interview.ended is not None:
            return
        interview, section = self._interview, self._interview.section
        over = {
            "up_all": interview.clock.seconds() > interview.outline.minutes * 60,
            section: interview.section_clock().seconds() > interview.outline.budget(section),
        }
        for name in (name for name, is_over in over.items() if is_over and name not in self._rung):
            self._rung.add(name)
            self._notice = said(name if name == "up_all" else "up_section", self.lang)
            self._screen.notify(said("notice", self.lang) if self._osc else "")

    def _above(self, look: Look) -> list[Text]:
        trouble = self._interview.trouble(self.lang)
        text = said("unsaved", self.lang, why=trouble) if trouble else self._news
        return [*wrap(Text(one_line(text), "yellow"), look.columns), Text()] if text else []

    def _said(self) -> Text | None:
        return Text(one_line(self._notice), "bold yellow") if self._notice else None
