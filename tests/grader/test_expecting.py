"""A visible example that fails tells the expected and the actual value, whatever form its check has."""

from __future__ import annotations

import pytest

from grader.catalogue import load
from grader.judge.probing import NoSandbox, choose
from grader.judge.rooms import Rooms
from grader.judge.run import grade_each
from grader.judge.submissions import Job
from grader.judge.verdicts import Result, TestResult
from tests.grader.toy_content import put

EXAMPLES = """\
import numpy as np
import pytest
from one_only import Counter, one


def twice():
    return one() + one()


def test_approx():
    assert float(one()) == pytest.approx(2.5)


def test_approx_of_a_list():
    found = [one(), 0.5]
    assert found == pytest.approx([2.5, 0.5])


def test_allclose():
    found = np.array([one(), 1.0])
    due = np.array([2.5, 1.0])
    assert np.allclose(found, due)


def test_several_lines():
    found = [one()]
    assert found == [
        2.5,
    ]


def test_a_side_that_asks_again():
    assert one() == twice()


def test_what_is_read_once():
    found = iter([one(), 1])
    assert list(found) == [2.5, 1]


def test_an_object_of_the_submission_in_a_list():
    found = [Counter()]
    assert found[0].next() == 2.5
    assert found[0].next() == 2.5


def test_a_number_for_a_list():
    assert list(one()) == [2.5]


def test_nothing_raised():
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        one()


def test_no_comparison_of_two():
    assert not one()
"""
KATA = """\
title: {en: One, zh: 一}
level: 1
minutes: 5
needs: np
names: [one, Counter]
forbidden: []
sources: [seed-000]
"""
SUITE = '''\
def test_one(submission):
    """It gives 2.5.

    得到 2.5。
    """
    assert submission.one()
'''


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, TestResult]:
    root = tmp_path_factory.mktemp("content")
    for name, text in (("kata.yaml", KATA), ("statement.en.md", "1"), ("statement.zh.md", "1"), ("one_only.py", "")):
        put(root, f"katas/toys/one_only/{name}", text)
    put(root, "katas/toys/one_only/test_examples.py", EXAMPLES)
    put(root, "solutions/toys/one_only/one_only.py", "def one():\n    return 2.5\n\n\nclass Counter:\n    pass\n")
    put(root, "solutions/toys/one_only/test_hidden.py", SUITE)
    try:
        tier = choose("require")
    except NoSandbox as error:
        pytest.skip(str(error))
    results: list[Result] = []
    counter = (
        b"class Counter:\n    count = 1.5\n    def next(self):\n        self.count += 1\n        return self.count\n"
    )
    source = counter + b"calls = [0]\ndef one():\n    calls[0] += 1\n    return float(calls[0] * 100)\n"
    with Rooms(tier, ("numpy",)) as rooms:
        jobs = [Job("one_only", source)]
        grade_each(jobs, [load(root)["one_only"]], rooms, lambda _, result: results.append(result), examples=True)
    return {test.name.removeprefix("test_"): test for test in results[0].examples}


# the submission gives 100, 200, 300 and so on, one after another
@pytest.mark.parametrize(
    ("name", "expected", "actual"),
    [
        ("approx", "2.5", "100.0"),
        ("approx_of_a_list", "[2.5, 0.5]", "[200.0, 0.5]"),
        ("allclose", "array([2.5, 1.0])", "array([300.0, 1.0])"),
        ("several_lines", "[2.5]", "[400.0]"),
        ("a_side_that_asks_again", None, "700.0"),  # the last call; asking again would give 800.0
        ("what_is_read_once", "[2.5, 1]", "800.0"),
        ("an_object_of_the_submission_in_a_list", "2.5", "3.5"),  # asking again would give 4.5
        ("a_number_for_a_list", "[2.5]", "900.0"),
        ("nothing_raised", None, "1000.0"),
        ("no_comparison_of_two", None, "1100.0"),
    ],
)
def test_a_failed_example_tells_both_values(
    told: dict[str, TestResult], name: str, expected: str | None, actual: str
) -> None:
    assert (told[name].expected, told[name].actual) == (expected, actual)


@pytest.mark.parametrize(
    ("name", "why"), [("a_number_for_a_list", "'float' object is not iterable"), ("nothing_raised", "DID NOT RAISE")]
)
def test_what_made_an_example_fall_over_is_said(told: dict[str, TestResult], name: str, why: str) -> None:
    message = told[name].message
    assert message is not None
    assert why in message.en
    assert why in message.zh
    assert "noqa" not in message.en
