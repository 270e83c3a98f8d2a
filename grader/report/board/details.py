"""What the board tells of a submission when somebody asks, as JSON inside the page, small at thousands of submissions.

Each text stands there once. Of a submission's failures the first is told in full; of the others, the promise and the
line. Beyond `ROOM` bytes only promises are kept; the page says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from grader.judge.verdicts import Result, TestResult, Verdict
from grader.report.board.figures import Board, mark, percent
from grader.report.board.words import WORDS
from grader.report.wording import COLON, joined, verdict_name

ROOM = 6 << 20  # bytes of calls and values
LONGEST = 240  # characters of one text
LISTED = 12  # failures of a submission
SCRIPTED = (  # words that the script uses
    "of_rows", "not_handed_in", "unmet_only", "perhaps", "line", "call", "expected", "actual", "message", "more", "cut",
    "seconds", "dark", "light", "brackets", "comma",
)  # fmt: skip


class Texts:
    """Every text once, by number; -1 is no text, or one that there was no room for."""

    def __init__(self, room: int) -> None:
        self.all: list[str] = []
        self._numbers: dict[str, int] = {}
        self._room = room
        self.cut = False

    def number(self, text: str | None, always: bool = False) -> int:
        """The number of `text`. Where the room is used up, only texts that are there already and `always` have one."""
        if text is None:
            return -1
        text = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
        if text not in self._numbers:
            size = len(text.encode())
            if not always and size > self._room:
                self.cut = True
                return -1
            self._room -= 0 if always else size
            self._numbers[text] = len(self.all)
            self.all.append(text)
        return self._numbers[text]


def payload(board: Board, lang: str, room: int = ROOM) -> str:
    """The JSON text, which ends no script element whatever it holds."""
    texts = Texts(room)
    rows = [_row(row.results, texts, lang) for row in board.rows]
    document = {
        "texts": texts.all,
        "rows": rows,
        "unmet": [texts.number(joined(row.unmet, lang), True) for row in board.rows],
        "cut": texts.cut,
        "katas": [kata.slug for kata in board.katas],
        "verdicts": [verdict_name(verdict, lang) for verdict in Verdict],
        "words": {**{name: WORDS[lang][name] for name in SCRIPTED}, "colon": COLON[lang]},
    }
    text = msgspec.json.encode(document).decode()
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _row(results: Sequence[Result | None], texts: Texts, lang: str) -> list[Any]:
    return [None if result is None else _result(result, texts, lang) for result in results]


def _result(result: Result, texts: Texts, lang: str) -> list[Any]:
    """Verdict, mark, score in percent, seconds; where something failed, also misconception, message and the tests."""
    score = percent(result.score, 1)
    found: list[Any] = [list(Verdict).index(result.verdict), mark(result), score, round(result.seconds, 3)]
    if result.verdict is Verdict.PASSED:
        return found
    failed = [test for test in result.tests if test.verdict is not Verdict.PASSED]
    why = result.message.in_(lang) if result.message else None
    misconception = result.misconception.in_(lang) if result.misconception else None
    shown = [_test(test, texts, lang, number == 0) for number, test in enumerate(failed[:LISTED])]
    return [*found, texts.number(misconception, True), texts.number(why), len(failed) - len(shown), shown]


def _test(test: TestResult, texts: Texts, lang: str, whole: bool) -> list[int]:
    told = [texts.number(test.promise.in_(lang), True), list(Verdict).index(test.verdict), test.line or 0]
    if not whole:
        return told
    message = test.message.in_(lang) if test.message else None
    return [*told, *(texts.number(text) for text in (test.call, test.expected, test.actual, message))]
