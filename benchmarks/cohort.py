"""A folder of submissions on two cores: python -m benchmarks.cohort [PART…]

rate: submissions a second, against a pytest process each, two at a time, each on the whole suite in one process with
what it grades; whether a verdict differs from grading one by one, also while both cores are busy with something else;
then the same folder with hostile ones among them.
memory: a judge's peak for 10, 300 and 3,000 submissions.

Everything is counted from the call to the last verdict, the start of the processes included. `benchmarks.peers` has
nbgrader and otter.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from benchmarks.grading import KATAS, ROOT, SLUGS, fresh_pytest
from grader.catalogue import Kata
from grader.cohort.discovery import Found
from grader.cohort.pool import Plan, grade_all
from grader.judge.verdicts import Verdict
from grader.sandbox.tiers import Tier

HOSTILE = "tests/grader/cases"  # submissions of stable_softmax that hang, crash, leave, lie and take all the memory
CORES = 2


def mixed(kata: Kata, folder: Path, count: int, hostile: int = 0) -> Iterator[Found]:
    """`count` submissions, good and wrong ones in turn, then `hostile` ones spread among them; no two the same."""
    sources = [kata.reference, *sorted(kata.solution.glob("right/*.py")), *sorted(kata.solution.glob("wrong/*.py"))]
    bad = [path for kind in ("error", "timeout", "memory") for path in sorted((ROOT / HOSTILE / kind).glob("*.py"))]
    chosen = [sources[number % len(sources)] for number in range(count)]
    for number in range(hostile):
        chosen.insert(number * count // hostile, bad[number % len(bad)])
    for number, source in enumerate(chosen):
        path = folder / str(number) / f"{kata.slug}.py"
        path.parent.mkdir(parents=True)
        path.write_bytes(source.read_bytes() + f"\n# {number}\n".encode())
        yield Found(str(number), kata.slug, path)


def plan_for(kata: Kata) -> Plan:
    return Plan(str(ROOT), (kata.slug,), Tier.FULL.value, None)


def graded(kata: Kata, found: Sequence[Found], processes: int) -> tuple[float, dict[int, Verdict]]:
    """Seconds, and the verdicts by index."""
    verdicts: dict[int, Verdict] = {}
    started = time.perf_counter()
    grade_all(found, plan_for(kata), processes, lambda index, result: verdicts.update({index: result.verdict}))
    return time.perf_counter() - started, verdicts


@contextmanager
def busy_cores() -> Iterator[None]:
    """Both cores have something else to do."""
    spinning = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(CORES)]
    try:
        yield
    finally:
        for process in spinning:
            process.kill()
            process.wait()


def bench_rate(count: int = 300, sample: int = 16) -> None:
    for slug in SLUGS:
        kata = KATAS[slug]
        with tempfile.TemporaryDirectory() as name:
            found = list(mixed(kata, Path(name), count))
            seconds, together = graded(kata, found, CORES)
            with ThreadPoolExecutor(CORES) as pool:
                started = time.perf_counter()
                list(pool.map(fresh_pytest, [kata] * sample, [kata.reference] * sample))
                theirs = sample / (time.perf_counter() - started)
            ours = count / seconds
            print(f"{slug:16} {ours:.1f} submissions/s; pytest {theirs:.2f}: {ours / theirs:.0f} times")
            _, alone = graded(kata, found, 1)
            with busy_cores():
                _, under_load = graded(kata, found, CORES)
            for what, others in (("one by one", alone), ("while both cores are busy", under_load)):
                differ = sum(together[index] != others[index] for index in together)
                print(f"{slug:16} verdicts that differ when graded {what}: {differ} of {count}")
    bench_hostile(count)


def bench_hostile(count: int) -> None:
    kata = KATAS["stable_softmax"]
    with tempfile.TemporaryDirectory() as name:
        clean, _ = graded(kata, list(mixed(kata, Path(name, "clean"), count)), CORES)
        extra = count // 20
        seconds, verdicts = graded(kata, list(mixed(kata, Path(name, "mixed"), count, extra)), CORES)
    more = seconds - clean
    print(
        f"{kata.slug:16} {count}: {clean:.1f} s; with {extra} hostile ones {more:.1f} s more, {more / extra:.2f} each"
    )
    kinds = sorted(verdicts.values())
    print(f"{kata.slug:16} verdicts: {', '.join(f'{kinds.count(kind)} {kind}' for kind in sorted(set(kinds)))}")


def bench_memory() -> None:
    kata = KATAS["stable_softmax"]
    for count in (10, 300, 3000):
        pid = os.fork()
        if pid == 0:
            with tempfile.TemporaryDirectory() as name:
                graded(kata, list(mixed(kata, Path(name), count)), 1)
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
            print(f"{count:5} submissions: the judge's peak {peak / 1024:.0f} MB", flush=True)
            os._exit(0)
        os.waitpid(pid, 0)


if __name__ == "__main__":
    parts = {"rate": bench_rate, "memory": bench_memory}
    for part in sys.argv[1:] or parts:
        parts[part]()
