"""How fast a quiz starts and keeps answers, beside others in one run: python -m benchmarks.quiz [PART…]

start: from the spawn to the first stem on a pty, real banks and generated ones, against a printed panel and peers.
answers: an answer on disk against a bare SQLite commit of the same durability.
compile: a bank of 10,000 questions, opened for the first time, after one file was edited, and unchanged.
killed: sessions killed at random moments; what was shown and is not in the log.

Peers run where NLP_DOJO_PEERS names a virtual environment with mkdocs-quiz and quizmd. Contenders take turns, in a new
order each round; medians of wall time, of the processes' CPU time, and ratios. Nothing here is a test.
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import resource
import select
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from dojo.content import content_root
from dojo.progress import FILE_NAME, Answer, Plan, Planned, open_progress
from dojo.quiz.bank import open_bank
from dojo.quiz.begin import Wish, begin
from dojo.quiz.choose import again
from dojo.quiz.journal import Journal
from dojo.show.phrases import say

ROOT = content_root({})
DOJO = str(Path(sys.executable).with_name("dojo"))
PANEL = "from rich.console import Console; from rich.panel import Panel; Console().print(Panel('Which penalty?'))"
TOPICS = 14  # as many as the syllabus has
ROUNDS = 21
SIGNS = {"✔": "right", "◐": "partly", "✘": "wrong"}
PEER_QUESTIONS = 10
_PAINTED = re.compile(r"\x1b\[2J|\x1b\[(\d+);1H\x1b\[2K((?:[^\x1b]|\x1b\[[\d;]*m)*)")
_STYLE = re.compile(r"\x1b\[[\d;]*m")
_STEM = re.compile(rb"\x1b\[3;1H\x1b\[2K [^\x1b\r\n]*\w{2}")  # the row under the header and its rule


class Terminal:
    """A command on a pty of 80×24; `seen` is what it has written, `seconds` its age."""

    def __init__(self, command: list[str], environ: dict[str, str]) -> None:
        self._end, theirs = os.openpty()
        termios.tcsetwinsize(theirs, (24, 80))
        environ = {"PATH": os.environ["PATH"], "HOME": environ.get("DOJO_HOME", "/"), **environ}
        environ |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "DOJO_LANG": "en"}
        self.seen = b""
        self._born = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=environ, start_new_session=True
        )
        os.close(theirs)

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self._born

    def read(self, patience: float) -> bool:
        """Takes what comes within `patience` seconds; False where nothing came or nothing will."""
        ready, _, _ = select.select([self._end], [], [], max(patience, 0))
        try:
            new = os.read(self._end, 65536) if ready else b""
        except OSError:  # Linux's way of saying that the other end is closed
            new = b""
        self.seen += new
        return bool(new)

    def until(self, pattern: re.Pattern[bytes] | str) -> float:
        """Seconds from the spawn until it has written that."""
        wanted = re.compile(pattern.encode()) if isinstance(pattern, str) else pattern
        while not wanted.search(self.seen):
            if not self.read(120):
                raise RuntimeError(f"{self.process.args!r} never showed {wanted.pattern!r}: {self.seen[-2000:]!r}")
        return self.seconds

    def type(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def kill(self) -> float:
        """Kills it at once, takes what it had written before, and gives its CPU seconds."""
        self.process.kill()
        _, status, used = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        while self.read(0):
            pass
        os.close(self._end)
        return used.ru_utime + used.ru_stime


def question_blocks() -> list[str]:
    """The YAML of every real question, without the line of its id."""
    blocks = []
    for path in sorted((ROOT / "questions").glob("*.yaml")):
        if path.stem != "sources":
            blocks += re.split(r"(?m)^  - id: .*\n", path.read_text(encoding="utf-8"))[1:]
    return blocks


def generate(content: Path, count: int) -> None:
    """Banks of `count` questions in all: the real ones again and again, under ids of their own."""
    blocks, chance = question_blocks(), random.Random(count)
    (content / "questions").mkdir(parents=True)
    shutil.copy(ROOT / "questions/sources.yaml", content / "questions")
    for topic in range(TOPICS):
        name = f"topic_{topic:02}"
        lines = [f'topic: {name}\ntitle: {{en: "Topic {topic}", zh: "主题{topic}"}}\nquestions:\n']
        for number in range(topic, count, TOPICS):
            lines.append(f"  - id: question-{number:05}\n{chance.choice(blocks).rstrip()}\n\n")
        (content / "questions" / f"{name}.yaml").write_text("".join(lines), encoding="utf-8")


class Learner:
    """A learner's home with some answers to a bank, put back as it was before each start."""

    def __init__(self, content: Path, home: Path, answers: int) -> None:
        self.environ = {"DOJO_CONTENT": str(content), "DOJO_HOME": str(home)}
        bank, chance = open_bank(content, home / "cache" / "banks"), random.Random(answers)
        ids = [entry.id for entry in chance.sample(bank.entries(), min(answers, len(bank.entries())))]
        with open_progress(home / FILE_NAME, time.time) as progress:
            for first in range(0, len(ids), 10):
                plan = again(ids[first : first + 10], first)
                session = progress.begin_session(Plan(tuple(plan)))
                for planned in plan:
                    outcome = chance.choice(("right", "right", "right", "wrong"))
                    progress.record_answer(
                        session, question=planned.question, topic="t", seed=planned.seed, answer={"given": None},
                        outcome=outcome, score=float(outcome == "right"), seconds=9.0,
                    )  # fmt: skip
                progress.end_session(session)
        self._log, self._kept = home / FILE_NAME, (home / FILE_NAME).read_bytes()

    def again(self) -> None:
        for leftover in self._log.parent.glob(f"{FILE_NAME}-*"):
            leftover.unlink()
        self._log.write_bytes(self._kept)


