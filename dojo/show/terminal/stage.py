"""Shows a page and waits for a key. Handles scrolling, resizing and repainting; leaves all other keys to the caller."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dojo.show.terminal.keyboard import Keyboard
from dojo.show.terminal.keys import RESIZED, Press
from dojo.show.terminal.page import Layout, Page, lay_out
from dojo.show.terminal.screen import Screen
from dojo.show.text.markup import Look

_PAGE_KEYS = {"pgdn": 1, "ctrl-f": 1, "pgup": -1, "ctrl-b": -1}
_LINE_KEYS = {"down": 1, "up": -1, "j": 1, "k": -1}


class Stage:
    """A screen and its keyboard, and how far the page that it shows is scrolled."""

    def __init__(self, screen: Screen, keyboard: Keyboard) -> None:
        self.screen = screen
        self._keyboard = keyboard
        self._offset = 0
        self._follow = False

    @property
    def columns(self) -> int:
        return self.screen.size()[0]

    def turn(self) -> None:
        """Start the next page at its top."""
        self._offset, self._follow = 0, False

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Show another page for a while, then return to the scroll position of the first."""
        kept = self._offset, self._follow
        self.turn()
        try:
            yield
        finally:
            self._offset, self._follow = kept

    def show(
        self, build: Callable[[Look], Page], lang: str, timeout: float | None = None, arrows: bool = False
    ) -> Press | None:
        """Show the page and return the next key; None after `timeout` seconds. `arrows` lets arrow keys scroll."""
        layout = self._paint(build, lang)
        while True:
            press = self._keyboard.read(timeout)
            if press is None:
                return None
            if press == RESIZED or press.key == "ctrl-l":
                self.screen.forget()
            elif press.key in _PAGE_KEYS:
                self._scroll(layout, _PAGE_KEYS[press.key] * max(layout.room - 1, 1))
            elif arrows and press.key in _LINE_KEYS:
                self._scroll(layout, _LINE_KEYS[press.key])
            elif arrows and press.key == " " and layout.offset < layout.most:
                self._scroll(layout, max(layout.room - 1, 1))
            else:
                self._follow = True
                return press
            layout = self._paint(build, lang)

    def _scroll(self, layout: Layout, lines: int) -> None:
        self._follow = False
        self._offset = min(max(layout.offset + lines, 0), layout.most)

    def _paint(self, build: Callable[[Look], Page], lang: str) -> Layout:
        look = self.screen.look()
        layout = lay_out(build(look), look, self.screen.size()[1], self._offset, lang, self._follow)
        self._offset = layout.offset
        self.screen.paint(layout.rows, layout.cursor)
        return layout
