"""A session without a terminal: what stands, what is kept, what it comes to."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from dojo.bank.bank import Bank, open_bank
from dojo.marking.answer import AnyAnswer, BooleanAnswer, ChoiceAnswer, OpenAnswer, TextAnswer
from dojo.progress import FILE_NAME, Plan, Planned, Progress, ProgressError, Reason, Sentence, open_progress
from dojo.question.kinds import Choice
from dojo.question.variant import Asked
from dojo.quiz.begin import NothingToAsk, Wish, begin, last_left, limit_of, resume, review
from dojo.quiz.choose import Filter, draw_fairly
from dojo.quiz.journal import Journal
from dojo.quiz.session import Session, decimal

CONTENT = Path(__file__).parents[1] / "content"


@pytest.fixture(scope="module")
def bank() -> Bank:
    return open_bank(CONTENT, None)


@pytest.fixture
def progress(tmp_path: Path) -> Iterator[Progress]:
    with open_progress(tmp_path / FILE_NAME, lambda: 1000.0) as opened:
        yield opened


def session_of(bank: Bank, progress: Progress | None, *questions: str) -> Session:
    return Session(bank, [Planned(name, 5) for name in questions], Journal(progress), "en", {})


def place_of_right(asked: Asked) -> int:
    question = asked.question
    assert isinstance(question, Choice)
    return next(shown for shown, place in enumerate(asked.order) if question.options[place].right)


def current(session: Session) -> Asked:
    assert session.current is not None
    return session.current


def answer_boolean(session: Session, value: bool) -> None:
    session.answer(BooleanAnswer(value), 2.0)


def test_an_answer_is_in_the_log_when_its_mark_is_known(bank: Bank, progress: Progress) -> None:
    session = session_of(bank, progress, "s-boolean")
    result = session.answer(BooleanAnswer(False), 3.5, confidence=3)
    (kept,) = progress.answers()
    assert (kept.question, kept.outcome, kept.score, kept.seconds, kept.confidence) == ("s-boolean", "right", 1, 3.5, 3)
    assert result.outcome == "right"
    assert session.current is None


def test_the_variant_is_kept_with_the_answer(bank: Bank, progress: Progress) -> None:
    session = session_of(bank, progress, "s-choice")
    asked = current(session)
    session.answer(ChoiceAnswer(0), 1.0)
    kept = progress.answers()[0].answer
    assert kept["variant"] == {"order": list(asked.order)}
    assert kept["given"] == {"kind": "choice", "place": 0}


def test_a_skip_moves_on_and_earns_nothing(bank: Bank, progress: Progress) -> None:
    session = session_of(bank, progress, "s-boolean", "s-text")
    session.skip(4.0)
    assert current(session).id == "s-text"
    assert session.tally().score == 0
    assert session.tally().skipped == 1
    assert progress.answers()[0].outcome == "skipped"


def test_undo_asks_the_same_variant_again_and_the_answer_counts_no_longer(bank: Bank, progress: Progress) -> None:
    session = session_of(bank, progress, "s-choice", "s-text")
    before = current(session)
    session.answer(ChoiceAnswer(1), 1.0)
    undone = session.undo()
    assert undone is not None
    assert undone.answer == ChoiceAnswer(1)
    assert current(session).order == before.order
    assert progress.answers() == []


def test_the_last_answer_can_be_taken_back_too(bank: Bank, progress: Progress) -> None:
    session = session_of(bank, progress, "s-boolean")
    answer_boolean(session, True)
    assert session.current is None
    session.undo()
    answer_boolean(session, False)
    assert session.tally().score == 1
    assert [kept.outcome for kept in progress.answers()] == ["right"]


def test_a_session_without_an_answer_leaves_nothing_in_the_log(bank: Bank, progress: Progress) -> None:
    session_of(bank, progress, "s-boolean").end()
    assert progress.unfinished() is None


def test_nothing_answered_is_nothing_to_undo(bank: Bank, progress: Progress) -> None:
    assert session_of(bank, progress, "s-boolean").undo() is None


def test_what_came_too_late_cannot_be_taken_back(bank: Bank, progress: Progress) -> None:
    session = session_of(bank, progress, "s-boolean")
    session.skip(30.0, late=True)
    assert session.undo() is None
    assert progress.answers()[0].answer["late"] is True


def test_amending_never_leaves_the_log_without_the_answer(
    bank: Bank, progress: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_of(bank, progress, "s-open")
    session.answer(OpenAnswer("noise", (1,)), 9.0)
    standing: list[int] = []
    retract = progress.retract

    def watched(answer: int) -> None:
        standing.append(len(progress.answers()))
        retract(answer)

    monkeypatch.setattr(progress, "retract", watched)
    session.amend(OpenAnswer("noise", (0, 1)))
    assert standing == [2]
    (kept,) = progress.answers()
    assert kept.answer["given"]["points"] == [0, 1]


def test_amending_with_the_same_answer_writes_nothing(bank: Bank, progress: Progress) -> None:
    session = session_of(bank, progress, "s-open")
    first = session.answer(OpenAnswer("noise", (1,)), 9.0)
    assert session.amend(OpenAnswer("noise", (1,))) == first
    assert len(progress.answers()) == 1


def test_a_session_that_was_left_goes_on_where_it_was(bank: Bank, progress: Progress) -> None:
    session = Session(bank, [Planned("s-boolean", 1), Planned("s-text", 2)], Journal(progress), "en", {"timed": 30})
    answer_boolean(session, False)
    journal = Journal(progress)
    left = last_left(journal)
    assert left is not None
    assert limit_of(left) == 30
    again = resume(bank, journal, left, "zh")
    assert current(again).id == "s-text"
    assert again.tally().score == 1
    assert again.results[0].answer == BooleanAnswer(False)
    again.undo()
    assert progress.answers() == []


def test_a_session_without_an_answer_is_not_offered_again(bank: Bank, progress: Progress) -> None:
    earlier = session_of(bank, progress, "s-boolean", "s-text")
    answer_boolean(earlier, True)
    session_of(bank, progress, "s-text")
    left = last_left(Journal(progress))
    assert left is not None
    assert [answer.question for answer in left.answers] == ["s-boolean"]


def test_a_question_that_left_the_bank_falls_out_of_a_resumed_session(bank: Bank, progress: Progress) -> None:
    number = progress.begin_session(Plan((Planned("gone", 1), Planned("s-boolean", 1)), {}))
    progress.record_answer(
        number, question="gone", topic="sample", seed=1, answer=None, outcome="right", score=1.0, seconds=1.0
    )
    journal = Journal(progress)
    left = last_left(journal)
    assert left is not None
    again = resume(bank, journal, left, "en")
    assert (again.total, again.position) == (1, 0)
    assert current(again).id == "s-boolean"


def test_an_ended_session_is_not_offered(bank: Bank, progress: Progress) -> None:
    session = session_of(bank, progress, "s-boolean", "s-text")
    answer_boolean(session, True)
    session.end()
    assert last_left(Journal(progress)) is None


def test_the_tally_is_by_topic_and_by_kind(bank: Bank, progress: Progress) -> None:
    session = session_of(bank, progress, "s-boolean", "s-choice", "s-text")
    answer_boolean(session, False)
    session.answer(ChoiceAnswer(place_of_right(current(session))), 4.0)
    session.answer(TextAnswer("decoder"), 6.0)
    assert session.by_topic()["sample"].score == 2
    assert {kind: tally.score for kind, tally in session.by_kind().items()} == {"boolean": 1, "choice": 1, "text": 0}
    assert session.tally().seconds == 12.0


def test_what_one_was_sure_of_comes_first_among_the_missed(bank: Bank, progress: Progress) -> None:
    session = session_of(bank, progress, "s-boolean", "s-text")
    session.answer(BooleanAnswer(True), 1.0)
    session.answer(TextAnswer("decoder"), 1.0, confidence=3)
    assert [result.asked.id for result in session.missed()] == ["s-text", "s-boolean"]


def test_a_review_asks_the_missed_ones_in_a_session_of_its_own(bank: Bank, progress: Progress) -> None:
    session = session_of(bank, progress, "s-boolean", "s-text")
    answer_boolean(session, False)
    session.answer(TextAnswer("decoder"), 1.0)
    session.end()
    again = review(session, 99)
    assert [planned.question for planned in again.plan] == ["s-text"]
    again.answer(TextAnswer("encoder"), 1.0)
    assert len({answer.session for answer in progress.answers()}) == 2


def test_the_language_may_change_between_answers(bank: Bank, progress: Progress) -> None:
    session = session_of(bank, progress, "s-boolean", "s-text")
    answer_boolean(session, False)
    session.lang = "zh"
    session.answer(TextAnswer("编码器"), 1.0)
    assert [answer.lang for answer in progress.answers()] == ["en", "zh"]


class Failing:
    """A log whose disk is full for so many writes."""

    def __init__(self, progress: Progress, failures: int) -> None:
        self._progress = progress
        self._failures = failures

    def __getattr__(self, name: str) -> object:
        if self._failures and name in ("begin_session", "record_answer", "retract"):
            self._failures -= 1
            raise ProgressError(Reason.FULL, Sentence("The disk is full.", "磁盘已满。"))
        return getattr(self._progress, name)


@pytest.mark.parametrize("failures", [1, 2])
def test_what_could_not_be_written_is_written_later(bank: Bank, progress: Progress, failures: int) -> None:
    journal = Journal(Failing(progress, failures))  # type: ignore[arg-type]  # stands in for the log
    session = Session(bank, [Planned(name, 5) for name in ("s-boolean", "s-text", "s-choice")], journal, "en", {})
    answer_boolean(session, False)
    assert journal.trouble("en") == "The disk is full."
    session.answer(TextAnswer("encoder"), 1.0)
    session.answer(ChoiceAnswer(0), 1.0)
    assert journal.trouble("zh") is None
    assert [answer.question for answer in progress.answers()] == ["s-boolean", "s-text", "s-choice"]


def test_without_a_log_the_session_goes_on_and_says_why(bank: Bank) -> None:
    error = ProgressError(Reason.NEWER, Sentence("It is newer.", "版本较新。"))
    journal = Journal(None, error)
    session = Session(bank, [Planned("s-boolean", 1)], journal, "en", {})
    answer_boolean(session, False)
    assert session.tally().score == 1
    assert journal.trouble("zh") == "版本较新。"


def test_the_same_seed_gives_the_same_quiz(bank: Bank) -> None:
    assert draw_fairly(bank, Filter(), 5, 42) == draw_fairly(bank, Filter(), 5, 42)
    assert len({tuple(draw_fairly(bank, Filter(), 5, seed)) for seed in range(20)}) > 10


def test_with_a_seed_the_history_decides_nothing(bank: Bank, progress: Progress) -> None:
    wish = Wish(count=4, seed=3)
    first = begin(bank, Journal(progress), wish, "en", 1)
    first.answer(an_answer(current(first)), 1.0)
    assert begin(bank, Journal(progress), wish, "en", 2).plan == first.plan


def test_level_and_topic_narrow_the_choice(bank: Bank, progress: Progress) -> None:
    session = begin(bank, Journal(progress), Wish(topics=("sample",), level=3), "en", 1)
    assert {bank.question(planned.question).level for planned in session.plan} == {3}


def test_a_choice_that_nothing_fits_is_said(bank: Bank, progress: Progress) -> None:
    with pytest.raises(NothingToAsk):
        begin(bank, Journal(progress), Wish(topics=("other",)), "en", 1)


def test_flags_stay_with_their_note(progress: Progress) -> None:
    journal = Journal(progress)
    journal.flag("s-text", "unclear")
    journal.flag("s-open", "")
    journal.unflag("s-open")
    assert Journal(progress).flagged() == {"s-text": "unclear"}


@pytest.mark.parametrize(
    ("score", "shown"), [(Fraction(3), "3"), (Fraction(7, 2), "3.5"), (Fraction(8, 3), "2.67"), (Fraction(0), "0")]
)
def test_a_score_is_a_short_decimal(score: Fraction, shown: str) -> None:
    assert decimal(score) == shown


def an_answer(asked: Asked) -> AnyAnswer:
    from dojo.marking.grammar import parse

    lines = {"choice": "a", "multi": "a", "boolean": "t", "number": "1", "text": "x", "order": "a b c d",
             "match": "a1 b2 c3", "open": "noise"}  # fmt: skip
    return parse(asked, lines[asked.kind])


def wrong_answer(asked: Asked) -> AnyAnswer:
    from dojo.marking.by_kind import mark

    tries = [an_answer(asked), BooleanAnswer(True), ChoiceAnswer(1)]
    return next(answer for answer in tries if answer.__class__ is an_answer(asked).__class__
                and mark(asked, answer).outcome != "right")  # fmt: skip
