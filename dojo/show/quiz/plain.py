"""The quiz without a screen: lines out, one answer a line in, no control codes. For pipes and screen readers.

The grammar is a contract (`design.md`): scripts read it, so what begins a line stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress

import msgspec
from msgspec.structs import replace
from rich.text import Text

from dojo.marking.answer import AnswerError, AnyAnswer, OpenAnswer
from dojo.marking.grammar import expected, parse, parse_points
from dojo.question.kinds import Lang, Open
from dojo.question.variant import Asked
from dojo.quiz.session import Result, Session, decimal
from dojo.show.phrases import clock, say
from dojo.show.quiz.mix import mix_line
from dojo.show.quiz.question import what_to_do
from dojo.show.quiz.scoring import scoring
from dojo.show.quiz.summary import reason_for
from dojo.show.quiz.widget import LETTERS
from dojo.show.text.clean import one_line
from dojo.show.text.markup import Look, flat, headline, render
from dojo.show.text.wrap import hang

Write = Callable[[str], None]
COMMAND = re.compile(r":[a-z]")


class Ended(Exception):
    """The input is at its end, or the learner quits: then what is left is kept for another day."""

    def __init__(self, quit: bool = False) -> None:
        super().__init__()
        self.quit = quit


class Undone(Exception):
    """The last answer was taken back: its question stands again."""


class PlainQuiz:
    """A session in lines. `write` takes one line without its end; `lines` gives what was typed, without the newline."""

    def __init__(
        self,
        session: Session,
        lines: Iterator[str],
        write: Write,
        now: Callable[[], float],
        limit: float | None,
        look: Look,
    ) -> None:
        self._session = session
        self._lines = lines
        self._write = write
        self._now = now
        self._limit = limit
        self._look = replace(look, colour=False)
        self._lang: Lang = session.lang
        self._asked: Asked | None = None  # the question that waits for an answer
        self._hinted = False
        self._standing: Callable[[], None] = lambda: None  # says again what waits for a line

    def run(self) -> None:
        """Asks until the session or the input is at its end, then gives the score."""
        left = False
        try:
            self._say("plain_commands")
            if self._session.mix:
                self._write(mix_line(self._session.mix, self._lang))
            if self._limit:
                self._say("plain_time", limit=f"{self._limit:g}")
            while asked := self._session.current:
                with suppress(Undone):
                    self._ask(asked)
        except Ended as ended:
            left = ended.quit
        if not left:
            self._session.end()
        self._missed()
        self.score()

    def score(self) -> None:
        """The line that ends everything: `score: R/N`, N being the questions that were answered or skipped."""
        tally = self._session.tally()
        self._write(say("score", self._lang, score=decimal(tally.score), total=tally.asked))

    def warn(self, sentence: str) -> None:
        """A sentence before everything else, such as that answers can't be saved."""
        self._write(one_line(sentence))

    def _ask(self, asked: Asked) -> None:
        self._asked, self._hinted = asked, False
        self._standing = lambda: self._question(asked)
        self._standing()
        started = self._now()
        answer = self._answer(asked)
        self._asked = None
        spent = self._now() - started
        session = self._session
        if answer is None:
            result = session.skip(spent, hinted=self._hinted)
        elif self._limit and spent > self._limit:
            result = session.skip(spent, late=True, hinted=self._hinted)
        else:
            if isinstance(answer, OpenAnswer):
                answer = _proposed(asked, answer)
            proposed = isinstance(answer, OpenAnswer)
            result = session.answer(answer, spent, hinted=self._hinted, proposed=proposed)
            if isinstance(answer, OpenAnswer):
                result = session.amend(self._points(asked, answer))
        self._feedback(result)

    def _question(self, asked: Asked) -> None:
        question, lang = asked.question, self._lang
        self._write("")
        self._say(
            "plain_head", n=self._session.position + 1, total=self._session.total,
            topic=one_line(self._session.bank.title(question.topic).of(lang)),
            level=say(f"level_{question.level}", lang), kind=say(f"kind_{asked.kind}", lang),
        )  # fmt: skip
        self._block(asked.stem.of(lang))
        if question.as_of:
            self._say("as_of", when=one_line(question.as_of))
        for letter, text in zip(LETTERS, asked.left, strict=False):
            self._item(f"{letter}) ", text.of(lang))
        for place, text in enumerate(asked.shown):
            self._item(f"{place + 1}) " if asked.left else f"{LETTERS[place]}) ", text.of(lang))
        self._write(what_to_do(asked, lang))
        if asked.unit:
            from dojo.marking.units import unit_name

            self._say("unit_hint", unit=one_line(unit_name(asked.unit, lang)))
        self._say("plain_answer", what=expected(asked).of(lang))

    def _answer(self, asked: Asked) -> AnyAnswer | None:
        """The next line that is an answer; None for an empty one."""
        while True:
            line = self._next()
            if line in ("", ":s"):
                return None
            try:
                return parse(asked, line, self._lang)
            except AnswerError as error:
                self._say("plain_again", what=error.expected.of(self._lang))

    def _points(self, asked: Asked, answer: OpenAnswer) -> OpenAnswer:
        """`answer`, which has the points found by its words, with those that the learner says were in it."""
        question = asked.question
        assert isinstance(question, Open)
        self._standing = lambda: self._rubric(question, answer)
        self._standing()
        while True:
            line = self._next()
            if line in ("", ":s"):
                return answer
            try:
                return msgspec.structs.replace(answer, points=parse_points(asked, line))
            except AnswerError as error:
                self._say("plain_again", what=error.expected.of(self._lang))

    def _rubric(self, question: Open, answer: OpenAnswer) -> None:
        """The points of a good answer, numbered, and the false claims found."""
        self._say("plain_points")
        for place, point in enumerate(question.rubric):
            mark = say("plain_found", self._lang) if place in answer.points else ""
            self._item(f"{place + 1}) ", point.point.of(self._lang) + mark)
        for claim in answer.claims:
            self._say("plain_claims", what=flat(question.not_said[claim].claim.of(self._lang), self._look).plain)
        self._say("plain_points_do")

    def _feedback(self, result: Result) -> None:
        lang, asked = self._lang, result.asked
        if result.late:
            self._say("plain_late", limit=f"{self._limit or 0:g}", seconds=f"{result.seconds:.0f}")
        else:
            self._say(f"plain_{result.outcome}", score=decimal(result.score))
            if said := scoring(result, lang):
                self._item("- ", said)
        if result.outcome != "right" and asked.kind != "open":
            self._say("plain_correct", what=flat(result.correct.of(lang), self._look).plain)
        for note in result.mark.notes if result.mark else ():
            colon = "：" if lang == "zh" else ": "
            about = flat(note.about.of(lang).rstrip(" .。"), self._look).plain + colon if note.about else ""
            if note.kind != "point" and note.why.of(lang).strip():
                self._item("- ", about + note.why.of(lang))
        self._block(asked.explanation.of(lang))
        for source in self._session.bank.sources(asked.question.sources):
            self._say("plain_source", what=one_line(source))
        if isinstance(asked.question, Open) and asked.question.follow_up:
            self._say("plain_follow_up", what=flat(asked.question.follow_up.stem.of(lang), self._look).plain)
            self._block(asked.question.follow_up.answer.of(lang))
        if trouble := self._session.journal.trouble(lang):
            self._say("unsaved", why=trouble)

    def _missed(self) -> None:
        missed = self._session.missed()
        self._write("")
        if missed:
            self._say("plain_missed")
        for result in missed:
            self._item("- ", headline(result.asked.stem.of(self._lang), self._look).plain)
            self._item("  ", reason_for(result, self._lang, self._look).plain)
        tally = self._session.tally()
        if tally.asked:
            self._say("plain_took", time=clock(tally.seconds))

    def _next(self) -> str:
        """The next line that is no command; empty, or `:s`, for a skip."""
        for line in self._lines:
            command = unicodedata.normalize("NFKC", line).strip().lower()
            if "\ufffd" in line:  # what could not be decoded
                self._say("plain_not_text")
            elif command == ":q":
                raise Ended(quit=True)
            elif command == ":u":
                self._undo()
            elif command == ":l":
                self._lang = self._session.lang = "en" if self._lang == "zh" else "zh"
                self._standing()
            elif command == ":h":
                self._hint()
            elif command == ":?":
                self._say("plain_help")
            elif command != ":s" and COMMAND.fullmatch(command):
                self._say("plain_no_command", command=command)
            else:
                return ":s" if command == ":s" else line if line.strip() else ""
        raise Ended

    def _undo(self) -> None:
        """Takes the last answer back, where there is one; raises `Undone` then."""
        if self._session.undo() is not None:
            self._say("undone")
            raise Undone
        self._say("late_stays" if self._session.results else "no_undo")

    def _hint(self) -> None:
        """The hint of the question that waits for an answer; the log says that it was seen."""
        if self._asked is None or not self._asked.hint:
            self._say("no_hint")
            return
        self._hinted = True
        self._item(say("plain_hint", self._lang), self._asked.hint.of(self._lang))

    def _say(self, key: str, **values: object) -> None:
        """A line of the contract: never wrapped."""
        self._write(say(key, self._lang, **values))

    def _item(self, label: str, source: str) -> None:
        for line in hang(flat(source, self._look), self._look.columns, Text(label)):
            self._write(line.plain)

    def _block(self, source: str) -> None:
        for line in render(source, self._look):
            self._write(line.plain)


def _proposed(asked: Asked, answer: OpenAnswer) -> OpenAnswer:
    from dojo.marking.rubric import propose

    found = propose(asked, answer.words)
    return msgspec.structs.replace(answer, points=found.points, claims=found.claims)
