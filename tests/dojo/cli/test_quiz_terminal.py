"""`dojo quiz` on a real terminal (a pty): keys, signals, sizes, and the terminal as it was afterwards."""

from __future__ import annotations

import os
import random
import re
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from dojo.bank.bank import open_bank
from dojo.progress import FILE_NAME, Progress, open_progress
from dojo.quiz.choose import Filter, draw_fairly

CONTENT = Path(__file__).parents[1] / "content"
ENTERED, LEFT = r"\x1b\[\?1049h", r"\x1b\[\?1049l"
Start = Callable[..., "Terminal"]


class Terminal:
    """A quiz in a pty of 24 rows and 80 columns."""

    def __init__(self, home: Path, arguments: list[str], environ: dict[str, str]) -> None:
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "PYTHONPYCACHEPREFIX") if name in os.environ}
        ours = {"HOME": str(home), "DOJO_CONTENT": str(CONTENT), "DOJO_HOME": str(home / "data")}
        env = {**kept, **ours, "TERM": "xterm", "LANG": "C.UTF-8", **environ}
        self.child: pexpect.spawn[str] = pexpect.spawn(
            sys.executable,
            ["-c", "from dojo.cli import main; main()", "quiz", *arguments],
            env=env, dimensions=(24, 80), encoding="utf-8", timeout=20,
        )  # fmt: skip
        self.child.delaybeforesend = None
        self.before = termios.tcgetattr(self.child.child_fd)

    def see(self, text: str) -> str:
        """Waits until `text` is shown; what came before it."""
        self.child.expect_exact(text)
        return str(self.child.before)

    def send(self, *keys: str) -> None:
        for key in keys:
            self.child.send(key)

    def status(self) -> int:
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus)

    def gives_the_terminal_back(self) -> None:
        """The rest of the output leaves the other screen; the modes are as they were."""
        self.child.expect(LEFT)
        self.child.expect(pexpect.EOF)
        assert termios.tcgetattr(self.child.child_fd)[:4] == self.before[:4]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[Terminal] = []

    def starting(*arguments: str, **environ: str) -> Terminal:
        started.append(Terminal(tmp_path, list(arguments), environ))
        return started[-1]

    yield starting
    for terminal in started:
        terminal.child.close(force=True)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Progress]:
    with open_progress(tmp_path / "data" / FILE_NAME, time.time) as progress:
        yield progress


def seed_for(*questions: str) -> str:
    """A seed whose first questions are these."""
    bank = open_bank(CONTENT, None)
    for seed in range(5000):
        plan = draw_fairly(bank, Filter(), 9, seed)
        if [planned.question for planned in plan[: len(questions)]] == list(questions):
            return str(seed)
    raise LookupError(questions)


def test_a_session_from_the_first_question_to_the_last_line(start: Start, log: Progress) -> None:
    quiz = start("--seed", seed_for("s-boolean"), "--count", "1")
    quiz.see("Dropout is active")
    quiz.send("f", "\r")
    quiz.see("Right")
    quiz.send("\r")
    quiz.see("The quiz is over")
    quiz.send("\r")
    quiz.see("Score 1 of 1")
    assert quiz.status() == 0
    assert [answer.outcome for answer in log.answers()] == ["right"]
    assert log.unfinished() is None


def test_quit_and_go_on_where_one_was(start: Start, log: Progress) -> None:
    quiz = start()
    quiz.see("1/9")
    quiz.send("\x1bs")
    quiz.see("Skipped")
    quiz.send("q")
    quiz.see("Run dojo quiz to continue")
    assert quiz.status() == 0
    again = start(DOJO_LANG="zh")
    again.see("你有一组题没有做完")
    again.send("\r")
    again.see("2/9")
    again.send("\x1bs")
    again.see("已跳过")
    again.send("q")
    assert again.status() == 0
    assert len(log.answers()) == 2
    assert len({answer.session for answer in log.answers()}) == 1


def test_a_quiz_that_was_left_can_be_left_for_good(start: Start, log: Progress) -> None:
    first = start()
    first.see("1/9")
    first.send("\x1bs", "q")
    first.status()
    again = start()
    again.see("unfinished")
    again.send("n")
    again.see("1/9")
    again.send("\x1bq")
    again.status()
    assert len(log.answers()) == 1
    third = start()
    assert "unfinished" not in third.see("1/9")


def test_ctrl_c_gives_the_terminal_back_says_the_score_and_ends_with_130(start: Start) -> None:
    quiz = start("--seed", seed_for("s-boolean"))
    quiz.see("Dropout is active")
    quiz.send("f", "\r")
    quiz.see("Right")
    quiz.send("\x03")
    quiz.child.expect(LEFT)
    quiz.see("1 of 9 questions done, score so far 1")
    assert quiz.status() == 130


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_from_outside_gives_the_terminal_back(start: Start, number: signal.Signals) -> None:
    quiz = start("--seed", "1")
    quiz.see("all keys")
    quiz.child.kill(number)
    quiz.gives_the_terminal_back()
    quiz.child.close()
    assert quiz.child.exitstatus == 128 + number


def test_ctrl_z_gives_the_terminal_back_and_fg_draws_the_page_again(start: Start) -> None:
    quiz = start("--seed", seed_for("s-boolean"))
    quiz.see("all keys")
    quiz.send("t")
    quiz.see("●")
    quiz.child.kill(signal.SIGTSTP)  # a pty without a shell: it stops only for as long as it takes to be ignored
    quiz.child.expect(LEFT)
    quiz.child.kill(signal.SIGCONT)
    quiz.child.expect(ENTERED)
    quiz.see("Dropout is active")
    quiz.see("●")
    quiz.send("\r")
    quiz.see("Wrong")


