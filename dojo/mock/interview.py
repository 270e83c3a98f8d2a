"""The state of a mock interview, and how each answer becomes an event of the log. No terminal, no feedback.

Answers to questions are kept as those of a quiz are, so that the schedule learns from them. The interview is taken up
again from its events; its clock runs from the first one.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from dojo.bank.bank import Bank
from dojo.drill.clock import Clock
from dojo.marking.answer import AnyAnswer, OpenAnswer
from dojo.mock.scorecard import Asked, Coded, Scorecard, scorecard
from dojo.mock.sections import CODE, OPEN, OWN, REVIEW, WARM, Outline
from dojo.progress import Plan, Progress
from dojo.progress.ledger import Ledger
from dojo.question.kinds import Lang, Open
from dojo.question.variant import Asked as Variant
from dojo.quiz.journal import Journal
from dojo.quiz.session import Result, Session
from grader.judge.verdicts import Result as Graded
from grader.judge.verdicts import Verdict

Now = Callable[[], float]


class Question(Struct, frozen=True):
    """A question stands; `number` of `total` in its section."""

    asked: Variant
    section: str
    number: int
    total: int


class FollowUp(Struct, frozen=True):
    """The interviewer follows up on an open question that was answered."""

    asked: Variant
    number: int
    total: int


class Code(Struct, frozen=True):
    """The kata is to be written."""

    kata: str


class Own(Struct, frozen=True):
    """The candidate asks."""


class Confirm(Struct, frozen=True):
    """The interview is over; which points did this answer make? `place` is that of its result."""

    asked: Variant
    answer: OpenAnswer
    place: int


class Over(Struct, frozen=True):
    """All is done; the card can be made."""


Stand = Question | FollowUp | Code | Own | Confirm | Over


class Saved(Struct, frozen=True):
    """A version of the code that was graded in silence."""

    clock: float
    verdict: str
    score: float
    passed: int
    tests: int


class Interview:
    """An interview that is under way."""

    def __init__(
        self,
        bank: Bank,
        ledger: Ledger,
        outline: Outline,
        folder: Path,
        lang: Lang,
        wall: Now = time.time,
        tick: Now = time.monotonic,
    ) -> None:
        self.bank = bank
        self.ledger = ledger
        self.outline = outline
        self.folder = folder
        self.number: int | None = None
        self.session = Session(bank, (*outline.warm, *outline.open), Journal(ledger.progress), lang)
        there = {planned.question for planned in self.session.plan}
        self._warm = sum(planned.question in there for planned in outline.warm)
        self.follow_ups: dict[str, str] = {}
        self.notes: list[str] = []
        self.saves: list[Saved] = []
        self.coded: float | None = None  # seconds spent on the kata, once it is done
        self.ended: float | None = None  # seconds of the interview, once the candidate has no more questions
        self.confirmed: set[str] = set()
        self._wall, self._tick = wall, tick
        self.clock = Clock(wall(), wall, tick)
        self.began: dict[str, Clock] = {}

    @property
    def stands(self) -> Stand:
        """What comes now."""
        done = self.session.position
        current = self.session.current
        if done < self._warm and current is not None:
            return Question(current, WARM, done + 1, self._warm)
        if self.outline.kata is not None and self.coded is None:
            return Code(self.outline.kata[0])
        total = self.session.total - self._warm
        if done > self._warm:
            last = self.session.results[done - 1]
            if _follows(last) and last.asked.id not in self.follow_ups:
                return FollowUp(last.asked, done - self._warm, total)
        if current is not None:
            return Question(current, OPEN, done - self._warm + 1, total)
        if self.ended is None:
            return Own()
        for place, result in enumerate(self.session.results):
            if isinstance(result.answer, OpenAnswer) and result.asked.id not in self.confirmed:
                return Confirm(result.asked, result.answer, place)
        return Over()

    @property
    def seconds(self) -> float:
        """How long the interview has taken."""
        return self.clock.seconds() if self.ended is None else self.ended

    @property
    def section(self) -> str:
        stands = self.stands
        sections: dict[type, str] = {Code: CODE, Own: OWN, FollowUp: OPEN, Confirm: REVIEW, Over: REVIEW}
        return sections.get(type(stands), getattr(stands, "section", OPEN))

    def section_clock(self) -> Clock:
        """The clock of the section that stands; it begins when it is first asked for."""
        section = self.section
        if section not in self.began:
            self.began[section] = Clock(self._wall(), self._wall, self._tick)
            self._step("section", section)
        return self.began[section]

    def begin(self) -> None:
        """Write down what the interview holds."""
        outline = self.outline

        def write(progress: Progress) -> None:
            if self.number is not None:
                return
            questions = (*outline.warm, *outline.open)
            session = progress.begin_session(Plan(questions, {"mock": True}))
            progress.end_session(session)  # `dojo quiz` does not offer to go on with it
            self.session.journal.resume(progress.session(session))
            katas = [list(outline.kata)] if outline.kata else []
            self.number = progress.record_step(
                "mock", "begin", outline=msgspec.to_builtins(outline), folder=str(self.folder), session=session,
                katas=katas,
            )  # fmt: skip

        self.ledger.write(write)

    def answer(self, answer: AnyAnswer | None, seconds: float) -> None:
        """The answer to the question that stands, None for none; it is in the log when this returns."""
        asked = self.session.current
        assert asked is not None
        if isinstance(answer, OpenAnswer):
            from dojo.marking.rubric import propose

            found = propose(asked, answer.words)
            answer = OpenAnswer(answer.words, found.points, found.claims)
        if answer is None:
            self.session.skip(seconds)
        else:
            self.session.answer(answer, seconds)
        self._step("answered", asked.id)

    def follow(self, question: str, words: str) -> None:
        """What was said to the follow-up of a question; empty for nothing."""
        self._step("follow_up", question, words=words)
        self.follow_ups[question] = words

    def note(self, words: str) -> None:
        """A question of the candidate's own."""
        self._step("note", None, words=words)
        self.notes.append(words)

    def end(self) -> None:
        """The candidate has no more questions: the clock stops."""
        seconds = self.clock.seconds()
        self._step("over", None)
        self.ended = seconds

    def confirm(self, stands: Confirm, points: Sequence[int], claims: Sequence[int]) -> None:
        """The candidate says which points of the rubric and which false claims an answer had."""
        self.session.amend(OpenAnswer(stands.answer.words, tuple(points), tuple(claims)), stands.place)
        self._step("confirmed", stands.asked.id)
        self.confirmed.add(stands.asked.id)

    def saved(self, result: Graded, source: bytes | None) -> None:
        """A version of the code and its verdict, which is not shown."""
        assert self.outline.kata is not None
        if result.verdict is Verdict.BROKEN or source is None:
            return
        slug, minutes = self.outline.kata
        clock = self.section_clock().seconds()
        passed = sum(test.verdict is Verdict.PASSED for test in result.tests)
        save = Saved(clock, str(result.verdict), result.score, passed, len(result.tests))
        digest = hashlib.sha256(source).hexdigest()

        def write(progress: Progress) -> None:
            progress.record_verdict(
                slug, save.verdict, save.score, digest, result.seconds, sitting=self.number, clock=round(clock, 3),
                share=round(clock / (minutes * 60), 4), passed=passed, tests=save.tests,
            )  # fmt: skip

        self.ledger.write(write)
        self.saves.append(save)

    def end_code(self) -> None:
        """The candidate hands the kata in."""
        assert self.outline.kata is not None
        seconds = self.section_clock().seconds()
        self._step("coded", self.outline.kata[0], seconds=round(seconds, 3))
        self.coded = seconds

    def finish(self) -> Scorecard:
        """The interview is over; its card is in the log when this returns."""
        card = scorecard(
            self._wall(), self.outline.role, self.outline.minutes, self.seconds,
            [self._asked(result) for result in self.session.results], self._coded(), self.notes,
        )  # fmt: skip
        self._step("end", None, card=msgspec.to_builtins(card))
        return card

    def trouble(self, lang: str) -> str | None:
        """Why something is not saved, in one sentence."""
        return self.ledger.trouble(lang) or self.session.journal.trouble(lang)

    def _step(self, step: str, subject: str | None, **more: Any) -> None:
        clock = round(self.clock.seconds(), 3)  # what it shows, whatever becomes of the wall clock
        self.ledger.write(
            lambda progress: progress.record_step("mock", step, self.number, subject, clock=clock, **more)
        )

    def _asked(self, result: Result) -> Asked:
        answer = result.answer
        spoken = answer if isinstance(answer, OpenAnswer) else OpenAnswer("")
        follow_up = self.follow_ups.get(result.asked.id, "") if _follows(result) else None
        question = result.asked.question
        return Asked(
            question.id, question.topic, result.asked.seed, result.outcome, float(result.score),
            isinstance(question, Open), spoken.words, spoken.points, spoken.claims, follow_up,
            None if isinstance(answer, OpenAnswer) else answer,
        )  # fmt: skip

    def _coded(self) -> Coded | None:
        if self.outline.kata is None or self.coded is None:
            return None
        slug, minutes = self.outline.kata
        last = self.saves[-1] if self.saves else Saved(0.0, "", 0.0, 0, 0)
        verdict = last.verdict or None
        return Coded(
            slug, verdict, last.score, last.passed, last.tests, round(self.coded, 1), minutes * 60.0, len(self.saves)
        )


def _follows(result: Result) -> bool:
    """Whether the interviewer follows up: where the candidate said something at all."""
    question = result.asked.question
    return isinstance(question, Open) and question.follow_up is not None and result.outcome != "skipped"
