"""Grading on a real terminal (a pty): it says that it works, and a Ctrl-C ends it at once, whatever it is at."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pexpect
import pytest

from grader.catalogue import load
from grader.content import content_root

pytestmark = pytest.mark.slow  # at a pseudo-terminal, second by second
SOFTMAX = load(content_root({}))["stable_softmax"]
AT_ONCE = 2.0  # seconds; a grading of what never returns takes ten times as long
NEVER_RETURNS = "def softmax(x):\n    while True: pass\n"
DOJO = [sys.executable, "-c", "from dojo.cli import main; main()"]


def terminal(where: Path, *arguments: str, lang: str = "en", pager: str = "cat", rows: int = 24) -> pexpect.spawn[str]:
    env = {**os.environ, "DOJO_HOME": str(where / "home"), "DOJO_LANG": lang, "LANG": "C.UTF-8", "TERM": "xterm"}
    env["PAGER"] = pager
    return pexpect.spawn(
        DOJO[0], [*DOJO[1:], *arguments], cwd=str(where), env=env, dimensions=(rows, 80), encoding="utf-8", timeout=60
    )


def status(child: pexpect.spawn[str]) -> int:
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "stable_softmax.py"
    path.write_bytes(SOFTMAX.reference.read_bytes())
    return path


@pytest.mark.parametrize(("lang", "said", "verdict"), [("en", "grading...", "passed"), ("zh", "评测中……", "通过")])
def test_a_line_says_that_it_is_graded_until_the_verdict_takes_its_place(
    file: Path, lang: str, said: str, verdict: str
) -> None:
    child = terminal(file.parent, "kata", "test", "--sandbox", "off", lang=lang)
    child.expect_exact(said)
    child.expect_exact("\r\x1b[2K")
    child.expect_exact(verdict)
    assert said not in child.before
    assert status(child) == 0


@pytest.mark.parametrize(("command", "code"), [("test", 130), ("watch", 0)])
def test_a_ctrl_c_while_it_grades_ends_it_at_once(file: Path, command: str, code: int) -> None:
    file.write_text(NEVER_RETURNS)
    child = terminal(file.parent, "kata", command, "--sandbox", "off")
    child.expect_exact("grading...")
    time.sleep(1.0)  # the first test is running
    pressed = time.monotonic()
    child.sendintr()
    assert status(child) == code
    assert time.monotonic() - pressed < AT_ONCE
    assert "Traceback" not in child.before


def test_watch_says_that_it_waits_and_grades_what_is_saved(file: Path) -> None:
    child = terminal(file.parent, "kata", "watch", "--sandbox", "off")
    child.expect_exact("grading...")
    child.expect_exact("passed")
    child.expect_exact("waiting for you to save")
    time.sleep(0.3)  # the watch begins behind the first verdict
    file.write_bytes(SOFTMAX.starter.read_bytes())
    child.expect_exact("grading...")
    child.expect_exact("NotImplementedError")
    child.expect_exact("waiting for you to save")
    child.sendintr()
    assert status(child) == 0


def test_watch_shows_the_time_of_day_on_a_clear_screen(file: Path) -> None:
    child = terminal(file.parent, "kata", "watch", "--sandbox", "off")
    child.expect_exact("\x1b[2J")
    child.expect(r"\d\d:\d\d:\d\d  stable_softmax.py")
    child.expect_exact("waiting for you to save")
    child.sendintr()
    assert status(child) == 0


@pytest.mark.parametrize("command", ["test", "watch"])
def test_a_test_that_takes_long_is_named_while_it_runs(file: Path, command: str) -> None:
    file.write_text(NEVER_RETURNS)
    child = terminal(file.parent, "kata", command, "--sandbox", "off")
    child.expect(r"grading\.\.\. \w+ \(\d s\)")
    child.sendintr()
    child.expect(pexpect.EOF)


@pytest.mark.parametrize("wait", [0.2, 1.5], ids=["at the start", "in a test"])
def test_a_save_during_a_run_ends_that_run_at_once(file: Path, wait: float) -> None:
    reference = file.read_bytes()
    file.write_text(NEVER_RETURNS)
    child = terminal(file.parent, "kata", "watch", "--sandbox", "off")
    child.expect_exact("grading...")
    time.sleep(wait)
    saved = time.monotonic()
    file.write_bytes(reference)
    child.expect_exact("passed")
    assert time.monotonic() - saved < 3 * AT_ONCE  # a machine under load starts the judge itself in seconds
    assert "timeout" not in child.before
    for source, verdict in ((NEVER_RETURNS.encode(), None), (reference, "passed")):  # and so it goes on
        file.write_bytes(source)
        time.sleep(1.0)
        if verdict:
            child.expect_exact(verdict, timeout=5)
    child.expect_exact("waiting for you to save")
    child.sendintr()
    assert status(child) == 0


def test_a_long_statement_and_a_long_solution_go_through_the_pager(tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text(f"#!{sys.executable}\nimport sys\nprint('PAGED', len(sys.stdin.read().splitlines()))\n")
    pager.chmod(0o755)
    for command in (("show", "stable_softmax"), ("solution", "stable_softmax", "--yes"), ("list",)):
        child = terminal(tmp_path, "kata", *command, pager=str(pager), rows=10)
        child.expect(r"PAGED \d\d")
        assert status(child) == 0
    child = terminal(tmp_path, "kata", "list", pager=str(pager), rows=400)
    assert status(child) == 0
    assert "PAGED" not in child.before


def test_less_says_how_to_leave_it(tmp_path: Path) -> None:
    child = terminal(tmp_path, "kata", "list", pager="less", rows=10)
    child.expect_exact("q: exit")
    child.send("q")
    assert status(child) == 0


@pytest.mark.slow
def test_lint_says_how_far_it_is_and_erases_it(tmp_path: Path) -> None:
    child = terminal(tmp_path, "lint", str(SOFTMAX.folder))
    child.expect(r"checking the katas: [1-9]\d* of \d+ verdicts")
    child.expect_exact("\r\x1b[2Kno errors")
    assert status(child) == 0


@pytest.mark.parametrize("inside", [False, True], ids=["from above", "from within"])
def test_watch_goes_on_where_its_folder_was_replaced(tmp_path: Path, inside: bool) -> None:
    folder = tmp_path / "stable_softmax"
    folder.mkdir()
    (folder / "stable_softmax.py").write_bytes(SOFTMAX.reference.read_bytes())
    child = terminal(folder if inside else tmp_path, "kata", "watch", "--sandbox", "off")
    child.expect_exact("passed")
    child.expect_exact("waiting for you to save")
    time.sleep(0.3)
    shutil.rmtree(folder)
    time.sleep(0.7)
    folder.mkdir()
    (folder / "stable_softmax.py").write_bytes(SOFTMAX.starter.read_bytes())
    child.expect_exact("NotImplementedError", timeout=10)
    child.expect_exact("waiting for you to save")
    (folder / "stable_softmax.py").write_bytes(SOFTMAX.reference.read_bytes())
    child.expect_exact("passed", timeout=10)
    child.expect_exact("waiting for you to save")
    child.sendintr()
    assert status(child) == 0
