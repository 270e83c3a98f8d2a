"""One sitting: which question stands, what was answered to each, and what that comes to. No terminal, no clock.

Each answer is handed to the `Journal` before the caller gets its mark, so that nobody sees feedback to an answer that
a crash could take away. Choosing the questions is `choose`'s work; marking one answer is `marking`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from dojo.bank.bank import Bank
from dojo.progress import Answer, Planned
from dojo.question.kinds import Lang, Text
from dojo.question.variant import Asked, draw, variant_of
from dojo.quiz.journal import Journal

if TYPE_CHECKING:  # what only an answer needs is imported with the first one
    from fractions import Fraction

    from dojo.marking.answer import AnyAnswer
    from dojo.marking.mark import Mark
    from dojo.schedule.queue import Mix

Outcome = Literal["right", "partly", "wrong", "skipped"]


class Result(Struct, frozen=True):
    """What became of one question. `mark` is None where it was skipped; `late` says that the clock ended it; the points
    of an open answer are `proposed` until the learner has confirmed them."""

    asked: Asked
    outcome: Outcome
    score: Fraction
    seconds: float
    answer: AnyAnswer | None = None
    mark: Mark | None = None
    confidence: int | None = None
    hinted: bool = False
    late: bool = False
    handle: int = 0
    proposed: bool = False

    @property
    def correct(self) -> Text:
        """The right answer, in the letters and numbers that were shown."""
        from dojo.marking.correct import correct

        return correct(self.asked)


class Tally(Struct, frozen=True):
    """Points of so many questions, some of them skipped, in so many seconds."""

    score: Fraction
    asked: int
    skipped: int
    seconds: float


class Session:
    """The state of a sitting: `results` of what is done, `current` to be answered, the rest of the plan behind it."""

    def __init__(
        self, bank: Bank, plan: Sequence[Planned], journal: Journal, lang: Lang, options: dict[str, Any] | None = None
    ) -> None:
        self.bank = bank
        self.journal = journal
        self.mix: Mix | None = None  # what the schedule made it of
        self.reviewing = bool(options and options.get("review"))
        self.lang: Lang = lang
        self.plan = tuple(planned for planned in plan if bank.entry(planned.question))
        self.results: list[Result] = []
        self._asked: Asked | None = None
        if options is not None:
            journal.begin(self.plan, options)

    @property
    def position(self) -> int:
        """How many questions are done."""
        return len(self.results)

    @property
    def total(self) -> int:
        return len(self.plan)

    @property
    def current(self) -> Asked | None:
        """The question that stands; None when all are done."""
        if self.position >= self.total:
            return None
        planned = self.plan[self.position]
        if self._asked is None or (self._asked.id, self._asked.seed) != (planned.question, planned.seed):
            self._asked = draw(self.bank.question(planned.question), planned.seed)
        return self._asked

    @property
    def unconfirmed(self) -> Result | None:
        """The last result, where the learner has still to confirm its points."""
        return self.results[-1] if self.results and self.results[-1].proposed else None

    def restore(self, answers: Iterable[tuple[Answer, int]]) -> None:
        """Takes up the answers of a session that was left, each with its handle in the journal."""
        by_variant = {(answer.question, answer.seed): (answer, handle) for answer, handle in answers}
        done = [planned for planned in self.plan if (planned.question, planned.seed) in by_variant]
        self.plan = (*done, *(planned for planned in self.plan if planned not in done))
        for planned in done:
            answer, handle = by_variant[planned.question, planned.seed]
            self.results.append(self._remembered(answer, handle))

    def answer(
        self,
        answer: AnyAnswer,
        seconds: float,
        confidence: int | None = None,
        hinted: bool = False,
        late: bool = False,
        proposed: bool = False,
    ) -> Result:
        """Marks `answer` to the current question; the result is in the log when this returns.

        `late`: the clock took it as it stood. `proposed`: the learner has still to confirm its points, by `amend`.
        """
        from dojo.marking.by_kind import mark

        asked = self._required()
        marked = mark(asked, answer, knows=self.bank.knows)
        result = Result(asked, marked.outcome, marked.score, seconds, answer, marked, confidence, hinted, late)
        return self._keep(replace(result, proposed=proposed))

    def skip(self, seconds: float, late: bool = False, hinted: bool = False) -> Result:
        """Leaves the current question unanswered: no points, and the session moves on."""
        from fractions import Fraction

        return self._keep(Result(self._required(), "skipped", Fraction(0), seconds, hinted=hinted, late=late))

    def amend(self, answer: AnyAnswer, place: int = -1) -> Result:
        """Replaces an answer, the last one if no place is given, by what the learner confirmed.

        The new one is written before the old one goes.
        """
        from dojo.marking.by_kind import mark

        old = self.results[place]
        if answer == old.answer and not old.proposed:
            return old
        marked = mark(old.asked, answer, knows=self.bank.knows)
        changed = replace(old, outcome=marked.outcome, score=marked.score, answer=answer, mark=marked, proposed=False)
        result = self._written(changed)
        self.results[place] = result
        self.journal.retract(old.handle)
        return result

    def undo(self) -> Result | None:
        """Takes the last result back, so that its question stands again; None without one, or if it came too late."""
        if not self.results or self.results[-1].late:
            return None
        result = self.results.pop()
        self.journal.retract(result.handle)
        return result

    def tally(self) -> Tally:
        return _sum(self.results)

    def by_topic(self) -> dict[str, Tally]:
        """Topic -> tally, in the order in which the topics came up."""
        topics = dict.fromkeys(result.asked.question.topic for result in self.results)
        return {topic: _sum(r for r in self.results if r.asked.question.topic == topic) for topic in topics}

    def by_kind(self) -> dict[str, Tally]:
        """Kind of question -> tally."""
        kinds = dict.fromkeys(result.asked.kind for result in self.results)
        return {kind: _sum(r for r in self.results if r.asked.kind == kind) for kind in kinds}

    def missed(self) -> list[Result]:
        """What was not quite right; the ones the learner was sure of first, since those are the mistakes to know."""
        missed = [result for result in self.results if result.outcome != "right"]
        return sorted(missed, key=lambda result: -(result.confidence or 0))

    def end(self) -> None:
        """The session is over and is not offered for resuming."""
        self.journal.end()

    def _required(self) -> Asked:
        asked = self.current
        if asked is None:
            raise LookupError("every question of the session is done")
        return asked

    def _keep(self, result: Result) -> Result:
        result = self._written(result)
        self.results.append(result)
        return result

    def _written(self, result: Result) -> Result:
        """The result, once it is in the log."""
        from msgspec import to_builtins

        kept: dict[str, Any] = {
            "given": to_builtins(result.answer), "variant": variant_of(result.asked), "hint": result.hinted,
            "late": result.late, **({"proposed": True} if result.proposed else {}),
        }  # fmt: skip
        handle = self.journal.record(
            question=result.asked.id,
            topic=result.asked.question.topic,
            seed=result.asked.seed,
            answer=kept,
            outcome=result.outcome,
            score=float(result.score),
            seconds=round(result.seconds, 3),
            confidence=result.confidence,
            lang=self.lang,
        )
        return replace(result, handle=handle)

    def _remembered(self, kept: Answer, handle: int) -> Result:
        """A result from the log, with its recorded outcome and score, whatever has become of the question's text."""
        from fractions import Fraction

        import msgspec

        from dojo.marking.answer import AnyAnswer
        from dojo.marking.by_kind import mark

        asked = draw(self.bank.question(kept.question), kept.seed)
        extra = kept.answer if isinstance(kept.answer, dict) else {}
        answer = marked = None
        if extra.get("given") is not None and extra.get("variant") == variant_of(asked):
            try:
                answer = msgspec.convert(extra["given"], AnyAnswer)
            except msgspec.ValidationError:
                answer = None
            marked = mark(asked, answer, knows=self.bank.knows) if answer is not None else None
        return Result(
            asked, kept.outcome, Fraction(kept.score).limit_denominator(10_000), kept.seconds, answer, marked,
            kept.confidence, bool(extra.get("hint")), bool(extra.get("late")), handle,
            bool(extra.get("proposed")) and answer is not None,
        )  # fmt: skip


def _sum(results: Iterable[Result]) -> Tally:
    from fractions import Fraction

    results = list(results)
    skipped = sum(result.outcome == "skipped" for result in results)
    score = sum((result.score for result in results), Fraction(0))
    return Tally(score, len(results), skipped, sum(result.seconds for result in results))


def decimal(score: Fraction) -> str:
    """A score as people write it: `3`, `3.5`, `2.67`."""
    return f"{float(score):.2f}".rstrip("0").rstrip(".")
