"""One judge grades many submissions in turn, and none of them changes what becomes of the next."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from grader.catalogue import load
from grader.judge.rooms import Rooms
from grader.judge.run import grade_each
from grader.judge.submissions import Job
from grader.judge.verdicts import Result, Verdict
from grader.sandbox.tiers import Tier
from tests.grader.toy_content import put, write

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


TWO_TESTS = '''from grader.judge.suite import close


def test_first(submission):
    """Half of one.

    一的一半。
    """
    close(submission.half(1.0), 0.5)


def test_second(submission):
    """Half of two.

    二的一半。
    """
    close(submission.half(2.0), 1.0)
'''


def grade(content: Path, source: bytes) -> Result:
    results: list[Result] = []
    put(content, "solutions/toys/half/test_hidden.py", TWO_TESTS)
    for name in [name for name in sys.modules if name.endswith("test_hidden")]:
        del sys.modules[name]  # of another content, which pytest keeps by its path in there
    with Rooms(Tier.PLAIN) as rooms:
        grade_each([Job("half", source)], [load(content)["half"]], rooms, lambda _, result: results.append(result))
    return results[0]


def test_half_a_character_in_an_exceptions_text_stays_readable(content: Path) -> None:
    result = grade(content, b"def half(x):\n    raise RuntimeError('not a byte: \\udcff!')\n")
    assert {test.message.en for test in result.tests if test.message} == {"RuntimeError: not a byte: \\udcff!"}
    assert {test.line for test in result.tests} == {2}


def test_a_line_that_is_none_is_not_told(content: Path) -> None:
    source = b"def half(x):\n    raise SyntaxError('odd', ('half.py', 10 ** 30, 1, 'x'))\n"
    result = grade(content, source)
    assert result.verdict is Verdict.ERROR
    assert all(test.message and "SyntaxError" in test.message.en for test in result.tests)


ODD = """
class Odd:
    def __getattr__(self, name):
        raise KeyError(name)

    def __call__(self, x):
        return BODY


half = Odd()
"""


def test_an_object_that_can_be_called_is_asked_for_no_attribute(content: Path) -> None:
    assert grade(content, ODD.replace("BODY", "x / 2").encode()).verdict is Verdict.PASSED
    wrong = grade(content, ODD.replace("BODY", "x").encode())
    assert {test.verdict for test in wrong.tests} == {Verdict.FAILED}
    assert {test.line for test in wrong.tests} == {7}


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("def half(x):\n    y = x\n    return y\n", 3),
        ("def half(x):\n    if x:\n        return x\n    return x\n", 1),
        ("import functools\n\ndef same(f):\n    @functools.wraps(f)\n    def inner(x):\n        return f(x)\n"
         "    return inner\n\n@same\ndef half(x):\n    return x\n", 11),
        ("half = lambda x: x\n", 1),
    ],
)  # fmt: skip
def test_a_wrong_value_names_the_only_line_that_can_have_returned_it(content: Path, source: str, line: int) -> None:
    assert {test.line for test in grade(content, source.encode()).tests} == {line}


MISTAKEN = '''"""Half is not halved.

没有减半。

caught by: test_second
"""


def half(x):
    return x if x > 1 else x / 2
'''


def test_no_misconception_is_named_where_a_worker_was_lost(content: Path) -> None:
    put(content, "solutions/toys/half/wrong/mistaken.py", MISTAKEN)
    assert grade(content, MISTAKEN.encode()).misconception is not None
    lost = MISTAKEN.replace("return x if", "import os; return os._exit(0) if")
    assert {test.verdict for test in grade(content, lost.encode()).tests} == {Verdict.PASSED, Verdict.ERROR}
    assert grade(content, lost.encode()).misconception is None


def test_without_any_suite_nothing_of_the_folder_is_run_and_nothing_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path)
    (tmp_path / "solutions/toys/tally/test_hidden.py").unlink()
    (tmp_path / "test_of_mine.py").write_text("raise SystemExit('it was run')\n")
    monkeypatch.chdir(tmp_path)
    results: list[Result] = []
    kata = load(tmp_path)["tally"]
    with Rooms(Tier.PLAIN, (), (str(tmp_path),)) as rooms:
        grade_each([Job("tally", b"x = 1\n", None, "ana", "f.py")], [kata], rooms, lambda _, one: results.append(one))
    assert [one.verdict for one in results] == [Verdict.BROKEN]
