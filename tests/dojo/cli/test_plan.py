"""`dojo plan` as a learner sees it: the date set, the days shown, the quiz that follows it."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dojo.cli import main
from dojo.progress import FILE_NAME, Interview, Plan, open_progress
from dojo.show.text.wrap import width


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOJO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DOJO_LANG", "en")
    return tmp_path / "home"


def dojo(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def in_days(days: int) -> str:
    return (date.today() + timedelta(days=days)).isoformat()


def test_without_a_plan_it_says_how_to_make_one(home: Path) -> None:
    done = dojo("plan")
    assert done.exit_code == 0
    assert "dojo plan --date" in done.output


def test_a_date_may_have_full_width_digits(home: Path) -> None:
    wide = in_days(3).translate({ord("0") + n: ord("０") + n for n in range(10)})
    done = dojo("plan", "--date", wide)
    assert done.exit_code == 0, done.output
    assert in_days(3) in done.output


@pytest.mark.parametrize(
    ("lang", "today", "recall"), [("en", "Today", "Expected on the day"), ("zh", "今天", "预计面试当天")]
)
def test_a_plan_shows_today_the_days_until_then_and_what_to_expect(
    home: Path, lang: str, today: str, recall: str
) -> None:
    done = dojo("plan", "--date", in_days(20), "--minutes", "25", "--role", "nlp", "--lang", lang)
    assert done.exit_code == 0, done.output
    assert today in done.output
    assert recall in done.output
    assert "dojo quiz --count" in done.output
    assert "dojo kata start" in done.output
    assert in_days(0) in done.output
    assert in_days(13) in done.output
    assert in_days(14) not in done.output
    assert all(width(line) <= 100 for line in done.output.splitlines())


def test_the_days_behind_the_first_two_weeks_are_shown_when_asked_for(home: Path) -> None:
    assert "… and 6 more days: dojo plan --all" in dojo("plan", "--date", in_days(20), "--minutes", "5").output
    every = dojo("plan", "--all").output
    assert all(in_days(day) in every for day in range(20))
    assert "more days" not in every
    dojo("plan", "--date", in_days(100))
    assert "… and 10 more days, not planned yet" in dojo("plan", "--all").output


def test_the_plan_is_kept_and_changed_piece_by_piece(home: Path) -> None:
    dojo("plan", "--date", in_days(9), "--minutes", "20")
    assert "20 minutes a day" in dojo("plan").output
    assert "40 minutes a day" in dojo("plan", "--minutes", "40").output
    with open_progress(home / FILE_NAME, time.time) as log:
        assert log.interview() == Interview(in_days(9), 40.0, "llm")
    assert "The plan is dropped." in dojo("plan", "--drop").output
    with open_progress(home / FILE_NAME, time.time) as log:
        assert log.interview() is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--date", "2020-01-01"], "2020-01-01 is in the past."), (["--date", "tomorrow"], "is not a date"),
     (["--date", "2026-02-30"], "is not a date"), (["--minutes", "0", "--date", "2999-01-01"], "0"),
     (["--minutes", "20"], "Say when the interview is"), (["--drop", "--minutes", "5"], "--drop goes alone")],
)  # fmt: skip
def test_a_wrong_call_ends_in_a_sentence_and_changes_nothing(home: Path, arguments: list[str], said: str) -> None:
    done = dojo("plan", *arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert not (home / FILE_NAME).exists() or "No interview" in dojo("plan").output


def test_an_interview_today_is_wished_luck_and_one_that_is_over_is_said_to_be(home: Path) -> None:
    assert "Good luck!" in dojo("plan", "--date", in_days(0)).output
    with open_progress(home / FILE_NAME, time.time) as log:
        log.record_interview(Interview(in_days(-3), 25.0, "llm"))
    assert "is over" in dojo("plan").output


def test_an_interview_in_five_years_has_a_plan_too(home: Path) -> None:
    assert dojo("plan", "--date", in_days(5 * 365)).exit_code == 0


def test_the_quiz_follows_the_plan_and_what_was_missed_is_in_it(home: Path) -> None:
    dojo("plan", "--date", in_days(20), "--role", "llm")
    with open_progress(home / FILE_NAME, time.time) as log:
        session = log.begin_session(Plan(()))
        log.record_answer(
            session, question="which-lines-are-gates", topic="gru_lstm", seed=1, answer=None, outcome="wrong",
            score=0.0, seconds=9.0,
        )  # fmt: skip
    assert "(1 to review," in dojo("plan").output
    assert "Due for review today: 1." in dojo().output
    done = CliRunner().invoke(main, ["quiz", "--plain", "--count", "5"], input="")
    assert "1 you missed" in done.output
    assert f"Worth most for {in_days(20)}:" in done.output
