"""What of a suite rests on claims is found in its text, and is little."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.catalogue import load_kata
from grader.judge.claims import MOST, resting_on_claims
from grader.lint.figures import Figures, check_figures
from tests.grader import toy_content as toy

ROOT = Path(__file__).resolve().parents[2]
SUITES = sorted(ROOT.glob("solutions/*/*/test_hidden.py"))
SUITE = """
import pytest


def told(call):
    return call.warnings


@pytest.mark.claim
@pytest.mark.points(2)
def test_marked(submission):
    assert not told(submission)


def test_unmarked(submission):
    assert not told(submission)


def test_unmarked_too(submission):
    assert not [call.grad_enabled for call in submission]


@pytest.mark.points(3)
@pytest.mark.parametrize("x", [1, 2])
def test_of_another_kind(submission, x):
    assert submission(x)
"""


def test_claims_are_found_where_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "test_hidden.py").write_text(SUITE, encoding="utf-8")
    found = resting_on_claims(tmp_path / "test_hidden.py")
    assert found == (2.0, 10.0, ("test_marked",), ("test_unmarked", "test_unmarked_too"))
    assert found.share == 0.2


@pytest.mark.parametrize("suite", SUITES, ids=lambda path: path.parent.name)
def test_our_suites_rest_on_claims_for_less_than_a_twentieth(suite: Path) -> None:
    found = resting_on_claims(suite)
    assert found.unmarked == ()
    assert found.share < MOST


def test_the_page_on_security_names_every_test_that_rests_on_a_claim() -> None:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    for suite in SUITES:
        found = resting_on_claims(suite)
        for test in found.marked:
            assert f"| `{suite.parent.name}` | `{test}` |" in page


def test_lint_counts_claims_and_names_those_that_are_not_marked(tmp_path: Path) -> None:
    kata = load_kata(toy.write(tmp_path) / "katas" / "toys" / "tally" / "kata.yaml")
    kata.suite.write_text(SUITE, encoding="utf-8")
    said = [str(finding) for finding in check_figures(kata, Figures("tally", 9, 40, 3, 6, 9, 0, None))]
    assert any("test_unmarked, test_unmarked_too looks at what the worker says" in line for line in said)
    assert any("20% of the points rest on" in line for line in said)
    assert all(": error: " in line for line in said)
