"""How fast a verdict comes, side by side with others in one run: python -m benchmarks.grading [PART…]

watch: from save to verdict, warm, in both tiers, against a fresh `python -m pytest` on the same suite.
drill: from save to the verdict on the screen of `dojo drill`, committed to the log, against the same.
peers: the same four plain tests here, and under gradescope-utils without a sandbox (pip install gradescope-utils).
where: what of it goes into the fork, the walls, the import and the tests, and what the bare test functions cost.

Medians in milliseconds and ratios; nothing here is a test.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.terminal import Terminal
from dojo.drill.watch import watch
from dojo.progress import FILE_NAME, open_progress
from grader.catalogue import Kata, load
from grader.content import content_root
from grader.judge.grading import Grading
from grader.judge.needs import content_folders, imports_for, room_limits
from grader.judge.rooms import Rooms
from grader.judge.run import grade_each
from grader.judge.submissions import Job
from grader.judge.verdicts import Result
from grader.sandbox.tiers import Tier
from tests.grader import toy_content

ROOT = content_root({})
KATAS = load(ROOT)
SLUGS = ("stable_softmax", "self_attention")
PLAIN_TESTS = """
from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner
import unittest
from stable_softmax import softmax


class Test(unittest.TestCase):
    def test_shares(self):
        self.assertAlmostEqual(softmax([0.0, 0.0])[0], 0.5)

    def test_large(self):
        self.assertAlmostEqual(softmax([1000.0, 1000.0])[1], 0.5)

    def test_masked(self):
        self.assertEqual(softmax([0.0, float("-inf")])[1], 0.0)

    def test_empty(self):
        self.assertRaises(ValueError, softmax, [])


JSONTestRunner(visibility="visible").run(unittest.defaultTestLoader.loadTestsFromTestCase(Test))
"""
PLAIN_SUITE = '''
from grader.judge.suite import close, raises, same


def test_shares(submission):
    """Shares.

    份额。
    """
    close(submission.softmax([0.0, 0.0]), [0.5, 0.5])


def test_large(submission):
    """Large.

    大。
    """
    close(submission.softmax([1000.0, 1000.0]), [0.5, 0.5])


def test_masked(submission):
    """Masked.

    掩码。
    """
    same(submission.softmax([0.0, float("-inf")]), [1.0, 0.0])


def test_empty(submission):
    """Empty.

    空。
    """
    raises(ValueError, submission.softmax, [])
'''


def milliseconds(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    return f"{statistics.median(seconds) * 1000:8.1f} ms median, {ordered[len(ordered) * 9 // 10] * 1000:8.1f} ms p90"


def saves(kata: Kata, tier: Tier, count: int) -> list[float]:
    """Seconds from the write of a file to its verdict in watch mode, `count` times."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{kata.slug}.py"
        source = kata.reference.read_text(encoding="utf-8")
        file.write_text(source)
        verdicts = watch(kata, file, tier)
        next(verdicts)
        taken = []
        for number in range(count):
            time.sleep(0.15)
            started = time.perf_counter()
            file.write_text(f"{source}# {number}\n")
            result, _ = next(verdicts)
            taken.append(time.perf_counter() - started)
            assert result.verdict == "passed", result
        verdicts.close()
        return taken


