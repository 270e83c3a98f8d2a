"""What works at home and not in a room is told in words, in both languages, and at once."""

from __future__ import annotations

import pytest

from grader.catalogue import Kata, load
from grader.judge.probing import NoSandbox, choose
from grader.judge.rooms import Rooms
from grader.judge.run import grade_each
from grader.judge.submissions import Job
from grader.judge.verdicts import Result, TestResult, Verdict
from tests.grader.toy_content import put

SUITE = '''\
from grader.judge.suite import same


def test_one(submission):
    """It gives 1.

    得到 1。
    """
    same(submission.one(), 1)
'''
KATA = """\
title: {en: One, zh: 一}
level: 1
minutes: 5
needs: pt
names: [one]
forbidden: []
sources: [seed-000]
"""


@pytest.fixture(scope="module")
def kata(tmp_path_factory: pytest.TempPathFactory) -> Kata:
    root = tmp_path_factory.mktemp("content")
    for name, text in (("kata.yaml", KATA), ("statement.en.md", "1"), ("statement.zh.md", "1"), ("one_only.py", "")):
        put(root, f"katas/toys/one_only/{name}", text)
    put(root, "katas/toys/one_only/test_examples.py", "")
    put(root, "solutions/toys/one_only/one_only.py", "def one():\n    return 1\n")
    put(root, "solutions/toys/one_only/test_hidden.py", SUITE)
    return load(root)["one_only"]


CASES = {  # a submission's body, what the message says of it in English
    "the starter": ("raise NotImplementedError", "NotImplementedError (this part is not written yet)"),
    "input": ("return int(input())", "nobody can type"),
    "a module beside": ("import helper\n    return helper.one()", "one file is handed in"),
    "a package": ("import transformers", "standard library, NumPy and PyTorch"),
    "a relative import": ("from .helper import one\n    return one()", "one file is handed in"),
    "asyncio": ("import asyncio\n    async def f(): return 1\n    return asyncio.run(f())", "asyncio"),
    "a process": ("import subprocess\n    return subprocess.run(['true']).returncode", "starts no process"),
    "a pool of threads": (
        "from multiprocessing.dummy import Pool\n    return Pool(2).map(abs, [1])[0]", "ThreadPoolExecutor"
    ),
    "a pool": ("from multiprocessing import Pool\n    return Pool(2).map(abs, [1])[0]", "ThreadPoolExecutor"),
    "the network": ("import urllib.request as u\n    return u.urlopen('http://example.com').status", "no network"),
    "its own file": ("return len(open(__file__).read())", "its own file"),
    "torch.compile": ("import torch\n    return torch.compile(lambda: 1)()", "C++ compiler"),
    "a compiled module": (
        "import torch\n    m = torch.nn.Linear(1, 1)\n    m.compile()\n    return m(torch.ones(1))", "C++ compiler"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def told(kata: Kata) -> dict[str, tuple[TestResult, float]]:
    try:
        tier = choose("require")
    except NoSandbox as error:
        pytest.skip(str(error))
    results: list[Result] = []
    jobs = [Job("one_only", f"def one():\n    {body}\n".encode()) for body, _ in CASES.values()]
    with Rooms(tier, ("numpy", "torch")) as rooms:
        grade_each(jobs, [kata], rooms, lambda _, result: results.append(result))
    return {name: (result.tests[0], result.seconds) for name, result in zip(CASES, results, strict=True)}


@pytest.mark.parametrize("name", CASES)
def test_the_message_says_what_a_room_cannot_do(told: dict[str, tuple[TestResult, float]], name: str) -> None:
    test, seconds = told[name]
    assert test.verdict is Verdict.ERROR
    assert test.message is not None
    assert CASES[name][1] in test.message.en
    assert test.message.zh != test.message.en
    assert test.line is not None
    assert seconds < 5


def test_an_error_of_the_submissions_own_stays_as_it_is(kata: Kata) -> None:
    from grader.judge.explaining import explained
    from grader.judge.outcomes import Raised

    for kind, text in (("FileNotFoundError", "[Errno 2] No such file or directory: 'words.txt'"), ("OSError", "no")):
        error = Raised(kind, text, ("OSError",), 1)
        assert explained(error, kata).en == str(error)
