"""A cohort here and under notebook graders, in one run: NLP_DOJO_PEERS=… python -m benchmarks.peers [COUNT]

COUNT (20) submissions of `stable_softmax`, right and wrong, with the four plain tests of `benchmarks.grading`, two at a
time: `grade_all` here; nbgrader's autograde as a teacher calls it (one process) and in two courses at once, each with
half of the cohort; `otter run`, otter's grading without Docker. Each does its whole work from the call to the last
verdict, starting included; making the assignments is not counted. Then, test by test: where do verdicts differ?
Ours grades a folder of 300 besides. Theirs would take many minutes for it, which are reckoned, not measured: what two
submissions take, and for each of the others what each took beyond the first two of COUNT.

Not compared: otter's grading in containers; what a submission can forge or harm in a peer, which has no sandbox here;
the kata's own suite. Our four tests compare whole lists, the peers' one number of each, as
gradescope-utils' do. Peers run where NLP_DOJO_PEERS names a virtual environment with nbgrader, otter-grader and numpy.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.cohort import CORES, mixed
from benchmarks.grading import KATAS, PLAIN_TESTS, plain_kata
from grader.cohort.discovery import Found
from grader.cohort.pool import Plan, grade_all
from grader.judge.verdicts import Result, Verdict
from grader.sandbox.tiers import Tier
from tests.grader import toy_content

SLUG = "stable_softmax"
FOLDER = 300  # submissions
BIN = Path(os.environ.get("NLP_DOJO_PEERS", "no-environment"), "bin").absolute()
GRADEBOOK = """
import json, sys
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as book:
    graded = {s.student.id: s.notebooks[0].grades for s in book.assignment_submissions("softmax")}
    print(json.dumps({who: {g.name: g.score == 1 for g in grades} for who, grades in graded.items()}))
"""

Passed = dict[str, dict[str, bool]]  # by member and test
Grade = Callable[[Path, Sequence[Found]], tuple[float, Passed]]


def plain_tests() -> dict[str, str]:
    """The bodies of the four methods of `PLAIN_TESTS`; `self` is a `unittest.TestCase`."""
    methods = [node for node in ast.walk(ast.parse(PLAIN_TESTS)) if isinstance(node, ast.FunctionDef)]
    return {method.name: "\n".join(map(ast.unparse, method.body)) for method in methods}


def grade_here(folder: Path, cohort: Sequence[Found]) -> tuple[float, Passed]:
    plain_kata(folder)
    results: dict[int, Result] = {}
    started = time.perf_counter()
    grade_all(cohort, Plan(str(folder), (SLUG,), Tier.FULL.value, None), CORES, results.__setitem__)
    taken = time.perf_counter() - started
    return taken, {
        cohort[index].member or "": {test.name: test.verdict is Verdict.PASSED for test in result.tests}
        for index, result in results.items()
    }


def nbgrader(folder: Path, cohort: Sequence[Found]) -> tuple[float, Passed]:
    """One course, one call."""
    course = put_course(folder, cohort)
    started = time.perf_counter()
    call(course, "nbgrader", "autograde", "softmax")
    return time.perf_counter() - started, gradebook(course)


def nbgrader_twice(folder: Path, cohort: Sequence[Found]) -> tuple[float, Passed]:
    """Two courses side by side, so that no call waits for the other's gradebook."""
    courses = [put_course(folder / str(half), cohort[half::2]) for half in range(2)]
    with ThreadPoolExecutor(CORES) as pool:
        started = time.perf_counter()
        list(pool.map(lambda course: call(course, "nbgrader", "autograde", "softmax"), courses))
        taken = time.perf_counter() - started
    return taken, gradebook(courses[0]) | gradebook(courses[1])


def otter(folder: Path, cohort: Sequence[Found]) -> tuple[float, Passed]:
    """A process of `otter run` for each submission, two at a time."""
    for name, body in plain_tests().items():
        head = "from unittest import TestCase\nfrom otter.test_files import test_case\nOK_FORMAT = False\n"
        lines = "\n".join("    " + line for line in ["self = TestCase()", *body.splitlines()])
        test = f'{head}name = "{name}"\npoints = 1\n\n@test_case()\ndef {name}(softmax):\n{lines}\n'
        toy_content.put(folder, f"tests/{name}.py", test)
    call(folder, "otter", "generate", "-t", "tests", "-o", "autograder.zip")
    for one in cohort:
        put_notebook(folder / f"{one.member}/softmax.ipynb", {"softmax": one.path.read_text(encoding="utf-8")})

    def grade(one: Found) -> None:
        call(folder, "otter", "run", "-a", "autograder.zip", "-o", str(one.member), f"{one.member}/softmax.ipynb")

    with ThreadPoolExecutor(CORES) as pool:
        started = time.perf_counter()
        list(pool.map(grade, cohort))
        taken = time.perf_counter() - started
    graded = {one.member or "": json.loads((folder / f"{one.member}/results.json").read_bytes()) for one in cohort}
    names = plain_tests()
    return taken, {
        who: {test["name"]: test["score"] == test["max_score"] for test in told["tests"] if test["name"] in names}
        for who, told in graded.items()
    }


