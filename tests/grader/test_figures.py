"""What a suite costs is measured, and what is too much is said; judges that die take one submission with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.catalogue import Kata, load_kata
from grader.judge.submissions import Job
from grader.judge.verdicts import Verdict
from grader.lint.figures import Figures, check_figures, measure, table
from grader.lint.judges import Batch, Crew
from grader.sandbox.tiers import Tier
from tests.grader import toy_content as toy

SUITE = '''\
from hypothesis import given, strategies as st

from grader.judge.suite import same


def test_three_crossings(submission):
    """Three.

    三次。
    """
    counter = submission.Counter(1)
    same(counter.start, 1)


def test_drawn(submission):
    """Drawn.

    随机。
    """

    @given(st.integers(0, 10**9))
    def check(number):
        pass

    check()
'''


@pytest.fixture
def kata(tmp_path: Path) -> Kata:
    text = toy.FILES["katas/toys/tally/kata.yaml"].replace("pt", "py").replace("Tally, total, apply, square", "Counter")
    toy.put(tmp_path, "katas/toys/counts/kata.yaml", text)
    source = "class Counter:\n    def __init__(self, start):\n        self.start = start\n"
    toy.put(tmp_path, "solutions/toys/counts/counts.py", source)
    toy.put(tmp_path, "solutions/toys/counts/test_hidden.py", SUITE)
    return load_kata(tmp_path / "katas/toys/counts/kata.yaml")


def figures(**given: float) -> Figures:
    usual = {"tests": 10, "lines": 100, "right": 3, "wrong": 8, "crossings": 20, "generated": 50, "milliseconds": 10.0}
    return Figures(kata="counts", **(usual | given))  # type: ignore[arg-type]


@pytest.mark.slow
def test_crossings_draws_and_sizes_are_counted(kata: Kata) -> None:
    (found,) = measure([kata], Tier.PLAIN)
    assert (found.tests, found.lines, found.right, found.wrong) == (2, len(SUITE.splitlines()), 0, 0)
    assert found.crossings == 3  # the class, a call, an attribute
    assert found.generated == 100
    assert found.milliseconds is not None
    assert 0 < found.milliseconds < 5000


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"crossings": 41}, "41 crossings (calls and attribute reads) a verdict; at most 40"),
        ({"lines": 301}, "301 lines; a suite has at most 300"),
        ({"tests": 7}, "7 tests; a suite has 8 to 20"),
        ({"tests": 21}, "21 tests; a suite has 8 to 20"),
        ({"wrong": 13}, "13 wrong solutions; 12 are enough"),
        ({"generated": 101}, "101 generated examples a verdict; at most 100"),
        ({"milliseconds": 101.0}, "101 ms for a verdict on the reference; at most 100"),
    ],
)
def test_too_much_and_too_little_is_a_warning(kata: Kata, given: dict[str, float], says: str) -> None:
    (finding,) = check_figures(kata, figures(**given))
    assert says in str(finding)
    assert finding.severity == "warning"


def test_figures_within_bounds_say_nothing(kata: Kata) -> None:
    edge = figures(tests=20, lines=300, wrong=12, crossings=40, generated=100, milliseconds=100.0)
    assert not list(check_figures(kata, edge))


def test_the_table_is_aligned_and_summed_up() -> None:
    head, one, two, sums, medians = table([figures(), figures(crossings=40)]).splitlines()
    assert head.split() == ["kata", "tests", "lines", "right", "wrong", "crossings", "drawn", "ms"]
    assert len({len(row) for row in (head, one, two)}) == 1
    assert sums.split() == ["all", "20", "200", "6", "16", "60", "100"]
    assert medians.split()[:2] == ["median", "10"]


@pytest.mark.slow
def test_a_judge_that_dies_takes_one_submission_with_it(kata: Kata) -> None:
    kata.suite.write_text(
        "import os\n\n\ndef test_dies(reference):\n    os._exit(1)\n\n\ndef test_lives():\n    pass\n"
    )
    jobs = tuple(Job(kata.slug, kata.reference.read_bytes(), file=name) for name in ("one", "two"))
    with Crew(1, ("numpy",)) as crew:
        found = list(crew.grade([Batch(str(kata.folder / "kata.yaml"), jobs)]))
    assert [(graded.result.file, graded.result.verdict) for _, graded in found] == [
        ("one", Verdict.BROKEN),
        ("two", Verdict.BROKEN),
    ]