def in_one_process(kata: Kata, submission: Path, **more: str) -> str:
    """What a `python -m pytest` on the kata's own suite prints, in process with the submission.

    PyTorch has one thread, as in our rooms: with two, which wait for each other here, it would take longer.
    """
    environ = {
        **os.environ,
        "OMP_NUM_THREADS": "1",
        "BENCH_SUBMISSION": str(submission),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        **more,
    }
    call = [sys.executable, "-m", "pytest", "-q", "-p", "grader.judge.plugin", "-p", "benchmarks.in_process"]
    done = subprocess.run(
        [*call, "-p", "no:cacheprovider", str(kata.suite)], cwd=ROOT, env=environ, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def fresh_pytest(kata: Kata, submission: Path) -> float:
    """Seconds of such a process, from its start to its end."""
    started = time.perf_counter()
    in_one_process(kata, submission)
    return time.perf_counter() - started


def bench_watch() -> None:
    for slug in SLUGS:
        kata = KATAS[slug]
        base = [fresh_pytest(kata, kata.reference) for _ in range(5)]
        print(f"{slug:16} python -m pytest, fresh        {milliseconds(base)}")
        for tier in (Tier.FULL, Tier.LOCKED):
            taken = saves(kata, tier, 25)
            ratio = statistics.median(base) / statistics.median(taken)
            print(f"{slug:16} save to verdict, {tier.value:6}        {milliseconds(taken)}   1/{ratio:.1f} of it")


def drill_saves(kata: Kata, count: int) -> list[float]:
    """Seconds from the write of a file to its verdict on the screen of a drill, `count` times."""
    worth = wrong_by_points(kata)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        with open_progress(home / FILE_NAME, time.time) as progress:
            drill = progress.record_step(
                "drill", "begin", katas=[[kata.slug, 60]], minutes=60.0, folder=str(home / "d")
            )
            progress.record_step("drill", "start", drill, kata.slug)
        terminal = Terminal(
            [str(Path(sys.executable).with_name("dojo")), "drill"], {"DOJO_HOME": name, "DOJO_LANG": "en"}
        )
        terminal.until(re.compile(rb"edit "))
        file = home / "d" / kata.slug / f"{kata.slug}.py"
        taken = []
        for number in range(count + 2):
            points, source = worth[number % 2]
            seen = len(terminal.seen)
            started = time.perf_counter()
            file.write_text(f"{source}# {number}\n")
            while f"  {points} points".encode() not in terminal.seen[seen:]:
                if not terminal.read(60):
                    raise RuntimeError(f"no verdict: {terminal.seen[-2000:]!r}")
            taken.append(time.perf_counter() - started)
            time.sleep(0.15)
        terminal.kill()
        return taken[2:]


def wrong_by_points(kata: Kata) -> list[tuple[str, str]]:
    """Two wrong solutions that get different points, so that each verdict repaints the line; `3/19` and the source."""
    found: dict[str, str] = {}
    with Rooms(Tier.FULL, imports_for([kata]), content_folders(ROOT)) as rooms:
        sources = [path.read_text(encoding="utf-8") for path in sorted((kata.solution / "wrong").glob("*.py"))]
        jobs = [Job(kata.slug, source.encode()) for source in sources]
        results: list[Result] = []
        grade_each(jobs, [kata], rooms, lambda _, result: results.append(result))
        for result, source in zip(results, sources, strict=True):
            found.setdefault(f"{result.points:g}/{result.max_points:g}", source)
    return list(found.items())[:2]


def bench_drill() -> None:
    for slug in SLUGS:
        kata = KATAS[slug]
        base = [fresh_pytest(kata, kata.reference) for _ in range(5)]
        taken = drill_saves(kata, 25)
        ratio = statistics.median(base) / statistics.median(taken)
        print(f"{slug:16} python -m pytest, fresh        {milliseconds(base)}")
        print(f"{slug:16} save to verdict in a drill     {milliseconds(taken)}   1/{ratio:.1f} of it")


def plain_kata(content: Path) -> Kata:
    """`stable_softmax` with the four plain tests as its suite, in a content folder of its own."""
    kata = KATAS["stable_softmax"]
    shutil.copytree(kata.folder, content / "katas/toys" / kata.slug)
    shutil.copytree(kata.solution, content / "solutions/toys" / kata.slug)
    toy_content.put(content, f"solutions/toys/{kata.slug}/test_hidden.py", PLAIN_SUITE)
    toy_content.put(content, f"katas/toys/{kata.slug}/test_examples.py", "")
    return load(content)[kata.slug]


def bench_peers() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        toy_content.put(folder, "run_tests.py", PLAIN_TESTS)
        shutil.copy(KATAS["stable_softmax"].reference, folder)
        theirs = []
        for _ in range(15):
            started = time.perf_counter()
            done = subprocess.run([sys.executable, "run_tests.py"], cwd=folder, capture_output=True, text=True)
            theirs.append(time.perf_counter() - started)
            assert '"status": "failed"' not in done.stdout
            assert done.returncode == 0, done.stderr
        print(f"four plain tests, gradescope-utils              {milliseconds(theirs)}")
        kata = plain_kata(folder / "content")
        for tier in (Tier.FULL, Tier.LOCKED):
            taken = saves(kata, tier, 25)
            ratio = statistics.median(theirs) / statistics.median(taken)
            print(f"four plain tests, save to verdict, {tier.value:6}      {milliseconds(taken)}   1/{ratio:.1f} of it")


def bench_where() -> None:
    """What one submission costs, step by step, and all of it."""
    for slug in SLUGS:
        kata = KATAS[slug]
        source, limits = kata.reference.read_bytes(), room_limits(kata)
        bare = [milliseconds_of_bare_tests(kata) for _ in range(5)]
        steps: dict[str, list[float]] = {"fork and walls": [], "import": [], "end of the room": []}
        with Rooms(Tier.FULL, imports_for([kata]), content_folders(ROOT)) as rooms:
            for _ in range(25):
                clock = [time.perf_counter()]
                room = rooms.open(limits)
                clock.append(time.perf_counter())
                grading = Grading(kata, source, lambda room=room: room)  # type: ignore[misc]  # it is bound at once
                grading.ready()
                clock.append(time.perf_counter())
                grading.close()
                clock.append(time.perf_counter())
                for name, began, ended in zip(steps, clock, clock[1:], strict=False):
                    steps[name].append(ended - began)
            steps["all"] = seconds_of_verdicts(kata, rooms, 25)
        for name, seconds in steps.items():
            print(f"{slug:16} {name:20} {milliseconds(seconds)}")
        print(f"{slug:16} {'bare test functions':20} {statistics.median(bare):8.1f} ms median, without a crossing")


def seconds_of_verdicts(kata: Kata, rooms: Rooms, count: int) -> list[float]:
    results: list[Result] = []
    jobs = [Job(kata.slug, kata.reference.read_bytes())] * (count + 1)
    grade_each(jobs, [kata], rooms, lambda _, result: results.append(result))
    return [result.seconds for result in results[1:]]


def milliseconds_of_bare_tests(kata: Kata) -> float:
    """What the functions of a suite take in one process with the reference, without pytest around them."""
    said = re.search(r"bare test functions: ([0-9.]+) ms", in_one_process(kata, kata.reference, BENCH_BARE="1"))
    assert said is not None
    return float(said[1])


if __name__ == "__main__":
    parts = {"watch": bench_watch, "drill": bench_drill, "where": bench_where, "peers": bench_peers}
    for part in sys.argv[1:] or parts:
        parts[part]()
