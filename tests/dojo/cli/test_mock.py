"""`dojo mock` in lines and on a real terminal (a pty), its list, and its export."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest
from click.testing import CliRunner, Result

from dojo.cli import main
from dojo.progress import FILE_NAME, Progress, open_progress
from dojo.show.text.wrap import width
from grader.catalogue import load
from grader.content import content_root
from tests.dojo.cli.piped import DOJO, Piped

pytestmark = pytest.mark.slow  # whole sittings, most of them at a pseudo-terminal
KATAS = load(content_root({}))
SHORT = ["--minutes", "20", "--seed", "7"]
EVIL = "<script>alert(1)</script> | `x` </pre> & [a](b)"
SKIP = "\x1bs\x1bs"
LEFT = r"\x1b\[\?1049l"


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOJO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DOJO_LANG", "en")
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def log() -> Progress:
    return open_progress(Path(os.environ["DOJO_HOME"]) / FILE_NAME, time.time)


def steps() -> list[str]:
    with log() as progress:
        return [step.step for step in progress.steps("mock") if step.step not in ("section", "answered")]


def dojo(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["mock", "--sandbox", "off", *arguments])


@pytest.fixture
def started() -> Iterator[list[Piped]]:
    every: list[Piped] = []
    yield every
    for each in every:
        each.process.kill()
        each.process.communicate()


def begin(started: list[Piped], *arguments: str) -> Piped:
    started.append(Piped("mock", "--plain", "--sandbox", "off", *arguments))
    return started[-1]


def sit(mock: Piped, words: str = EVIL) -> None:
    """Everything up to the candidate's own questions: the kata solved, the rest skipped or answered with `words`."""
    while True:
        said = mock.until("; an empty line skips|hands in|ends the interview")
        if "hands in" in said:
            file = Path(re.findall(r"edit  (.*)", said)[-1])
            file.write_bytes(KATAS[file.stem].reference.read_bytes())
            mock.type(":d")
        elif "ends the interview" in said:
            return
        else:
            mock.type(words if "in words" in said or "in one line" in said else "")


def finish(mock: Piped, points: str = "") -> str:
    """No more questions; then the points of the one open answer, as they were found if none are named."""
    mock.type("")
    mock.until("an empty line takes those found")
    mock.type(points)
    return mock.rest()


def test_an_interview_in_lines_gives_no_feedback_until_its_card(started: list[Piped]) -> None:
    mock = begin(started, *SHORT)
    sit(mock)
    assert not re.search("(?m)^(right|wrong|partly|passed|failed)", mock.seen)
    for own in ("How big is the team?", EVIL):
        mock.type(own)
    card = finish(mock)
    assert re.search(r"coding +━+ +100%", card)
    assert "How big is the team?" in card
    assert steps() == ["begin", "coded", "follow_up", "note", "note", "over", "confirmed", "end"]
    with log() as progress:
        assert [judged.verdict for judged in progress.verdicts()] == ["passed"]
        assert len(progress.answers()) == 4


def test_the_points_that_the_candidate_confirms_count_and_not_those_that_were_found(started: list[Piped]) -> None:
    shares = []
    for points in ("0", "1 2 3"):
        mock = begin(started, *SHORT)
        sit(mock)
        found = re.search(r"explaining +[━─]+ +(\d+)%", finish(mock, points))
        assert found is not None
        shares.append(int(found[1]))
    assert shares[0] == 20  # the follow-up alone
    assert shares[1] >= 40 + shares[0]
    with log() as progress:
        opened = [answer for answer in progress.answers() if answer.outcome != "skipped"]
    assert [answer.outcome for answer in opened] == ["wrong", "partly"]  # the schedule knows it, too


