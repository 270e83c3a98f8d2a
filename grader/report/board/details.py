"""What the board tells of a submission when somebody asks, as JSON inside the page, small at thousands of submissions.

Each text and each entry stands there once. Failures of one promise that follow each other are one entry, told by the
first, and an exception that ends many tests is told once. `ROOM` bytes of calls and values are kept, first those of
each submission's first failure; the page says so if some are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.board.figures import Board, mark, percent
from grader.report.board.words import WORDS
from grader.report.wording import COLON, Told, joined, runs, same_trouble, verdict_name

ROOM = 6 << 20  # bytes of calls and values
LONGEST = 240  # characters of one text
LISTED = 12  # entries of a submission
EVERY_TEST = Bilingual("Every test ends the same way", "每个测试的结果都一样")
SCRIPTED = (  # words that the script uses
    "of_rows", "not_handed_in", "unmet_only", "perhaps", "line", "call", "expected", "actual", "message", "more", "cut",
    "again", "seconds", "dark", "light", "brackets", "comma",
)  # fmt: skip


class Texts:
    """Every text and every entry once, by number; -1 is no text, or one that there was no room for."""

    def __init__(self, room: int) -> None:
        self.all: list[str] = []
        self.entries: dict[tuple[int, ...], int] = {}  # every entry once, by number, too
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

    def entry(self, told: Sequence[int], values: Sequence[int]) -> int:
        """The number of an entry, without its values where the room is used up."""
        entry = (*told, *values)
        if values and entry not in self.entries:
            size = len(str(entry))
            if size > self._room:
                self.cut = True
                entry = (*told,)
            else:
                self._room -= size
        return self.entries.setdefault(entry, len(self.entries))


def payload(board: Board, lang: str, room: int = ROOM) -> str:
    """The JSON text, which ends no script element whatever it holds."""
    texts = Texts(room)
    for row in board.rows:
        for result in row.results:
            for run in _runs(result, lang)[:1]:
                _entry(run, False, texts, lang)
    rows = [_row(row.results, texts, lang) for row in board.rows]
    document = {
        "texts": texts.all,
        "entries": list(texts.entries),
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
    why = result.message.in_(lang) if result.message else None
    misconception = result.misconception.in_(lang) if result.misconception else None
    same = same_trouble(result.tests)
    if same is not None:
        every = msgspec.structs.replace(same, promise=EVERY_TEST, call=None)
        entries, more = [_entry([every], False, texts, lang)], 0
    else:
        told, failures = Told(), _runs(result, lang)
        entries = [_entry(run, told.again(run[0]), texts, lang) for run in failures[:LISTED]]
        more = sum(map(len, failures[LISTED:]))
    return [*found, texts.number(misconception, True), texts.number(why), more, entries]


def _runs(result: Result | None, lang: str) -> list[list[TestResult]]:
    """The failures of a submission, those of one promise together."""
    tests = [] if result is None else result.tests
    return list(runs([test for test in tests if test.verdict is not Verdict.PASSED], lang))


def _entry(run: Sequence[TestResult], again: bool, texts: Texts, lang: str) -> int:
    """The number of an entry: promise, verdict, line, how many tests, whether they ended as above; if not, values."""
    test = run[0]
    verdict = list(Verdict).index(test.verdict)
    told = [texts.number(test.promise.in_(lang), True), verdict, test.line or 0, len(run), int(again)]
    return texts.entry(told, [] if again else _values(test, texts, lang))


def _values(test: TestResult, texts: Texts, lang: str) -> list[int]:
    message = test.message.in_(lang) if test.message else None
    return [texts.number(text) for text in (test.call, test.expected, test.actual, message)]
