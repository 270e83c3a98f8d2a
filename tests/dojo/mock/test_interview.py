"""A mock interview without a terminal: what comes after what, what is in the log when, and the scorecard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dojo.bank.bank import Bank, open_bank
from dojo.marking.answer import OpenAnswer
from dojo.marking.grammar import parse
from dojo.mock.interview import Code, Confirm, FollowUp, Interview, Over, Own, Question
from dojo.mock.kept import cards, resumed
from dojo.mock.scorecard import Asked, Coded, scorecard
from dojo.mock.sections import SYSTEMS, Outline, outline
from dojo.progress import FILE_NAME, Planned, Progress, open_progress
from dojo.progress.ledger import Ledger
from dojo.question.kinds import Open
from grader.catalogue import load
from grader.content import content_root
from grader.judge.verdicts import Result, Verdict

ROOT = content_root({})
KATAS = load(ROOT)


class Time:
    def __init__(self) -> None:
        self.wall, self.tick = 1_790_000_000.0, 50.0

    def go(self, seconds: float) -> None:
        self.wall += seconds
        self.tick += seconds


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    return open_bank(ROOT, tmp_path_factory.mktemp("banks"))


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def progress(tmp_path: Path, time: Time) -> Iterator[Progress]:
    with open_progress(tmp_path / FILE_NAME, lambda: time.wall) as opened:
        yield opened


def begun(bank: Bank, progress: Progress, time: Time, made: Outline | None = None) -> Interview:
    made = made or outline(bank, KATAS, 20.0, "llm", 7)
    interview = Interview(bank, Ledger(progress), made, Path("mock"), "en", lambda: time.wall, lambda: time.tick)
    interview.begin()
    return interview


def again(bank: Bank, progress: Progress, time: Time, interview: Interview, katas: object = KATAS) -> Interview:
    assert interview.number is not None
    steps, verdicts = progress.steps("mock", interview.number), progress.verdicts_of(interview.number)
    return resumed(
        bank,
        katas,
        Ledger(progress),
        steps,
        verdicts,
        "en",
        lambda: time.wall,
        lambda: time.tick,  # type: ignore[arg-type]
    )


def graded(kata: str, score: float) -> Result:
    verdict = Verdict.PASSED if score == 1 else Verdict.FAILED
    return Result(None, kata, "f.py", verdict, score, score * 10, 10, 0.01)


def go_through(interview: Interview, time: Time, until: type = Own) -> list[str]:
    """Answers everything up to `until`; what stood, in order."""
    seen = []
    while not isinstance(stands := interview.stands, until):
        interview.section_clock()
        seen.append(type(stands).__name__ + getattr(stands, "section", "").title())
        time.go(30)
        if isinstance(stands, Question):
            words = "the model caches keys and values" if stands.asked.kind == "open" else None
            interview.answer(OpenAnswer(words) if words else None, 30.0)
        elif isinstance(stands, FollowUp):
            interview.follow(stands.asked.id, "it depends")
        elif isinstance(stands, Code):
            interview.saved(graded(stands.kata, 0.4), b"one")
            interview.saved(graded(stands.kata, 0.7), b"two")
            interview.end_code()
    return seen


def test_one_thing_comes_after_another(bank: Bank, progress: Progress, time: Time) -> None:
    interview = begun(bank, progress, time)
    seen = go_through(interview, time)
    assert seen == ["QuestionWarm"] * 3 + ["Code", "QuestionOpen", "FollowUp"]


def test_a_skipped_open_question_has_no_follow_up(bank: Bank, progress: Progress, time: Time) -> None:
    interview = begun(bank, progress, time)
    go_through(interview, time, until=Code)
    interview.end_code()
    interview.answer(None, 10.0)
    assert isinstance(interview.stands, Own)


def test_every_answer_is_in_the_log_when_it_was_given_and_counts_as_an_answer(
    bank: Bank, progress: Progress, time: Time
) -> None:
    interview = begun(bank, progress, time)
    for number in range(1, 4):
        interview.answer(None, 5.0)
        assert len(progress.answers()) == number
    interview.saved(graded("x", 0.5), b"code")
    assert [(judged.verdict, judged.sitting) for judged in progress.verdicts()] == [("failed", interview.number)]
    interview.end_code()
    interview.answer(OpenAnswer("caches"), 60.0)
    interview.follow("q", "words")
    interview.note("How big is the team?")
    steps = [step.step for step in progress.steps("mock") if step.step not in ("section", "answered")]
    assert steps == ["begin", "coded", "follow_up", "note"]
    assert progress.unfinished() is None  # `dojo quiz` does not offer to go on with it


def test_the_interview_goes_on_where_it_was_and_its_clock_has_kept_running(
    bank: Bank, progress: Progress, time: Time
) -> None:
    interview = begun(bank, progress, time)
    stations: list[object] = []
    while not isinstance(interview.stands, Own):
        stations.append(interview.stands)
        later = again(bank, progress, time, interview)
        assert type(later.stands) is type(interview.stands)
        assert later.section == interview.section
        assert later.clock.seconds() == interview.clock.seconds()
        go_on = type(interview.stands)
        interview = later
        time.go(20)
        if go_on is Question:
            stands = interview.stands
            assert isinstance(stands, Question)
            interview.answer(OpenAnswer("it caches") if stands.asked.kind == "open" else None, 9.0)
        elif go_on is Code:
            began = interview.section_clock().seconds()
            time.go(100)
            interview.saved(graded("x", 0.5), b"code")
            assert again(bank, progress, time, interview).section_clock().seconds() == began + 100.0
            interview.end_code()
        else:
            stands = interview.stands
            assert isinstance(stands, FollowUp)
            interview.follow(stands.asked.id, "words")
        time.wall -= 3600 if len(stations) == 2 else 0  # a clock that is set back takes nothing away
    assert len(stations) == 6
    interview.note("What do you expect in the first month?")
    card = again(bank, progress, time, interview).finish()
    assert card.notes == ("What do you expect in the first month?",)
    assert len(card.asked) == 4


def test_after_the_interview_the_clock_stands_and_the_candidate_confirms_the_points(
    bank: Bank, progress: Progress, time: Time
) -> None:
    interview = begun(bank, progress, time)
    go_through(interview, time)
    interview.end()
    ended = interview.seconds
    time.go(500)
    later = again(bank, progress, time, interview)
    assert (later.seconds, later.section) == (ended, "review")
    stands = later.stands
    assert isinstance(stands, Confirm)
    later.confirm(stands, (0, 1), ())
    assert isinstance(later.stands, Over)
    last = again(bank, progress, time, later)
    assert isinstance(last.stands, Over)
    card = last.finish()
    assert card.asked[-1].points == (0, 1)
    assert card.seconds == ended
    assert len(progress.answers()) == len(card.asked)  # the first answer is taken back


def test_what_the_banks_no_longer_have_falls_away(bank: Bank, progress: Progress, time: Time) -> None:
    made = outline(bank, KATAS, 20.0, "llm", 7)
    gone = Outline(20.0, "llm", (Planned("no-such-question", 1), *made.warm), ("no_such_kata", 10), made.open)
    interview = begun(bank, progress, time, gone)
    later = again(bank, progress, time, interview)
    assert "Code" not in go_through(later, time)
    assert later.finish().coded is None
    assert later.finish().scores["coding"] is None


def test_the_card_keeps_what_was_answered_to_a_warm_up_question(bank: Bank, progress: Progress, time: Time) -> None:
    interview = begun(bank, progress, time)
    asked = interview.session.current
    assert asked is not None
    answer = parse(asked, {"boolean": "t", "number": "1", "text": "word"}.get(asked.kind, "a"), "en")
    interview.answer(answer, 5.0)
    go_through(interview, time)
    interview.finish()
    (card,) = cards(Ledger(progress))
    assert card.asked[0].answer == answer
    assert all(one.answer is None for one in card.asked[1:])


def test_a_card_is_in_the_log_before_it_can_be_shown(bank: Bank, progress: Progress, time: Time) -> None:
    interview = begun(bank, progress, time)
    go_through(interview, time)
    card = interview.finish()
    assert cards(Ledger(progress)) == [card]
    assert card.coded == Coded(card.coded.kata, "failed", 0.7, 0, 0, 30.0, card.coded.par, 2) if card.coded else False
    assert card.scores["coding"] == 0.7  # of the last version
    assert card.seconds == time.wall - 1_790_000_000.0


def asked(topic: str, score: float, open_: bool = False, follow_up: str | None = None) -> Asked:
    return Asked("q", topic, 1, "right" if score else "wrong", score, open_, follow_up=follow_up)


def test_each_competence_is_what_its_table_says() -> None:
    coded = Coded("k", "failed", 0.25, 1, 4, 60.0, 600.0, 1)
    card = scorecard(
        0.0, "llm", 45.0, 60.0,
        [asked("attention", 1.0), asked("gradients", 0.0), asked("rag", 1.0), asked("serving", 0.5, True, "words"),
         asked("attention", 0.5, True, "  ")],
        coded, (),
    )  # fmt: skip
    assert card.scores == {"fundamentals": 0.5, "systems": 0.75, "coding": 0.25, "explaining": 0.8 * 0.5 + 0.2 * 0.5}


def test_a_competence_that_nothing_was_asked_about_has_no_score() -> None:
    assert set(scorecard(0.0, "llm", 45.0, 60.0, [], None, ()).scores.values()) == {None}
    without = scorecard(0.0, "llm", 45.0, 60.0, [asked("rag", 0.5, True)], None, ())
    assert without.scores == {"fundamentals": None, "systems": 0.5, "coding": None, "explaining": 0.5}


@pytest.mark.parametrize("minutes", [5.0, 20.0, 45.0, 90.0, 240.0])
@pytest.mark.parametrize("role", ["llm", "nlp", "research"])
def test_an_outline_has_its_kinds_both_groups_of_topics_and_a_kata_that_fits(
    bank: Bank, minutes: float, role: str
) -> None:
    made = outline(bank, KATAS, minutes, role, 3)  # type: ignore[arg-type]
    assert made == outline(bank, KATAS, minutes, role, 3)  # type: ignore[arg-type]
    assert made != outline(bank, KATAS, minutes, role, 4)  # type: ignore[arg-type]
    assert len(made.warm) >= 2
    assert len(made.open) >= 1
    warm = [bank.question(planned.question) for planned in made.warm]
    assert not any(isinstance(question, Open) for question in warm)
    assert all(isinstance(bank.question(planned.question), Open) for planned in made.open)
    assert {question.topic in SYSTEMS for question in warm} == {True, False}
    assert made.kata is not None
    assert made.kata[1] <= max(minutes * 0.45, min(kata.minutes for kata in KATAS.values()))
    assert sum(made.budget(name) for name in ("warm", "code", "open", "own")) == pytest.approx(minutes * 60)


def test_without_katas_there_is_no_coding(bank: Bank, progress: Progress, time: Time) -> None:
    interview = begun(bank, progress, time, outline(bank, {}, 20.0, "llm", 1))
    assert "Code" not in go_through(interview, time)