def test_two_interviews_are_listed_and_the_second_is_compared_with_the_first(started: list[Piped]) -> None:
    for number in range(2):
        mock = begin(started, *SHORT)
        sit(mock)
        assert ("last time 100%" in finish(mock)) == (number == 1)
    listed = dojo("--list").output.splitlines()
    assert len(listed) == 4
    assert all(width(line) <= 80 for line in listed)
    assert "Chinese" not in dojo("--list", "--lang", "zh").output
    assert "大模型系统" in dojo("--list", "--lang", "zh").output


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_export_holds_every_answer_and_nothing_that_a_candidate_wrote_is_markup(
    started: list[Piped], lang: str
) -> None:
    mock = begin(started, *SHORT)
    sit(mock)
    mock.type(EVIL)
    finish(mock)
    assert dojo("--export", "a.html", "--lang", lang).exit_code == 0
    page = Path("a.html").read_text()
    assert "<script" not in page
    assert page.count("</pre>") == page.count("<pre>") == 2
    assert page.count("&lt;script&gt;") == 3
    assert "prefers-color-scheme: dark" in page
    assert not re.search(r"(src|href)=|url\(|@import", page)
    assert dojo("--export", "a.md", "--lang", lang, "--number", "1").exit_code == 0
    text = Path("a.md").read_text()
    assert text.count(f"    {EVIL}") == 2
    assert "\n- \\<script\\>alert(1)" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--minutes", "0"], "0"), (["--list", "--seed", "1"], "don't go with"), (["--export", "a.html"], "No interview"),
     (["--number", "1"], "don't go with"), (["--role", "llama"], "llm")],
)  # fmt: skip
def test_a_wrong_call_ends_in_a_sentence_and_begins_nothing(arguments: list[str], said: str) -> None:
    done = dojo(*arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(("file", "said"), [("a.pdf", ".md or .html"), ("no/such/a.md", "cannot be written")])
def test_an_export_that_cannot_be_written_is_said(started: list[Piped], file: str, said: str) -> None:
    mock = begin(started, *SHORT)
    sit(mock)
    finish(mock)
    done = dojo("--export", file)
    assert done.exit_code == 2
    assert said in done.output
    assert "there is no interview 9" in dojo("--export", "a.md", "--number", "9").output


def test_the_end_of_the_input_leaves_the_interview_and_the_next_call_goes_on(started: list[Piped]) -> None:
    first = begin(started, *SHORT)
    first.until("question 1 of 4")
    first.type("")
    first.until("question 2 of 4")
    assert "You left the interview" in first.rest()
    second = begin(started)
    assert "its clock has kept running" in second.until("question 2 of 4")
    other = begin(started)  # while the second one runs
    assert "45 minutes" in other.until("question 1 of")


def test_dojo_quiz_does_not_go_on_with_an_interview(started: list[Piped]) -> None:
    mock = begin(started, *SHORT)
    mock.until("question 1 of 4")
    mock.type("")
    mock.until("question 2 of 4")
    with log() as progress:
        assert progress.unfinished() is None


def test_a_home_that_cannot_be_written_is_said_and_the_interview_goes_on(started: list[Piped], tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file in the folder's place")
    mock = begin(started, *SHORT)
    assert "Not saved: " in mock.until("question 1 of 4")
    sit(mock)
    assert "Scorecard" in finish(mock)


def test_a_folder_that_cannot_be_written_is_said() -> None:
    done = subprocess.run(
        [*DOJO, "mock", "--plain"], cwd="/proc", capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert steps() == []


def terminal(*arguments: str) -> pexpect.spawn[str]:
    env = {**os.environ, "TERM": "xterm", "LANG": "C.UTF-8"}
    child = pexpect.spawn(
        DOJO[0], [*DOJO[1:], "mock", "--sandbox", "off", *arguments], env=env, dimensions=(24, 80), encoding="utf-8",
        timeout=60,
    )  # fmt: skip
    child.delaybeforesend = None
    return child


def test_an_interview_on_a_screen_from_the_first_question_to_the_card() -> None:
    child = terminal(*SHORT)
    child.expect_exact(" 1/3")
    child.expect_exact("0:02")  # a live clock
    child.send(SKIP)  # with Alt, which works in every kind of question
    child.expect_exact("2/3")
    child.send(SKIP)
    child.expect_exact("3/3")
    child.send("\x1bl")
    child.expect_exact("热身")
    child.send("\x1bl" + SKIP)
    child.expect_exact("Coding")
    child.expect(r"edit  (mock-\S+\.py)")
    file = Path(child.match[1])
    file.write_bytes(KATAS[file.stem].reference.read_bytes())
    child.expect_exact("versions saved: 1")
    child.send("nn")
    child.expect_exact("Discussion")
    child.send("the cache holds keys and values\r第二行\x04")
    child.expect_exact("The interviewer follows up")
    child.send("it grows\x04")
    child.expect_exact("Your questions")
    child.send("How big is the team?\x04")
    child.expect(r"- \S*How big")
    child.send("\x04\x04")
    child.expect_exact("Which of these points did you make?")
    child.send("1\r")
    child.expect(LEFT)
    child.expect_exact("Scorecard")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert steps() == ["begin", "coded", "follow_up", "note", "over", "confirmed", "end"]


def test_handing_in_nothing_and_ending_the_interview_are_asked_about_first() -> None:
    child = terminal(*SHORT)
    for number in (1, 2, 3):
        child.expect_exact(f" {number}/3")
        child.send(SKIP)
    child.expect_exact("nothing saved yet")
    child.send("n")
    child.expect_exact("Nothing is saved yet. Press n again to hand in.")
    child.send("n")
    child.expect_exact("Discussion")
    child.send("the cache holds keys and values\x04")
    child.expect_exact("The interviewer follows up")
    child.send("\x04")
    child.expect_exact("No answer yet. Press the same key again to skip.")
    child.send("\x04")
    child.expect_exact("Your questions")
    child.send("\x04")
    child.expect_exact("again to end the interview")
    child.send("a")  # another key: the question is meant to be written after all
    child.send("\x7f\x04")
    child.expect_exact("again to end the interview")
    assert steps() == ["begin", "coded", "follow_up"]
    child.send("\x04")
    child.expect_exact("Which of these points did you make?")
    assert steps() == ["begin", "coded", "follow_up", "over"]
    child.close(force=True)


def test_ctrl_c_a_hang_up_ctrl_z_and_a_resize_lose_nothing() -> None:
    child = terminal(*SHORT)
    child.expect_exact(" 1/3")
    child.send(SKIP)
    child.expect_exact("2/3")
    child.send("\x1a")
    child.expect(LEFT)
    time.sleep(0.3)
    child.kill(signal.SIGCONT)
    child.expect_exact("2/3")
    child.setwinsize(40, 120)
    child.expect("─{120}")
    child.sendintr()
    child.expect(LEFT)
    child.expect_exact("You left the interview")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    again = terminal()
    again.expect_exact("2/3")
    again.kill(signal.SIGHUP)
    again.expect(pexpect.EOF)
    again.close()
    assert again.exitstatus == 129
    with log() as progress:
        assert len(progress.answers()) == 1
    third = terminal()
    third.expect_exact("2/3")
    third.close(force=True)
