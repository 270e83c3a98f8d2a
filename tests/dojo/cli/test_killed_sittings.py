"""Drills and mock interviews killed (SIGKILL) at random moments: every result that was shown is in the log.

In lines, each verdict, hint and kept answer that was printed is counted against the events of the log. On a screen, the
verdict that was painted last must be one of the log. Slow: each process starts a Python and a grader.
"""

from __future__ import annotations

import os
import random
import re
import time
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal, pages
from dojo.progress import FILE_NAME, Progress, open_progress
from grader.catalogue import Kata, load
from grader.content import content_root
from tests.dojo.cli.piped import DOJO, Piped

KATAS = load(content_root({}))
SITTINGS = 50  # of each: drills in lines and on a screen, mocks in lines (twice as many)
VERDICT = r"(passed|failed|error|timeout) +([\d.]+)/([\d.]+) points"
LATEST = 0.06  # seconds after something happened within which the kill comes
PATIENCE = 90.0


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOJO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DOJO_LANG", "en")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def log() -> Progress:
    return open_progress(Path(os.environ["DOJO_HOME"]) / FILE_NAME, time.time)


def versions(kata: Kata, chance: random.Random) -> list[bytes]:
    """Submissions of different worth, each one new to the grader."""
    wrong = sorted((kata.solution / "wrong").glob("*.py"))
    chosen = [path.read_bytes() for path in chance.sample(wrong, 3)]
    return [source + f"\n# {chance.random()}\n".encode() for source in chosen]


def counted() -> tuple[int, int, int]:
    """Verdicts, hints and steps of mocks that the log holds."""
    with log() as progress:
        hints = len([hint for slug in KATAS for hint in progress.hints(slug)])
        kept = [
            step for step in progress.steps("mock") if step.step in ("coded", "follow_up", "note", "confirmed", "end")
        ]
        return len(progress.verdicts()), hints, len(kept) + len(progress.answers())


def drill_in_lines(chance: random.Random) -> tuple[int, int]:
    """Verdicts and hints that one killed drill showed."""
    drill = Piped("drill", "--plain", "--sandbox", "off", "--topic", "information_theory", "--katas", "1")
    file = Path(re.findall(r"file: (.*)", drill.until("^file: "))[-1])
    sources = versions(KATAS[file.stem], chance)
    for source in sources[: chance.randint(1, 3)]:
        drill.until(VERDICT) if source is not sources[0] else None
        file.write_bytes(source)
        if chance.random() < 0.5:
            drill.type(":h")
    deadline = time.monotonic() + PATIENCE
    before = len(re.findall(VERDICT, drill.seen))
    while len(re.findall(VERDICT, drill.seen)) == before and chance.random() < 0.97 and time.monotonic() < deadline:
        drill.read(0.05)
    time.sleep(chance.uniform(0, LATEST))
    drill.kill()
    return len(re.findall(VERDICT, drill.seen)), len(re.findall(r"(?m)^hint \d of", drill.seen))


def mock_in_lines(chance: random.Random) -> int:
    """Answers that one killed interview said were kept, and its card."""
    mock = Piped("mock", "--plain", "--sandbox", "off", "--minutes", "10", "--seed", str(chance.randrange(1000)))
    for _ in range(chance.randint(1, 9)):
        if mock.process.poll() is not None:
            break
        said = mock.until("; an empty line skips|hands in|ends the interview|Scorecard|not understood")
        if "Scorecard" in said:
            break
        if "hands in" in said:
            file = Path(re.findall(r"edit  (.*)", said)[-1])
            file.write_bytes(versions(KATAS[file.stem], chance)[0])
            mock.type(":d")
        elif "ends the interview" in said:
            mock.type("How big is the team?")
            mock.type("")
            mock.type("")  # the points of the open answer, if there is one
        else:
            mock.type("words" if "in words" in said or "one line" in said else "")
    time.sleep(chance.uniform(0, LATEST))
    mock.kill()
    return len(re.findall(r"(?m)^kept", mock.seen)) + len(re.findall(r"(?m)^Scorecard", mock.seen))


@pytest.mark.slow
def test_what_a_killed_drill_showed_in_lines_is_in_the_log() -> None:
    chance = random.Random(3)
    shown_verdicts = shown_hints = 0
    for _ in range(SITTINGS):
        before = counted()
        verdicts, hints = drill_in_lines(chance)
        after = counted()
        assert after[0] - before[0] >= verdicts
        assert after[1] >= min(hints, 1)
        shown_verdicts, shown_hints = shown_verdicts + verdicts, shown_hints + hints
    print(f"{SITTINGS} drills killed: {shown_verdicts} verdicts and {shown_hints} hints shown, none missing in the log")
    assert shown_verdicts >= SITTINGS / 2
    assert shown_hints > 0


@pytest.mark.slow
def test_what_a_killed_drill_painted_on_a_screen_is_in_the_log() -> None:
    chance = random.Random(4)
    painted = 0
    names = [name for name in ("DOJO_HOME", "DOJO_LANG", "PYTHONPATH") if name in os.environ]
    for _ in range(SITTINGS):
        terminal = Terminal(
            [*DOJO, "drill", "--sandbox", "off", "--topic", "information_theory", "--katas", "1"],
            {name: os.environ[name] for name in names},
        )  # fmt: skip
        terminal.until(re.compile(rb"edit  drill-\S+\.py"))
        found = re.findall(rb"edit  (drill-\S+\.py)", terminal.seen)
        file = Path(found[-1].decode())
        for source in versions(KATAS[file.stem], chance)[: chance.randint(1, 3)]:
            file.write_bytes(source)
            deadline = time.monotonic() + chance.uniform(0.05, 1.5)
            while time.monotonic() < deadline:
                terminal.read(0.02)
        terminal.kill()
        with log() as progress:
            number = progress.steps("drill")[-1].sitting
            kept = [judged.verdict for judged in progress.verdicts_of(number or 0)]
        changes: list[str] = []
        for rows, _ in pages(terminal.seen):
            shown = re.match(VERDICT, rows.get(3, ""))
            if shown and (not changes or changes[-1] != shown[0]):
                changes.append(shown[0])
        assert len(changes) <= len(kept), (changes, kept)
        painted += len(changes)
    print(f"{SITTINGS} drills killed on a screen: {painted} verdicts painted, none missing in the log")
    assert painted >= SITTINGS / 2


@pytest.mark.slow
def test_what_a_killed_interview_said_was_kept_is_in_the_log() -> None:
    chance = random.Random(5)
    shown = 0
    for _ in range(2 * SITTINGS):
        before = counted()[2]
        said = mock_in_lines(chance)
        assert counted()[2] - before >= said
        shown += said
    print(f"{2 * SITTINGS} interviews killed: {shown} answers said to be kept, none missing in the log")
    assert shown >= 2 * SITTINGS
