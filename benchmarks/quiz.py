"""How fast a quiz starts and how safely it keeps answers, beside others in one run: python -m benchmarks.quiz [PART…]

start: from the spawn to the first stem on a terminal, real banks and generated ones, against a printed panel and peers.
answers: an answer on disk against a bare SQLite commit of the same durability.
compile: banks of 10,000 questions opened for the first time, after one file was edited, and unchanged.
killed: sessions killed at random moments; what was shown and is not in the log.

Peers run where NLP_DOJO_PEERS names a virtual environment that has mkdocs-quiz and quizmd. Contenders take turns, in
another order each round. Nothing here is a test.
"""

from __future__ import annotations

import functools
import os
import random
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from benchmarks.banks import Learner, generated, real
from benchmarks.killed import bench_killed
from benchmarks.terminal import Terminal
from dojo.bank.bank import open_bank
from dojo.marking.answer import ChoiceAnswer
from dojo.progress import FILE_NAME, Plan, Planned, Progress, open_progress
from dojo.quiz.choose import again
from dojo.quiz.journal import Journal
from dojo.quiz.session import Session

DOJO = str(Path(sys.executable).with_name("dojo"))
PANEL = "from rich.console import Console; from rich.panel import Panel; Console().print(Panel('Which penalty?'))"
OPEN = """
import resource, sys, time
from pathlib import Path
started = time.perf_counter()
from dojo.bank.bank import open_bank
count = len(open_bank(Path(sys.argv[1]), Path(sys.argv[2])).entries())
print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, count)
"""
GIVEN = {"given": {"type": "ChoiceAnswer", "place": 0}, "variant": {"order": [2, 0, 1, 3]}, "hint": False}
STEM = re.compile(rb"\x1b\[3;1H\x1b\[2K (?:[^\x1b]|\x1b\[[\d;]*m)*\w\w")  # the row under the header and its rule
PENALTY = re.compile(rb"Which penalty")


class Contender:
    """Something whose start is measured, until it shows `wanted`; a page before that which `asks` gets Enter."""

    def __init__(
        self,
        command: list[str],
        wanted: re.Pattern[bytes],
        learner: Learner | None = None,
        asks: re.Pattern[bytes] | None = None,
    ) -> None:
        self.command, self.wanted, self.learner, self.asks = command, wanted, learner, asks
        self.wall: list[float] = []
        self.cpu: list[float] = []

    def start(self, before: Callable[[], None]) -> None:
        if self.learner:
            self.learner.restore()
        before()
        terminal = Terminal(self.command, self.learner.environ if self.learner else {"HOME": tempfile.gettempdir()})
        if self.asks:
            terminal.until(self.asks)
            terminal.type("\r")
        self.wall.append(terminal.until(self.wanted))
        self.cpu.append(terminal.kill())


def peers(folder: Path, count: int = 10) -> dict[str, Contender]:
    """mkdocs-quiz and quizmd with `count` questions of three options, in the format of each."""
    stem, options = "Which penalty drives weights to exactly zero?", "L1\n- {0}L2\n- {0}Dropout\n"
    one = f"\n<quiz>\n{stem}\n- [x] {options.format('[ ] ')}\nIt has a kink at zero.\n</quiz>\n"
    other = f"{stem}\n\n- {options.format('')}\nAnswer: 1\nType: single\nTime: 20\nExplanation: A kink at zero.\n"
    (folder / "one.md").write_text("# Quiz\n" + one * count)
    (folder / "other.md").write_text("# Quiz\n" + "".join(f"\n## Question {n + 1}\n{other}" for n in range(count)))
    bins = Path(os.environ.get("NLP_DOJO_PEERS", "no-environment"), "bin").absolute()
    found = {
        "mkdocs-quiz run, 10 questions": Contender([str(bins / "mkdocs-quiz"), "run", str(folder / "one.md")], PENALTY),
        "quizmd, 10 questions, Enter at once": Contender(
            [str(bins / "quizmd"), str(folder / "other.md")], PENALTY, asks=re.compile(b"Press Enter")
        ),
    }
    for name in [name for name, peer in found.items() if not Path(peer.command[0]).exists()]:
        print(f"{name}: not measured, NLP_DOJO_PEERS names no environment that has it")
        del found[name]
    return found


