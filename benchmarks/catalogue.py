"""A cohort over the whole catalogue, through the command line: python -m benchmarks.catalogue [PART…] [COUNT…]

rate: `dojo grade` on COUNT submissions (10, 300, 3,000 and 10,000), ten a member, with one and two processes, from the
call to its end; the largest process; verdicts that differ between the two; and a pytest process each, two at a time, on
one reference of every kata.
dask: the same on two Dask workers of this machine with a thread each, against two local processes; the largest process
of the organiser and of the workers.
cache: the same folder graded again, unchanged.
board: size of the HTML board of all members, and how long Chromium takes until it can be filtered.
similar: `dojo similar` on all members, whose files are copies of some 1,300 texts: the worst case.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

from benchmarks.grading import KATAS, fresh_pytest
from grader.catalogue import Kata
from tests.grader.cohort.running_cluster import command_lines, running_cluster

COUNTS = (10, 300, 3000, 10000)
EACH = 10  # submissions a member
CORES = 2


@contextmanager
def cohort(count: int) -> Iterator[Path]:
    """A folder of `count` submissions over all katas, a right and a wrong one in turn; no two files the same."""
    with tempfile.TemporaryDirectory() as name:
        katas = list(KATAS.values())
        for number in range(count):
            kata, turn = katas[number % len(katas)], number // len(katas)
            right = [kata.reference, *sorted(kata.solution.glob("right/*.py"))]
            wrong = sorted(kata.solution.glob("wrong/*.py"))
            source = (right, wrong)[(number + turn) % 2]
            path = Path(name, "submissions", f"member{number // EACH:04}", f"{kata.slug}.py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(source[turn // 2 % len(source)].read_bytes() + f"\n# {number}\n".encode())
        yield Path(name)


def ran(place: Path, *args: str) -> tuple[float, float]:
    """Seconds of a call of dojo in the cohort's folder, and the peak of its largest process in MB."""
    started = time.perf_counter()
    env = {**os.environ, "DOJO_HOME": str(place / "home"), "DOJO_LANG": "en"}
    process = subprocess.Popen(
        [sys.executable, "-m", "dojo", *args], cwd=place, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"dojo {' '.join(args)}: {said.decode()[-2000:]}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def verdicts(place: Path, name: str) -> list[tuple[str, str, str]]:
    results = json.loads((place / name).read_bytes())["results"]
    return [(one["member"], one["kata"], one["verdict"]) for one in results]


def in_pytest(kata: Kata) -> float | None:
    """Seconds of a fresh pytest on the reference; None where the suite needs the judge (it lends tools and counts)."""
    try:
        return fresh_pytest(kata, kata.reference)
    except AssertionError:
        return None


def bench_rate(counts: tuple[int, ...]) -> None:
    with ThreadPoolExecutor(CORES) as pool:
        taken = [seconds for seconds in pool.map(in_pytest, KATAS.values()) if seconds]
    theirs = CORES * len(taken) / sum(taken)
    print(f"pytest, {CORES} at a time: {theirs:.2f}/s on {len(taken)} references of {len(KATAS)}", flush=True)
    for count in counts:
        with cohort(count) as place:
            for jobs in (1, CORES):
                args = ("submissions", "--no-cache", "--jobs", str(jobs), "--json", f"{jobs}.json")
                seconds, peak = ran(place, "grade", *args)
                rate = count / seconds
                print(
                    f"{count:6} with {jobs}: {seconds:.1f} s, {rate:.1f}/s, {rate / theirs:.1f} times; {peak:.0f} MB",
                    flush=True,
                )
            one, two = verdicts(place, "1.json"), verdicts(place, f"{CORES}.json")
            print(f"{count:6} verdicts that differ: {sum(a != b for a, b in zip(one, two, strict=True))}", flush=True)


def bench_dask(counts: tuple[int, ...]) -> None:
    for count in counts:
        with cohort(count) as place, running_cluster(place / "cluster") as cluster:
            workers = [cluster.worker(name=name) for name in "ab"]
            local, _ = ran(place, "grade", "submissions", "--no-cache", "--jobs", str(CORES), "--json", "local.json")
            args = ("submissions", "--no-cache", "--dask", cluster.address, "--json", "dask.json")
            seconds, peak = ran(place, "grade", *args)
            differ = sum(
                a != b for a, b in zip(verdicts(place, "local.json"), verdicts(place, "dask.json"), strict=True)
            )
            grown = max(high_water(pid) for pid, line in command_lines() if str(place / "cluster") in line)
            print(f"{count:6} on {len(workers)} workers: {seconds:.1f} s, here {local:.1f} s", flush=True)
            print(f"{count:6} verdicts that differ: {differ}; {peak:.0f} MB here, {grown:.0f} MB there", flush=True)


def high_water(pid: int) -> float:
    """The most memory that a process has had, in MB."""
    with suppress(OSError):
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
        return int(found[1]) / 1024 if found else 0.0
    return 0.0


def bench_cache(counts: tuple[int, ...]) -> None:
    for count in counts:
        with cohort(count) as place:
            first, most = ran(place, "grade", "submissions")
            ran(place, "grade", "submissions")  # a time-out is kept when it has come twice
            again, peak = ran(place, "grade", "submissions", "--json", "again.json")
            errors = sum(one[2] in ("error", "memory", "timeout") for one in verdicts(place, "again.json"))
            print(f"{count:6} graded in {first:.1f} s, {most:.0f} MB", flush=True)
            print(f"{count:6} unchanged in {again:.2f} s, {peak:.0f} MB", flush=True)
            print(f"{count:6} of them {errors} errors or over a limit, which are graded again", flush=True)


def bench_board(counts: tuple[int, ...]) -> None:
    from playwright.sync_api import sync_playwright

    for count in counts:
        with cohort(count) as place:
            ran(place, "grade", "submissions", "--json", "results.json")
            seconds, _ = ran(place, "report", "results.json", "--format", "html", "--output", "board.html")
            size = (place / "board.html").stat().st_size / 1e6
            with sync_playwright() as play:
                browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
                page = browser.new_page(viewport={"width": 1200, "height": 800})
                started = time.perf_counter()
                page.goto((place / "board.html").as_uri())
                page.get_by_role("searchbox").first.fill("member0001")
                opened = time.perf_counter() - started
                browser.close()
            made = f"{size:.1f} MB, written in {seconds:.1f} s"
            print(f"{count // EACH:6} members: {made}, opened and filtered in {opened:.1f} s", flush=True)


def bench_similar(counts: tuple[int, ...]) -> None:
    for count in counts:
        with cohort(count) as place:
            seconds, peak = ran(place, "similar", "submissions", "--csv", "pairs.csv")
            pairs = (place / "pairs.csv").read_bytes().count(b"\n") - 1
            print(
                f"{count // EACH:6} members, {count} files: {pairs} pairs in {seconds:.1f} s; {peak:.0f} MB", flush=True
            )


if __name__ == "__main__":
    parts = {
        "rate": bench_rate,
        "dask": bench_dask,
        "cache": bench_cache,
        "board": bench_board,
        "similar": bench_similar,
    }
    named = [arg for arg in sys.argv[1:] if arg in parts]
    sizes = tuple(int(arg) for arg in sys.argv[1:] if arg.isdigit())
    for part in named or parts:
        parts[part](sizes or (COUNTS if part == "rate" else COUNTS[-1:]))
