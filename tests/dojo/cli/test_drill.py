"""`dojo drill` in lines and on a real terminal (a pty): saves, hints, the editor, leaving, closing, two at once."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest
from click.testing import CliRunner, Result

from dojo.cli import main
from dojo.progress import FILE_NAME, Progress, open_progress
from grader.catalogue import load
from grader.content import content_root
from tests.dojo.cli.piped import DOJO, Piped

pytestmark = pytest.mark.slow  # whole sittings, most of them at a pseudo-terminal
KATAS = load(content_root({}))
HARMLESS = ["--sandbox", "off"]
TOPIC = ["--topic", "information_theory"]
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


def kept() -> list[str]:
    """What the log holds of drills and verdicts, in order."""
    with log() as progress:
        verdicts = [(judged.at, judged.verdict) for judged in progress.verdicts()]
        return [name for _, name in sorted([*verdicts, *((step.at, step.step) for step in progress.steps("drill"))])]


def dojo(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["drill", *HARMLESS, *arguments])


class Lines(Piped):
    """A drill in lines."""

    def __init__(self, *arguments: str, environ: dict[str, str] | None = None) -> None:
        super().__init__("drill", "--plain", *HARMLESS, *arguments, environ=environ)

    def file(self) -> Path:
        return Path(re.findall(r"file: (.*)", self.until("^file: "))[-1])


@pytest.fixture
def lines() -> Iterator[Callable[..., Lines]]:
    started: list[Lines] = []

    def start(*arguments: str, environ: dict[str, str] | None = None) -> Lines:
        started.append(Lines(*arguments, environ=environ))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.process.communicate()


def reference(file: Path) -> bytes:
    return KATAS[file.stem].reference.read_bytes()


def wrong(file: Path) -> bytes:
    return sorted((KATAS[file.stem].solution / "wrong").glob("*.py"))[0].read_bytes()


def test_a_drill_in_lines_from_the_task_to_the_card(lines: Callable[..., Lines]) -> None:
    drill = lines("--katas", "1", *TOPIC)
    file = drill.file()
    there = {path.name for path in file.parent.iterdir()}
    assert there >= {"conftest.py", file.name, "statement.en.md", "statement.zh.md", "test_examples.py"}
    drill.type("")
    drill.until("still the starter")
    file.write_bytes(wrong(file))
    drill.until("^(failed|error)")
    drill.type(":h")
    drill.until(r"hint 1 of 3 \(costs 1 point\)")
    file.write_bytes(reference(file))
    drill.until("^passed")
    said = drill.rest()
    assert "9 of 10 points" in said
    assert said.rstrip().endswith("passed: 1/1")
    assert drill.process.returncode == 0
    assert kept()[:2] == ["begin", "start"]
    assert kept()[-2:] == ["passed", "end"]


def test_the_end_of_the_input_leaves_the_drill_and_the_next_call_goes_on(lines: Callable[..., Lines]) -> None:
    first = lines()
    file = first.file()
    file.write_bytes(wrong(file))
    first.until("^(failed|error)")
    assert "You left the drill" in first.rest()
    second = lines()
    said = second.until("file: ")
    assert "its clock has kept running" in said
    assert str(file) in said
    assert file.read_bytes() == wrong(file)  # nothing was overwritten
    second.until("^(failed|error)")


def test_a_kata_that_is_given_up_is_not_passed_and_the_next_one_begins(lines: Callable[..., Lines]) -> None:
    drill = lines("--katas", "2", *TOPIC)
    drill.until("kata 1 of 2")
    drill.type(":n")
    drill.until("given up: ")
    drill.until("kata 2 of 2")
    drill.type(":n")
    said = drill.rest()
    assert "passed: 0/2" in said
    assert "dojo kata solution" in said
    assert kept() == ["begin", "start", "skip", "start", "skip", "end"]


def test_two_drills_at_once_take_different_katas_and_both_are_kept(lines: Callable[..., Lines]) -> None:
    one, two = lines(), None
    first = one.file()
    two = lines()
    second = two.file()
    assert first.stem != second.stem
    for drill, file in ((one, first), (two, second)):
        file.write_bytes(reference(file))
        drill.until("^passed")
    with log() as progress:
        assert {judged.kata for judged in progress.verdicts()} == {first.stem, second.stem}


def test_the_same_seed_chooses_the_same_katas_whatever_was_done_before(lines: Callable[..., Lines]) -> None:
    first = lines("--seed", "3", "--katas", "2")
    kata = first.file().stem
    first.type(":n")
    first.until("kata 2 of 2")
    assert lines("--seed", "3", "--katas", "2").file().stem == kata


def test_a_home_that_cannot_be_written_is_said_and_the_drill_goes_on(
    lines: Callable[..., Lines], tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file in the folder's place")
    drill = lines("--katas", "1", *TOPIC)
    assert "Not saved: " in drill.until("kata 1 of 1")
    file = drill.file()
    file.write_bytes(reference(file))
    drill.until("^passed")
    assert "passed: 1/1" in drill.rest()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--topic", "atention"], "did you mean attention"), (["--minutes", "0"], "0"), (["--katas", "0"], "0"),
     (["--topic", "nothing_like_it_at_all"], "there are: ")],
)  # fmt: skip
def test_a_wrong_call_ends_in_a_sentence_and_begins_nothing(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = dojo(*arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output
    assert list(Path().iterdir()) == []
    assert not (tmp_path / "home" / FILE_NAME).exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--katas", "2", "--minutes", "10", "--seed", "1"], "10 分钟排不下 2 道题，只安排 1 道（参考时间 "),
        (["--katas", "50", "--topic", "debugging", "--minutes", "600"], "符合条件的题只有 7 道。"),
    ],
)
def test_fewer_katas_than_asked_for_are_explained(lines: Callable[..., Lines], arguments: list[str], said: str) -> None:
    assert said in lines(*arguments, "--lang", "zh").rest()


def test_where_no_kata_can_run_it_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    topics = {kata.topic for kata in KATAS.values()} - {kata.topic for kata in KATAS.values() if kata.needs != "pt"}
    done = dojo("--topic", sorted(topics)[0])
    assert done.exit_code == 2
    assert "pip install torch" in done.output


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    done = subprocess.run(
        [*DOJO, "drill", "--plain", *HARMLESS],
        cwd="/proc",
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_was_taken_away_is_made_again_and_where_it_cannot_be_that_is_said(
    lines: Callable[..., Lines],
) -> None:
    first = lines()
    folder = first.file().parent.parent
    first.rest()
    shutil.rmtree(folder)
    second = lines()
    assert second.file().is_file()
    second.rest()
    shutil.rmtree(folder)
    folder.write_text("a file in its place")
    third = lines()
    said = third.rest()
    assert "cannot be written" in said
    assert "Traceback" not in said
    assert third.process.returncode == 2


class Terminal:
    """A drill on a pty."""

    def __init__(self, *arguments: str, rows: int = 24, columns: int = 80, **environ: str) -> None:
        env = {**os.environ, "TERM": "xterm", "LANG": "C.UTF-8", **environ}
        self.child: pexpect.spawn[str] = pexpect.spawn(
            DOJO[0], [*DOJO[1:], "drill", *HARMLESS, *arguments], env=env, dimensions=(rows, columns),
            encoding="utf-8", timeout=60,
        )  # fmt: skip
        self.child.delaybeforesend = None

    def see(self, text: str) -> str:
        self.child.expect_exact(text)
        return str(self.child.before)

    def file(self) -> Path:
        self.child.expect(r"edit  (drill-\S+\.py)")
        return Path(self.child.match[1])

    def status(self) -> int:
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -1)


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    started: list[Terminal] = []

    def start(*arguments: str, **more: str) -> Terminal:
        started.append(Terminal(*arguments, **more))
        return started[-1]

    yield start
    for each in started:
        each.child.close(force=True)


Starting = Callable[..., Terminal]


def test_a_drill_on_a_screen_from_the_task_to_the_card(terminal: Starting) -> None:
    drill = terminal("--katas", "2", *TOPIC)
    drill.child.expect(r"0:00.*/\d+:00")
    file = drill.file()
    drill.see("0:02")  # a live clock
    drill.child.send("h")
    drill.see("Hint 1 costs 1 point")
    drill.child.send("h")
    drill.see("Hints")
    file.write_bytes(wrong(file))
    drill.see("points")
    drill.see("example")
    file.write_bytes(reference(file))
    drill.see("Passed after")
    drill.child.send("\r")
    drill.see("2/2")
    drill.child.send("nn")
    drill.child.expect(LEFT)
    drill.see("The drill is over")
    drill.see("9 of 20 points")
    assert drill.status() == 0
    assert kept()[-1] == "end"


def test_the_editor_gets_the_terminal_and_what_it_saves_is_graded(terminal: Starting, tmp_path: Path) -> None:
    editor = tmp_path / "an editor.py"
    editor.write_text(
        f"#!{sys.executable}\nimport sys, pathlib\n"
        "print('EDITING', sys.stdin.isatty(), sys.argv[1])\n"
        "pathlib.Path(sys.argv[-1]).write_text(pathlib.Path(sys.argv[-1]).read_text() + '\\n# ' + input())\n"
    )
    editor.chmod(0o755)
    drill = terminal("--katas", "1", *TOPIC, VISUAL=f"'{editor}' --wait")
    file = drill.file()
    drill.see("press e for")
    drill.child.send("e")
    drill.child.expect(LEFT)
    drill.see("EDITING True --wait")
    drill.child.send("typed by hand\r")  # the terminal is in line mode again
    drill.see("NotImplementedError")
    assert file.read_text().endswith("# typed by hand")


def test_an_editor_that_is_not_there_is_said(terminal: Starting) -> None:
    drill = terminal("--katas", "1", EDITOR="/no/such/editor")
    drill.file()
    drill.child.send("e")
    drill.see("could not be started")


def test_time_that_is_up_rings_the_bell_and_tells_another_window(terminal: Starting) -> None:
    drill = terminal()
    drill.file()
    drill.child.close(force=True)
    with log() as progress:  # as if it had begun just before its time was up
        begin = progress.steps("drill")[0]
        (slug, minutes), seconds = begin.body["katas"][0], begin.body["minutes"] * 60
        progress._now = lambda: time.time() - seconds + 4
        number = progress.record_step(
            "drill", "begin", katas=[[slug, minutes]], minutes=minutes, folder=begin.body["folder"]
        )
        progress.record_step("drill", "start", number, slug)
    drill = terminal()
    drill.child.expect("\x1b\\]9;[^\x07]*time is over\x07\x07")
    drill.see("The clock runs on")


def test_ctrl_c_leaves_the_drill_open_and_gives_the_terminal_back(terminal: Starting) -> None:
    drill = terminal()
    drill.file()
    drill.child.sendintr()
    drill.child.expect(LEFT)
    drill.see("You left the drill")
    assert drill.status() == 130
    assert kept() == ["begin", "start"]


def test_a_terminal_that_is_closed_leaves_the_drill_open(terminal: Starting) -> None:
    drill = terminal()
    file = drill.file()
    drill.child.kill(signal.SIGHUP)
    assert drill.status() == 129
    again = terminal()
    again.see("its clock has kept running")
    again.child.send("l")
    again.see("编辑")
    assert file.is_file()


def test_ctrl_z_and_back_and_a_resize_repaint_the_page(terminal: Starting) -> None:
    drill = terminal()
    drill.file()
    drill.child.send("\x1a")
    drill.child.expect(LEFT)
    time.sleep(0.3)
    drill.child.kill(signal.SIGCONT)
    drill.child.expect(r"\x1b\[\?1049h")
    drill.file()
    drill.child.setwinsize(40, 120)
    drill.child.expect("─{120}")
    drill.child.send("q")
    assert drill.status() == 0
