"""One judge grades many submissions in turn, and none of them changes what becomes of the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.catalogue import load
from grader.judge.rooms import Rooms
from grader.judge.run import grade_each
from grader.judge.submissions import Job
from grader.judge.verdicts import Result, Verdict
from grader.sandbox.tiers import Tier
from tests.grader.toy_content import put

KATA = """\
title: {en: Half, zh: 一半}
level: 1
minutes: 5
needs: py
names: [half]
forbidden: []
sources: [seed-000]
"""
SUITE = '''\
import pytest

from grader.judge.suite import same


@pytest.fixture
def kept(support):
    yield support
    same(support.twice(2), 4)


@pytest.fixture
def made(submission, kept):
    return submission.half(4)


def test_one(made):
    """Half of 4 is 2.

    4 的一半是 2。
    """
    same(made, 2)


def test_two(made, submission):
    """Half of 2 is 1.

    2 的一半是 1。
    """
    same(submission.half(made), 1)
'''
RIGHT = b"def half(x):\n    return x // 2\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    home = "katas/toys/half/"
    for name, text in (("kata.yaml", KATA), ("statement.en.md", "Halve."), ("statement.zh.md", "减半。")):
        put(tmp_path, home + name, text)
    put(tmp_path, home + "half.py", "")
    put(tmp_path, home + "support.py", "def twice(x):\n    return 2 * x\n")
    put(tmp_path, home + "test_examples.py", "")
    put(tmp_path, "solutions/toys/half/half.py", RIGHT.decode())
    put(tmp_path, "solutions/toys/half/test_hidden.py", SUITE)
    return tmp_path


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        (b"import os\nos._exit(0)\n", Verdict.ERROR),
        (b"import os\ndef half(x):\n    os._exit(0)\n", Verdict.ERROR),
        (b"def half(x):\n    while True:\n        pass\n", Verdict.TIMEOUT),
        (b"def half(x):\n    raise SystemExit\n", Verdict.ERROR),
    ],
    ids=["leaves at import", "leaves in a call", "never returns", "exits"],
)
def test_what_ends_in_a_fixture_leaves_the_next_submission_alone(
    content: Path, source: bytes, verdict: Verdict
) -> None:
    kata = load(content)["half"]
    results: list[Result] = []
    with Rooms(Tier.PLAIN) as rooms:
        jobs = [Job("half", RIGHT), Job("half", source), Job("half", RIGHT)]
        grade_each(jobs, [kata], rooms, lambda _, result: results.append(result))
    assert [result.verdict for result in results] == [Verdict.PASSED, verdict, Verdict.PASSED]
    assert [len(result.tests) for result in results] == [2, 2, 2]
