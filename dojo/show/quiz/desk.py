"""What the pages of a session share: session and stage, what was taken back, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.text import Text

from dojo.question.variant import Asked
from dojo.quiz.session import Session
from dojo.show.phrases import say
from dojo.show.quiz.mix import mix_line
from dojo.show.quiz.question import Status
from dojo.show.terminal.keys import Press
from dojo.show.terminal.page import Page, language_key, text_look
from dojo.show.terminal.stage import Stage
from dojo.show.text.clean import one_line
from dojo.show.text.markup import Look
from dojo.show.text.wrap import wrap

if TYPE_CHECKING:
    from dojo.marking.answer import AnyAnswer
    from dojo.show.quiz.widget import Widget


class Quit(Exception):
    """The learner leaves; what is not answered stays for the next time."""


class Desk:
    """A session on a stage. `before` is the answer last taken back; `drafts` and `spent` are what was written and the
    seconds that were spent, by question and seed: a slip of the finger loses neither."""

    def __init__(self, session: Session, stage: Stage, warning: str | None = None) -> None:
        self.session = session
        self.stage = stage
        self.before: AnyAnswer | None = None
        self.drafts: dict[tuple[str, int], Widget] = {}
        self.spent: dict[tuple[str, int], float] = {}
        self.notice = mix_line(session.mix, session.lang) if session.mix else ""
        self._first_warning = warning
        self._warning: str | None = None
        self._warned = session.journal.trouble(session.lang)
        self._flags = session.journal.flagged()

    @property
    def lang(self) -> str:
        return self.session.lang

    def show(self, build: Callable[[Look], Page], timeout: float | None = None, arrows: bool = False) -> Press | None:
        return self.stage.show(build, self.session.lang, timeout, arrows)

    def status(self, asked: Asked, notice: str = "") -> Status:
        """What stands around `asked`; news of what can't be saved is shown from the moment it is known."""
        said = Text(one_line(notice), "bold yellow") if notice else None
        return Status(self.session.lang, flagged=asked.id in self._flags, notice=said, warning=self._warning)

    def heed(self) -> None:
        """A new page: a warning that was seen goes, one that came up since stays for this page."""
        trouble = self.session.journal.trouble(self.session.lang)
        self._warning, self._first_warning = self._first_warning, None
        if trouble and trouble != self._warned:
            self._warning = say("unsaved", self.lang, why=trouble)
        self._warned = trouble

    def undo(self) -> bool:
        """Takes the last result back, its answer kept to be mended; False (and a notice) where that can't be."""
        result = self.session.undo()
        if result is None:
            late = bool(self.session.results)
            self.notice = say("late_stays" if late else "no_undo", self.lang)
            return False
        self.before = result.answer
        self.spent[result.asked.id, result.asked.seed] = result.seconds
        self.notice = say("undone", self.lang)
        return True

    def aside(self, command: str, asked: Asked) -> str:
        """Does what a key that works everywhere asks for, and gives a notice; raises `Quit`."""
        if command == "q":
            raise Quit
        if command == "l":
            self.switch()
            return ""
        if command == "m":
            return self._flag(asked)
        if command == "o":
            from dojo.show.quiz.feedback import sources_lines

            self.read(lambda look: sources_lines(self.session, asked, self.session.lang, look), "o")
            return ""
        if command == "w":
            return say("reasons_told" if asked.kind in ("choice", "multi") else "no_reasons", self.lang)
        if command in ("?", "f1"):
            self.help()
            return ""
        return say("unknown_key", self.lang) if len(command) == 1 else ""

    def switch(self) -> None:
        """The other language, from here on."""
        self.session.lang = "en" if self.session.lang == "zh" else "zh"

    def help(self) -> None:
        from dojo.show.quiz.guide import guide_lines

        self.read(lambda look: guide_lines(self.session.lang, look))

    def read(self, lines: Callable[[Look], list[Text]], opened_by: str = "?") -> None:
        """A page to be read and closed, also by the key that opened it; the page below is then as it was."""

        def build(look: Look) -> Page:
            keys = [("PgUp PgDn", ""), language_key(look, self.lang), ("Enter", say("key_close", self.lang))]
            return Page((Text("NLP Dojo", "bold"), Text()), lines(look), keys)

        with self.stage.aside():
            while True:
                press = self.show(build, arrows=True)
                if press and press.key == "l":
                    self.switch()
                elif press and press.key in ("enter", "esc", "q", " ", opened_by):
                    return

    def _flag(self, asked: Asked) -> str:
        """Flags the question with a note, or takes its flag away."""
        if asked.id in self._flags:
            self.session.journal.unflag(asked.id)
            del self._flags[asked.id]
            return say("unflagged", self.lang)
        note = self._line(say("flag_title", self.lang), say("flag_do", self.lang))
        if note is None:
            return ""
        self.session.journal.flag(asked.id, note)
        self._flags[asked.id] = note
        return say("flagged", self.lang)

    def _line(self, title: str, what: str) -> str | None:
        """One line of text; None where the learner changed their mind."""
        from dojo.show.terminal.editor import Field, layout, position

        field = Field()

        def build(look: Look) -> Page:
            inner = text_look(look)
            body = [Text(title, "bold"), Text(), *wrap(Text(what), inner.columns), Text()]
            rows = layout(field.text, inner.columns - 3)
            row, cell = position(rows, field.cursor)
            cursor = (len(body) + row, 2 + cell)
            body += [Text.assemble("▸ " if n == 0 else "  ", piece) for n, (_, piece) in enumerate(rows)]
            keys = [("Enter", say("key_save", self.lang)), ("Esc", say("key_cancel", self.lang))]
            return Page((Text("NLP Dojo", "bold"), Text()), body, keys, cursor=cursor, focus=(cursor[0], cursor[0]))

        with self.stage.aside():
            while True:
                press = self.show(build)
                if press is None or press.key == "esc":
                    return None
                if press.key == "enter":
                    return field.text.strip()
                field = field.insert(press.text) if press.text else field.press(press.key) or field