def put_course(folder: Path, cohort: Sequence[Found]) -> Path:
    """A course with one assignment of one notebook, released and handed in by everyone."""
    tests = {name: f"from unittest import TestCase\nself = TestCase()\n{body}" for name, body in plain_tests().items()}
    blank = KATAS[SLUG].starter.read_text(encoding="utf-8")
    put_notebook(folder / "source/softmax/softmax.ipynb", {"softmax": blank, **tests})
    call(folder, "nbgrader", "generate_assignment", "softmax", "--create")
    released = (folder / "release/softmax/softmax.ipynb").read_bytes()
    for one in cohort:
        handed_in = json.loads(released)
        handed_in["cells"][0]["source"] = one.path.read_text(encoding="utf-8")
        toy_content.put(folder, f"submitted/{one.member}/softmax/softmax.ipynb", json.dumps(handed_in))
    return folder


def put_notebook(path: Path, cells: Mapping[str, str]) -> None:
    """The first cell is the learner's, the others are tests of a point each, as nbgrader marks them."""
    first = next(iter(cells))
    made = []
    for name, source in cells.items():
        test = name != first
        mark = {"grade_id": name, "grade": test, "locked": test, "solution": not test, "schema_version": 3}
        mark |= {"task": False, **({"points": 1} if test else {})}
        cell = {"cell_type": "code", "id": name, "execution_count": None, "source": source}
        made.append({**cell, "outputs": (), "metadata": {"nbgrader": mark}})
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": made}
    toy_content.put(path.parent, path.name, json.dumps(notebook))


def gradebook(course: Path) -> Passed:
    told: Passed = json.loads(call(course, "python", "-c", GRADEBOOK))
    return told


def call(folder: Path, name: str, *arguments: str) -> str:
    """Runs a command of the peers' environment in the folder, which is its home too."""
    environ = {"PATH": f"{BIN}:{os.environ['PATH']}", "HOME": str(folder), "LANG": "C.UTF-8"}
    done = subprocess.run([BIN / name, *arguments], cwd=folder, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def otherwise(theirs: Passed, ours: Passed) -> dict[str, list[str]]:
    """By member, the tests on which the two differ; a verdict that is missing differs."""
    found = {
        who: [test for test, passed in tests.items() if theirs.get(who, {}).get(test) is not passed]
        for who, tests in ours.items()
    }
    return {who: tests for who, tests in found.items() if tests}


def load_average() -> str:
    return "load average {:.1f} {:.1f} {:.1f}".format(*os.getloadavg())


def bench_peers(count: int) -> None:
    peers: dict[str, tuple[str, Grade]] = {
        "nbgrader autograde": ("nbgrader", nbgrader),
        "nbgrader autograde, two courses": ("nbgrader", nbgrader_twice),
        "otter run, two at a time": ("otter", otter),
    }
    print(f"{count} submissions of {SLUG}, four plain tests; {load_average()}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cohort = list(mixed(KATAS[SLUG], folder / "cohort", count))
        seconds, ours = grade_here(folder / "ours", cohort)
        whole, _ = grade_here(folder / "whole", list(mixed(KATAS[SLUG], folder / "whole cohort", FOLDER)))
        right = {who for who, tests in ours.items() if all(tests.values())}
        print(f"  {'grade_all, 2 processes, full':33}{count / seconds:7.2f} submissions/s, {len(right)} right")
        print(
            f"  {f'the same, {FOLDER} submissions':33}{FOLDER / whole:7.2f} submissions/s; {load_average()}", flush=True
        )
        for label, (command, grade) in peers.items():
            if not (BIN / command).exists():
                print(f"  {label:33}not measured, NLP_DOJO_PEERS names no environment that has it")
                continue
            two, _ = grade(folder / label / "two", cohort[:2])
            taken, theirs = grade(folder / label / "all", cohort)
            reckoned = two + (taken - two) / (count - 2) * (FOLDER - 2)
            differ = otherwise(theirs, ours)
            times = f"ours {taken / seconds:.0f} times that, with {FOLDER} {reckoned / whole:.0f} times (reckoned)"
            print(f"  {label:33}{count / taken:7.2f} submissions/s, {times}; {load_average()}")
            wrong = f"{len(differ.keys() - right)} of {count - len(right)} wrong ones"
            print(f"    verdicts differ on {len(differ.keys() & right)} of {len(right)} right and {wrong}", flush=True)
            for who, tests in differ.items():
                print(f"    {who}: {', '.join(tests)}", flush=True)


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if sys.argv[1:] else 20
    if wanted < 3:
        sys.exit("COUNT is 3 or more")
    bench_peers(wanted)
