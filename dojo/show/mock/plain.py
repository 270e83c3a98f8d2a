"""A mock interview in lines: one answer a line in, no control codes and no feedback."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace

from dojo.marking.answer import AnyAnswer
from dojo.mock.coding import Coding
from dojo.mock.interview import Code, Confirm, FollowUp, Interview, Own, Question
from dojo.mock.sections import REVIEW
from dojo.question.kinds import Lang
from dojo.question.variant import Asked
from dojo.show.mock.words import said
from dojo.show.quiz.plain import COMMAND, Ended, PlainQuiz
from dojo.show.text.clean import clean, one_line
from dojo.show.text.markup import Look, flat
from grader.catalogue import Kata
from grader.sandbox.tiers import Tier

_PATIENCE = 60.0  # seconds for the last version to be graded when it is handed in


class PlainMock(PlainQuiz):
    """Asks as a quiz in lines does, and says nothing of the answers."""

    def __init__(
        self,
        interview: Interview,
        katas: Mapping[str, Kata],
        tier: Tier,
        lines: Iterator[str],
        write: Callable[[str], None],
        look: Look,
    ) -> None:
        super().__init__(interview.session, lines, write, time.monotonic, None, replace(look, colour=False))
        self._interview = interview
        self._katas = katas
        self._tier = tier
        self._section = ""

    @property
    def lang(self) -> Lang:
        return self._lang

    def run(self) -> None:
        """Until the candidate has asked their own questions. Raises `Ended` at the end of the input."""
        self._tell("plain_commands")
        while True:
            self._head()
            stands = self._interview.stands
            if isinstance(stands, Question):
                self._ask(stands.asked)
            elif isinstance(stands, Code):
                self._code(self._katas[stands.kata])
            elif isinstance(stands, FollowUp):
                self._follow(stands.asked)
            elif isinstance(stands, Own):
                self._own()
            elif isinstance(stands, Confirm):
                made = self._points(stands.asked, stands.answer)
                self._interview.confirm(stands, made.points, made.claims)
                self._kept()
            else:
                return

    def _ask(self, asked: Asked) -> None:
        self._standing = lambda: self._question(asked)
        self._standing()
        began = self._now()
        answer: AnyAnswer | None = self._answer(asked)
        self._interview.answer(answer, self._now() - began)
        self._kept()

    def _code(self, kata: Kata) -> None:
        coding = Coding(self._interview, kata, self._tier, lambda: None)
        self._write("")
        self._write(said("file", self._lang, file=one_line(str(coding.file))))
        for line in clean(kata.statement(self._lang)).rstrip("\n").split("\n"):
            self._write(line)
        self._standing = lambda: self._tell("plain_code")
        self._standing()
        try:
            while self._next() != ":d":
                self._standing()
            until = time.monotonic() + _PATIENCE
            while not coding.up_to_date and time.monotonic() < until:
                coding.pump()
                time.sleep(0.02)
        finally:
            coding.pump()
            coding.close()
        self._interview.end_code()
        self._kept()

    def _follow(self, asked: Asked) -> None:
        follow_up = getattr(asked.question, "follow_up", None)

        def stand() -> None:
            if follow_up is not None:
                self._tell("plain_follow", what=flat(follow_up.stem.of(self._lang), self._look).plain)
            self._tell("plain_talk")

        self._standing = stand
        stand()
        self._interview.follow(asked.id, self._words())
        self._kept()

    def _own(self) -> None:
        self._standing = lambda: self._tell("plain_own")
        self._standing()
        while words := self._words():
            self._interview.note(words)
            self._kept()
        self._interview.end()

    def _words(self) -> str:
        line = self._next().strip()
        return "" if line == ":s" else line

    def _head(self) -> None:
        """The name of a section that begins, and its time."""
        section = self._interview.section
        if section == REVIEW:
            return
        self._interview.section_clock()
        if section != self._section:
            self._section = section
            minutes = self._interview.outline.budget(section) / 60
            self._write("")
            self._tell("plain_section", name=said(section, self._lang), minutes=f"{minutes:.3g}")

    def _kept(self) -> None:
        trouble = self._interview.trouble(self._lang)
        self._write(said("unsaved", self._lang, why=trouble) if trouble else said("plain_kept", self._lang))

    def _next(self) -> str:
        """The next line that is no command, else `:s` or `:d`. No hints, and nothing is taken back."""
        for line in self._lines:
            command = unicodedata.normalize("NFKC", line).strip().lower()
            if command == ":q":
                raise Ended(quit=True)
            if command == ":l":
                self._lang = self._session.lang = "en" if self._lang == "zh" else "zh"
                self._standing()
            elif command in (":s", ":d"):
                return command
            elif COMMAND.fullmatch(command):
                self._tell("plain_commands")
            else:
                return line if line.strip() else ""
        raise Ended

    def _tell(self, key: str, **values: object) -> None:
        self._write(said(key, self._lang, **values))


__all__ = ["Ended", "PlainMock"]