class Contender:
    """Something whose start is measured: until `shows` is on the screen, after `keys` where it asks for `asks`."""

    def __init__(self, command: list[str], shows: re.Pattern[bytes] | str, learner: Learner | None = None) -> None:
        self.command, self.shows, self.learner = command, shows, learner
        self.asks: tuple[str, str] | None = None
        self.wall: list[float] = []
        self.cpu: list[float] = []

    def start(self) -> None:
        if self.learner:
            self.learner.again()
        terminal = Terminal(self.command, self.learner.environ if self.learner else {})
        if self.asks:
            terminal.until(self.asks[0])
            terminal.type(self.asks[1])
        self.wall.append(terminal.until(self.shows))
        self.cpu.append(terminal.kill())


def peers(folder: Path) -> dict[str, Contender]:
    """mkdocs-quiz and quizmd, each with a file of its own of `PEER_QUESTIONS`."""
    bins = Path(os.environ.get("NLP_DOJO_PEERS", "/nonexistent")) / "bin"
    tick, plain = "- [x] L1\n- [ ] L2\n- [ ] Dropout\n", "- L1\n- L2\n- Dropout\n"
    stem = "Which penalty drives weights to exactly zero?"
    (folder / "mkdocs.md").write_text("# Quiz\n" + f"\n<quiz>\n{stem}\n{tick}\nA kink.\n</quiz>\n" * PEER_QUESTIONS)
    questions = [
        f"\n## Question {number + 1}\n{stem}\n\n{plain}\nAnswer: 1\nType: single\nTime: 20\nExplanation: A kink.\n"
        for number in range(PEER_QUESTIONS)
    ]
    (folder / "quizmd.md").write_text("# Quiz\n" + "".join(questions))
    found = {}
    for name, call in (("mkdocs-quiz", ["run", "mkdocs.md"]), ("quizmd", ["quizmd.md"])):
        if (bins / name).exists():
            found[name] = Contender([str(bins / name), *call[:-1], str(folder / call[-1])], "Which penalty")
        else:
            print(f"{name}: not measured, NLP_DOJO_PEERS names no environment that has it")
    if "quizmd" in found:
        found["quizmd"].asks = ("Press Enter", "\r")  # its page of rules
    return found


def forget_files(folders: list[Path]) -> None:
    """Has the system drop these files from its cache, as far as nobody has them mapped."""
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                with path.open("rb") as file:
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def race(title: str, contenders: dict[str, Contender], rounds: int, before: Callable[[], None] = lambda: None) -> None:
    """Lets the contenders take turns, and tells their medians beside the first one's."""
    order = list(contenders.values())
    for number in range(rounds + 1):
        for contender in random.sample(order, len(order)):
            before()
            contender.start()
        if number == 0:  # the round that fills the caches
            for contender in order:
                contender.wall.clear()
                contender.cpu.clear()
    wall, cpu = (statistics.median(order[0].wall), statistics.median(order[0].cpu))
    print(f"{title}: medians of {rounds}, {load()}")
    for name, it in contenders.items():
        spread = statistics.quantiles(it.wall, n=4)
        print(
            f"  {name:44} {statistics.median(it.wall) * 1000:7.1f} ms ({spread[0] * 1000:.0f} to {spread[2] * 1000:.0f})"
            f"  {statistics.median(it.wall) / wall:5.2f}   CPU {statistics.median(it.cpu) * 1000:7.1f} ms "
            f"{statistics.median(it.cpu) / cpu:5.2f}",
            flush=True,
        )


def load() -> str:
    return "load average {:.1f} {:.1f} {:.1f}".format(*os.getloadavg())