def forget(folders: list[Path]) -> None:
    """Has the system drop the files from its cache, as far as no process has them mapped."""
    for folder in folders:
        for place, _, files in os.walk(folder):
            for name in files:
                with suppress(FileNotFoundError), Path(place, name).open("rb") as file:
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def afresh(field: dict[str, Contender], labels: list[str]) -> dict[str, Contender]:
    """These contenders for another race."""
    return {label: Contender(field[label].command, field[label].wanted, field[label].learner) for label in labels}


def race(title: str, contenders: dict[str, Contender], rounds: int, before: Callable[[], None] = lambda: None) -> None:
    """Lets them take turns after a round that does not count, and tells their medians beside the first one's."""
    runners = list(contenders.values())
    for number in range(rounds + 1):
        for contender in random.sample(runners, len(runners)):
            contender.start(before)
            if number == 0:
                contender.wall, contender.cpu = [], []
    print(f"{title}: medians of {rounds} (quartiles), times the first one's; CPU alike; {load()}")
    for name, it in contenders.items():
        low, middle, high = (1000 * part for part in statistics.quantiles(it.wall, n=4))
        wall, cpu = middle / 1000 / statistics.median(runners[0].wall), statistics.median(it.cpu)
        times = cpu / statistics.median(runners[0].cpu)
        print(f"  {name:40} {middle:7.0f} ms ({low:.0f} to {high:.0f}) {wall:6.2f}   {cpu * 1000:7.0f} ms {times:6.2f}")
    sys.stdout.flush()


def load() -> str:
    return "load average {:.1f} {:.1f} {:.1f}".format(*os.getloadavg())


def bench_start() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        contents = {
            "the real banks": real(folder / "real"),
            "10,000 questions": generated(folder / "10", 10_000),
            "50,000 questions": generated(folder / "50", 50_000),
        }
        quiz = functools.partial(Contender, [DOJO, "quiz"], STEM)
        field = {"python -c, a rich panel": Contender([sys.executable, "-c", PANEL], PENALTY)}
        field["dojo --help"] = Contender([DOJO, "--help"], re.compile(b"doctor"))
        learners = {size: Learner(content, folder / f"home {size}", 200) for size, content in contents.items()}
        field |= {f"dojo quiz, {size}": quiz(learner) for size, learner in learners.items()}
        many = Learner(contents["10,000 questions"], folder / "home 10,000 questions", 5_000)
        field["dojo quiz, 10,000, after 5,000 answers"] = quiz(many)
        race("start, files in the system's cache", {**field, **peers(folder)}, 21)
        packages = Path(sysconfig.get_path("purelib"))
        ours = [Path(__file__).parent.parent / room for room in ("dojo", "grader")]
        places = [packages / package for package in ("click", "msgspec", "rich", "platformdirs", "__pycache__")]
        stdlib = [path for path in Path(sysconfig.get_path("stdlib")).iterdir() if path.name != "site-packages"]
        places += [*stdlib, Path(DOJO).parent, *ours, folder]
        os.sync()  # what is not on the disk yet is not dropped from the cache
        race("start, files to be read from the disk", afresh(field, list(field)), 15, lambda: forget(places))
        fresh = afresh(field, ["python -c, a rich panel", "dojo quiz, the real banks"])
        caches = folder / "home the real banks" / "cache"
        race("start, no bank compiled yet", fresh, 5, lambda: shutil.rmtree(caches, ignore_errors=True))


