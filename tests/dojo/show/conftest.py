"""A stage without a terminal: pages are kept as text, keys come from a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from rich.text import Text

from dojo.bank.bank import Bank, open_bank
from dojo.progress import FILE_NAME, Planned, Progress, open_progress
from dojo.quiz.begin import last_left, resume
from dojo.quiz.journal import Journal
from dojo.quiz.session import Session
from dojo.show.terminal.keys import Press
from dojo.show.terminal.stage import Stage
from dojo.show.text.markup import Look

CONTENT = Path(__file__).parents[1] / "content"
NAMES = {
    "ENTER": "enter",
    "ESC": "esc",
    "UP": "up",
    "DOWN": "down",
    "BACK": "backspace",
    "PGDN": "pgdn",
    "SEND": "ctrl-d",
}


class KeysAreOver(Exception):
    """The script of a test has ended while the quiz still waits for a key."""


class FakeScreen:
    def __init__(self, columns: int, rows: int) -> None:
        self.pages: list[str] = []
        self.cursor: tuple[int, int] | None = None
        self._size = columns, rows

    def size(self) -> tuple[int, int]:
        return self._size

    def look(self) -> Look:
        return Look(self._size[0])

    def paint(self, rows: Sequence[Text], cursor: tuple[int, int] | None = None) -> None:
        self.pages.append("\n".join(row.plain.rstrip().replace("\u00a0", " ") for row in rows))
        self.cursor = cursor

    def forget(self) -> None:
        pass


class Script:
    """Keys by name, one after another; `None` is a tick of the clock, a number so many seconds that pass."""

    def __init__(self, keys: Sequence[str | float | None]) -> None:
        self._keys = list(keys)
        self.time = 0.0

    def now(self) -> float:
        return self.time

    def read(self, timeout: float | None) -> Press | None:
        if not self._keys:
            raise KeysAreOver
        key = self._keys.pop(0)
        if isinstance(key, int | float):
            self.time += key
            return None
        if key is None:
            return None
        if key == "CTRL-C":
            raise KeyboardInterrupt
        if key in NAMES or key.startswith(("alt-", "ctrl-")):
            return Press(NAMES.get(key, key))
        return Press("paste", key) if len(key) > 1 else Press(key, key)


class Sat:
    """What came of a scripted sitting."""

    def __init__(self, session: Session, screen: FakeScreen, wish: str | None) -> None:
        self.session = session
        self.pages = screen.pages
        self.last = screen.pages[-1]
        self.cursor = screen.cursor
        self.wish = wish


@pytest.fixture(scope="session")
def bank() -> Bank:
    return open_bank(CONTENT, None)


@pytest.fixture
def progress(tmp_path: Path) -> Iterator[Progress]:
    with open_progress(tmp_path / FILE_NAME, lambda: 1000.0) as opened:
        yield opened


def _sitting(
    session: Session,
    keys: Sequence[str | float | None],
    columns: int = 80,
    rows: int = 24,
    limit: float | None = None,
    warning: str | None = None,
) -> Sat:
    """The session on a screen, until the keys or the session are over."""
    from dojo.show.quiz.desk import Desk, Quit
    from dojo.show.quiz.sitting import sit as run

    screen, script = FakeScreen(columns, rows), Script(keys)
    stage = Stage(screen, script)  # type: ignore[arg-type]  # stand-ins for a screen and a keyboard
    wish = None
    try:
        wish = run(Desk(session, stage, warning), script.now, limit)
    except KeysAreOver:
        pass
    except Quit:
        wish = "quit"
    except KeyboardInterrupt:
        wish = "interrupted"
    return Sat(session, screen, wish)


@pytest.fixture
def sit(bank: Bank, progress: Progress) -> Callable[..., Sat]:
    """`sit(questions, keys)`: what the screen shows, until the keys or the session are over."""

    def sitting(
        questions: Sequence[str], keys: Sequence[str | float | None], *, lang: str = "en", **screen: Any
    ) -> Sat:
        plan = [Planned(name, 5) for name in questions]
        session = Session(bank, plan, Journal(progress), "zh" if lang == "zh" else "en", {})
        return _sitting(session, keys, **screen)

    return sitting


@pytest.fixture
def go_on(bank: Bank, progress: Progress) -> Callable[..., Sat]:
    """`go_on(keys)`: the session that was left, taken up again."""

    def going_on(keys: Sequence[str | float | None]) -> Sat:
        journal = Journal(progress)
        left = last_left(journal)
        assert left is not None
        return _sitting(resume(bank, journal, left, "en"), keys)

    return going_on
