"""A drill on a screen: a live clock, the task, each verdict as it comes, the learner's editor, a bell at the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.text import Text

from dojo.drill.conduct import Conductor
from dojo.drill.drill import cost
from dojo.show.drill.pages import Around, View, help_lines, page
from dojo.show.drill.words import points, said
from dojo.show.terminal.keyboard import Keyboard
from dojo.show.terminal.keys import Press
from dojo.show.terminal.outside import Editor, EditorFailed
from dojo.show.terminal.page import Page, text_look
from dojo.show.terminal.screen import Screen
from dojo.show.terminal.stage import Stage
from dojo.show.text.clean import one_line
from dojo.show.text.markup import Look


class Left(Exception):
    """The learner leaves; the drill stays open."""


class DrillScreen:
    """Shows what `conductor` does and obeys the keys."""

    def __init__(
        self,
        conductor: Conductor,
        screen: Screen,
        keyboard: Keyboard,
        lang: str,
        environ: Mapping[str, str],
        news: str = "",
    ) -> None:
        self._conductor = conductor
        self._screen = screen
        self._stage = Stage(screen, keyboard)
        self._keyboard = keyboard
        self.lang = lang
        self._editor = Editor(environ)
        self._rings = environ.get("TERM", "") != "linux"  # the Linux console would print the notice
        self._view: View = "statement"
        self._notice = ""
        self._news = news  # above the page until a key is pressed
        self._asked = ""  # the key that has to be pressed again

    def run(self) -> None:
        """Until the last kata is over. Raises `Left`."""
        while self._conductor.next():
            self._view = "statement"
            self._stage.turn()
            while not self._over():
                self._obey(self._show())

    def _over(self) -> bool:
        """Whether the next kata is due: this one was given up, or passed and seen."""
        run = self._conductor.run
        return run is None or run.state == "given up" or (run.state == "passed" and self._asked == "next")

    def _show(self) -> Press | None:
        self._pump()
        seconds = self._conductor.drill.clock.seconds()
        press = self._stage.show(self._page, self.lang, timeout=1.02 - seconds % 1, arrows=True)
        if press is not None:
            self._notice = self._news = ""
        return press

    def _page(self, look: Look) -> Page:
        trouble = self._conductor.drill.ledger.trouble(self.lang)
        warning = said("unsaved", self.lang, why=trouble) if trouble else self._news
        notice = Text(one_line(self._notice), "bold yellow") if self._notice else None
        return page(self._conductor, Around(self.lang, self._view, notice, warning, self._editor.name), look)

    def _pump(self) -> None:
        """Take in verdicts and times that ran out."""
        if self._conductor.pump() is not None:
            self._view, self._asked = "verdict", ""
            self._stage.turn()
        for name in self._conductor.times_up():
            self._notice = said(f"up_{name}", self.lang)
            self._screen.notify(said(f"notice_{name}", self.lang) if self._rings else "")

    def _obey(self, press: Press | None) -> None:
        if press is None:
            return
        run, asked, self._asked = self._conductor.run, self._asked, ""
        key = press.key
        assert run is not None
        if key == "q":
            raise Left
        if key in ("n", "enter") and run.state == "passed":
            self._asked = "next"
        elif key == "n":
            self._give_up(asked)
        elif key == "h":
            self._hint(asked)
        elif key in ("s", "v", "tab"):
            self._turn_to(key)
        elif key == "e":
            self._edit()
        elif key == "l":
            self.lang = "en" if self.lang == "zh" else "zh"
        elif key in ("?", "f1"):
            self._read(lambda look: help_lines(self.lang, look))
        elif len(key) == 1:
            self._notice = said("unknown_key", self.lang)

    def _give_up(self, asked: str) -> None:
        if asked == "n":
            self._conductor.give_up()
        else:
            self._asked, self._notice = "n", said("give_up_again", self.lang)

    def _hint(self, asked: str) -> None:
        """The next hint; what it costs is said first."""
        run, hints = self._conductor.run, self._conductor.kata.hints
        assert run is not None
        read = self._conductor.drill.hints_of(run)
        number = next((n for n in range(1, len(hints) + 1) if n not in read), None)
        if number is None or run.over:
            self._notice = said("no_hint", self.lang)
            self._view = "hints" if read else self._view
        elif asked == "h":
            self._conductor.drill.hint(run, number)
            self._view = "hints"
            self._stage.turn()
        else:
            price = points(cost(number), self.lang)
            self._asked, self._notice = "h", said("hint_again", self.lang, number=number, points=price)

    def _turn_to(self, key: str) -> None:
        if key == "tab":
            key = "s" if self._view == "verdict" else "v"
        if key == "v" and self._conductor.result is None:
            self._notice = said("no_verdict", self.lang)
            return
        self._view = "statement" if key == "s" else "verdict"
        self._stage.turn()

    def _edit(self) -> None:
        """The editor, with the terminal if it wants one; saves are graded and kept meanwhile."""
        if not self._editor.name:
            self._notice = said("no_editor", self.lang)
            return
        try:
            self._editor.open(self._conductor.file, self._keyboard, self._pump)
        except EditorFailed as error:
            self._notice = said("editor_failed", self.lang, editor=self._editor.line, why=error)
        self._screen.forget()

    def _read(self, lines: Callable[[Look], list[Text]]) -> None:
        """A page to be read and closed."""

        def build(look: Look) -> Page:
            keys = [("PgUp PgDn", ""), ("Enter", said("key_close", self.lang))]
            return Page((Text("NLP Dojo", "bold"), Text()), lines(text_look(look)), keys)

        with self._stage.aside():
            while True:
                press = self._stage.show(build, self.lang, timeout=1.0, arrows=True)
                self._pump()
                if press is not None and press.key in ("enter", "esc", "q", " ", "?"):
                    return