def bare_log(path: Path) -> sqlite3.Connection:
    """A table in a file as durable as the log's: write-ahead, flushed at each commit."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "fullfsync = ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE IF NOT EXISTS bare (number INTEGER PRIMARY KEY, body TEXT)")
    return connection


def commit(bare: sqlite3.Connection) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare.execute("INSERT INTO bare (body) VALUES (?)", (str(GIVEN),))
    bare.execute("COMMIT")


def record(progress: Progress, session: int, planned: Planned) -> None:
    progress.record_answer(
        session, question=planned.question, topic="any", seed=planned.seed, answer=GIVEN, outcome="right", score=1.0,
        seconds=9.0,
    )  # fmt: skip


def bench_answers(sessions: int = 40) -> None:
    """Sessions of ten choice questions, each way of keeping an answer in a file of its own."""
    for before in (0, 5_000):
        taken: dict[str, list[float]] = {"bare commit": [], "record_answer": [], "marked and recorded": []}
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            content = real(folder / "content")
            Learner(content, folder / "one", before)
            Learner(content, folder / "other", before)
            bank = open_bank(content, folder / "one" / "cache" / "banks")
            choices = [entry.id for entry in bank.entries() if entry.kind == "choice"]
            for seed in range(sessions):
                plan = again(random.Random(seed).sample(choices, 10), seed)
                bare = bare_log(folder / "bare.db")
                with (
                    open_progress(folder / "one" / FILE_NAME, time.time) as one,
                    open_progress(folder / "other" / FILE_NAME, time.time) as other,
                ):
                    log, session = one.begin_session(Plan(tuple(plan))), Session(bank, plan, Journal(other), "en", {})
                    for planned in plan:
                        assert session.current, "drawn before the clock runs"
                        turns: dict[str, Callable[[], object]] = {
                            "bare commit": functools.partial(commit, bare),
                            "record_answer": functools.partial(record, one, log, planned),
                            "marked and recorded": functools.partial(session.answer, ChoiceAnswer(0), 9.0),
                        }
                        for turn in random.sample(sorted(turns), len(turns)):
                            started = time.perf_counter()
                            turns[turn]()
                            taken[turn].append(time.perf_counter() - started)
                bare.close()
        base = statistics.median(taken["bare commit"])
        print(f"an answer on disk, {before} in the log: medians of {10 * sessions}, {load()}")
        for turn, seconds in taken.items():
            middle = statistics.median(seconds)
            print(f"  {turn:40} {middle * 1000:7.2f} ms, {(middle - base) * 1000:+.2f} ms")
    sys.stdout.flush()


def opened(content: Path, cache: Path) -> tuple[float, float]:
    """Seconds and MB of a new process that opens the banks."""
    call = [sys.executable, "-c", OPEN, str(content), str(cache)]
    environ = {"PATH": os.environ["PATH"]}  # without PYTHONDONTWRITEBYTECODE, say
    done = subprocess.run(call, env=environ, capture_output=True, text=True, check=True)
    seconds, kilobytes, count = done.stdout.split()
    assert count == "10000", done.stdout
    return float(seconds), float(kilobytes) / 1024


def bench_compile() -> None:
    with tempfile.TemporaryDirectory() as name:
        content = generated(Path(name, "content"), 10_000)
        bank = content / "questions" / "topic_00.yaml"
        found: dict[str, list[tuple[float, float]]] = {"first": [], "one file of 14 edited": [], "unchanged": []}
        for number in range(3):
            cache = Path(name, f"cache {number}")
            found["first"].append(opened(content, cache))
            for turn in range(3):
                source = bank.read_text(encoding="utf-8")
                bank.write_text(source.replace("level: 1", "level: 2", 1) + f"# {number} {turn}\n", encoding="utf-8")
                found["one file of 14 edited"].append(opened(content, cache))
            time.sleep(2.5)  # an edit of this age is told by the file's times alone
            opened(content, cache)
            found["unchanged"] += [opened(content, cache) for _ in range(5)]
    print(f"banks of 10,000 questions opened in a new process, {load()}")
    for what, taken in found.items():
        seconds, megabytes = (statistics.median(part) for part in zip(*taken, strict=True))
        print(f"  {what:24} {seconds * 1000:8.0f} ms, peak {megabytes:.0f} MB, median of {len(taken)}")


if __name__ == "__main__":
    parts = {"start": bench_start, "answers": bench_answers, "compile": bench_compile, "killed": bench_killed}
    for part in sys.argv[1:] or parts:
        parts[part]()