def test_a_resize_lays_the_page_out_anew(start: Start) -> None:
    quiz = start("--seed", seed_for("s-long"))
    quiz.see("all keys")
    quiz.child.setwinsize(40, 120)
    quiz.see("○")
    quiz.child.setwinsize(12, 40)
    quiz.see("PgDn")


def test_a_terminal_that_goes_away_ends_the_quiz_and_loses_nothing(start: Start, log: Progress) -> None:
    quiz = start("--seed", seed_for("s-boolean"))
    quiz.see("Dropout is active")
    quiz.send("f", "\r")
    quiz.see("Right")
    quiz.child.close(force=False)
    # pexpect sends a hang-up of its own, which may find the quiz on its way out
    ended = quiz.child.exitstatus, quiz.child.signalstatus
    assert ended in ((128 + signal.SIGHUP, None), (None, signal.SIGHUP))
    assert len(log.answers()) == 1


def test_pasted_lines_of_chinese_go_into_an_open_answer(start: Start, log: Progress) -> None:
    quiz = start("--seed", seed_for("s-open"))
    quiz.see("overfit")
    quiz.send("\x1b[200~网络容量太大，\n会学到噪声\x1b[201~", "\x04")
    quiz.see("Which of these points")
    quiz.send("\r")
    quiz.see("Partly right")
    (answer,) = log.answers()
    assert answer.answer["given"]["words"] == "网络容量太大，\n会学到噪声"
    assert answer.answer["given"]["points"] == [0, 1]


def test_a_quiz_left_at_the_points_of_an_answer_goes_on_there(start: Start, log: Progress) -> None:
    quiz = start("--seed", seed_for("s-open"))
    quiz.see("overfit")
    quiz.send("noise", "\x04")
    quiz.see("Which of these points")
    quiz.send("q")
    assert quiz.status() == 0
    again = start()
    again.see("the points of question 1, which are not confirmed yet")
    again.send("\r")
    again.see("Which of these points")
    again.send("2", "\r")
    again.see("Wrong")
    again.send("q")
    assert again.status() == 0
    (answer,) = log.answers()
    assert answer.answer["given"]["points"] == []


def test_the_clock_runs_while_one_thinks_and_then_the_quiz_goes_on(start: Start, log: Progress) -> None:
    quiz = start("--seed", seed_for("s-boolean"), "--timed", "1", "--count", "1")
    quiz.see("0:01")
    quiz.see("Time is up")
    quiz.send("\r")
    quiz.see("The quiz is over")
    (answer,) = log.answers()
    assert (answer.outcome, answer.seconds, answer.answer["late"]) == ("skipped", 1.0, True)


def test_without_colour_no_colour_is_sent(start: Start) -> None:
    coloured, plain = start("--seed", seed_for("s-long")), start("--seed", seed_for("s-long"), NO_COLOR="1")
    assert re.search(r"\x1b\[[0-9;]*3[1-7]m", coloured.see("all keys"))
    assert not re.search(r"\x1b\[[0-9;]*(3|9)[0-7]m", plain.see("all keys"))


def test_in_a_locale_without_unicode_the_page_is_ascii(start: Start) -> None:
    quiz = start("--seed", seed_for("s-order"), LANG="C", LC_ALL="C")
    assert quiz.see("all keys").isascii()


def test_a_dumb_terminal_gets_lines(start: Start) -> None:
    quiz = start("--seed", seed_for("s-boolean"), "--count", "1", TERM="dumb")
    assert "\x1b" not in quiz.see("answer: t or f")
    quiz.send("f\r")
    quiz.see("right")
    quiz.see("score: 1/1")
    assert quiz.status() == 0


def test_a_log_that_cannot_be_used_is_told_above_the_first_question(start: Start, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    quiz = start("--seed", seed_for("s-boolean"), "--count", "1")
    assert "Not saved" in quiz.see("Dropout is active")
    quiz.send("f", "\r")
    quiz.see("Right")
    quiz.send("\r", "\r")
    quiz.see("Score 1 of 1")
    assert quiz.status() == 0


@pytest.mark.slow
def test_killed_at_any_moment_no_answer_is_missing_whose_feedback_was_shown(start: Start, tmp_path: Path) -> None:
    chance, shown = random.Random(7), 0
    for _ in range(40):
        quiz = start("--seed", seed_for("s-boolean"))
        quiz.see("all keys")
        quiz.send("f", "\r")
        time.sleep(chance.uniform(0.0, 0.06))
        quiz.child.kill(signal.SIGKILL)
        quiz.child.expect(pexpect.EOF)
        shown += "Right" in str(quiz.child.before)
        quiz.child.close()
    with open_progress(tmp_path / "data" / FILE_NAME, time.time) as progress:
        assert len(progress.answers()) >= shown
    assert 0 < shown < 40


def test_an_open_answer_is_not_lost_by_one_ctrl_c(start: Start) -> None:
    quiz = start("--seed", seed_for("s-open"), "--count", "1")
    quiz.see("overfit")
    quiz.send("capacity")
    quiz.see("▸")
    quiz.see("capacity")
    quiz.send("\x03")
    quiz.see("Press Ctrl-C again to quit")
    quiz.send("\x03")
    assert quiz.status() == 130


def test_fewer_questions_than_asked_for_are_announced(start: Start) -> None:
    quiz = start("--count", "12")
    assert "Only 9 questions fit your choice: you get 9, not 12." in quiz.see("all keys")
