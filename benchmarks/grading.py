"""How fast a verdict comes, side by side with others in one run: python -m benchmarks.grading [PART…]

watch: from save to verdict, warm, in both tiers, against a fresh `python -m pytest` on the same suite.
peers: the same four plain tests here, and under gradescope-utils without a sandbox (pip install gradescope-utils).
cohort: submissions a second on 2 cores, against a pytest process each, two at a time.
memory: the judge's and its rooms' peak for 10, 300 and 3,000 submissions.

Medians in milliseconds and ratios; nothing here is a test.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dojo.drill.watch import watch
from grader.catalogue import Kata, load
from grader.cohort.discovery import Found
from grader.cohort.pool import Plan, grade_all
from grader.content import content_root
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
from grader.judge.suite import close, raises


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
    close(submission.softmax([0.0, float("-inf")]), [1.0, 0.0])


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
            result = next(verdicts)
            taken.append(time.perf_counter() - started)
            assert result.verdict == "passed", result
        verdicts.close()  # type: ignore[attr-defined]  # a generator
        return taken


def fresh_pytest(kata: Kata, submission: Path) -> float:
    """Seconds of a `python -m pytest` on the kata's own suite, in process with the submission."""
    environ = {**os.environ, "BENCH_SUBMISSION": str(submission), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    call = [sys.executable, "-m", "pytest", "-q", "-p", "grader.judge.plugin", "-p", "benchmarks.in_process"]
    started = time.perf_counter()
    done = subprocess.run(
        [*call, "-p", "no:cacheprovider", str(kata.suite)], cwd=ROOT, env=environ, capture_output=True, text=True
    )
    taken = time.perf_counter() - started
    assert "passed" in done.stdout, done.stdout + done.stderr
    return taken


def bench_watch() -> None:
    for slug in SLUGS:
        kata = KATAS[slug]
        base = [fresh_pytest(kata, kata.reference) for _ in range(5)]
        print(f"{slug:16} python -m pytest, fresh        {milliseconds(base)}")
        for tier in (Tier.FULL, Tier.LOCKED):
            taken = saves(kata, tier, 25)
            ratio = statistics.median(base) / statistics.median(taken)
            print(f"{slug:16} save to verdict, {tier.value:6}        {milliseconds(taken)}   1/{ratio:.1f} of it")


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
        content = folder / "content"
        shutil.copytree(ROOT / "katas/information_theory/stable_softmax", content / "katas/toys/stable_softmax")
        shutil.copytree(ROOT / "solutions/information_theory/stable_softmax", content / "solutions/toys/stable_softmax")
        toy_content.put(content, "solutions/toys/stable_softmax/test_hidden.py", PLAIN_SUITE)
        toy_content.put(content, "katas/toys/stable_softmax/test_examples.py", "")
        for tier in (Tier.FULL, Tier.LOCKED):
            taken = saves(load(content)["stable_softmax"], tier, 25)
            ratio = statistics.median(theirs) / statistics.median(taken)
            print(f"four plain tests, save to verdict, {tier.value:6}      {milliseconds(taken)}   1/{ratio:.1f} of it")


def mixed(kata: Kata, folder: Path, count: int) -> Iterator[Found]:
    """`count` submissions, good and wrong ones in turn, no two the same."""
    sources = [kata.reference, *sorted(kata.solution.glob("right/*.py")), *sorted(kata.solution.glob("wrong/*.py"))]
    for number in range(count):
        path = folder / str(number) / f"{kata.slug}.py"
        path.parent.mkdir(parents=True)
        path.write_text(sources[number % len(sources)].read_text(encoding="utf-8") + f"\n# {number}\n")
        yield Found(str(number), kata.slug, path)


def plan_for(kata: Kata) -> Plan:
    return Plan(str(ROOT), (kata.slug,), Tier.FULL.value, None)


def bench_cohort(count: int = 300, sample: int = 16) -> None:
    for slug in SLUGS:
        kata = KATAS[slug]
        with tempfile.TemporaryDirectory() as name:
            found = list(mixed(kata, Path(name), count))
            together: dict[int, Result] = {}
            started = time.perf_counter()
            grade_all(found, plan_for(kata), 2, together.__setitem__)
            ours = count / (time.perf_counter() - started)
            with ThreadPoolExecutor(2) as pool:
                started = time.perf_counter()
                list(pool.map(fresh_pytest, [kata] * sample, [kata.reference] * sample))
                theirs = sample / (time.perf_counter() - started)
            alone: dict[int, Result] = {}
            grade_all(found[:60], plan_for(kata), 1, alone.__setitem__)
            other = sum(alone[index].verdict != together[index].verdict for index in alone)
            print(f"{slug:16} {ours:7.1f} submissions/s, pytest {theirs:5.2f}: {ours / theirs:.0f} times as many")
            print(f"{slug:16} verdicts that differ when graded one by one: {other} of {len(alone)}")


def bench_memory() -> None:
    kata = KATAS["stable_softmax"]
    for count in (10, 300, 3000):
        pid = os.fork()
        if pid == 0:
            with tempfile.TemporaryDirectory() as name:
                grade_all(list(mixed(kata, Path(name), count)), plan_for(kata), 1, lambda *_: None)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            print(f"{count:5} submissions: judge's peak {peak / 1024:.0f} MB", flush=True)
            os._exit(0)
        os.waitpid(pid, 0)


if __name__ == "__main__":
    parts = {"watch": bench_watch, "peers": bench_peers, "cohort": bench_cohort, "memory": bench_memory}
    for part in sys.argv[1:] or parts:
        parts[part]()
