"""Mutants are graded: who lives, who is listed as equivalent, and which tests nobody would miss."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from grader.catalogue import Kata, load_kata
from grader.judge.verdicts import Result, Verdict
from grader.lint.judges import Batch, Crew, Graded
from grader.lint.mutants import Survey, survey_mutants, write_matrix
from tests.grader import toy_content as toy

pytestmark = pytest.mark.slow

REFERENCE = '''\
"""The reference."""


def head(items, count):
    """The first items."""
    if count < 0:
        raise ValueError("not below zero")
    found = []
    while len(found) < min(count, len(items)):
        found.append(items[len(found)])
    return found
'''
SUITE = '''\
from grader.judge.suite import raises, same


def test_three_of_four(submission):
    """Three of four.

    四取三。
    """
    same(submission.head([1, 2, 3, 4], 3), [1, 2, 3])


def test_three_of_two(submission):
    """No more than there are.

    不超过总数。
    """
    same(submission.head([1, 2], 3), [1, 2])


def test_three_of_three(submission):
    """All of them.

    全部。
    """
    same(submission.head([1, 2, 3], 3), [1, 2, 3])


def test_below_zero(submission):
    """Below zero.

    负数。
    """
    raises(ValueError, submission.head, [1], -1)
'''
ALIVE = {"count < 0 -> count <= 0", "0 -> 1"}


@pytest.fixture
def kata(tmp_path: Path) -> Kata:
    text = toy.FILES["katas/toys/tally/kata.yaml"].replace("pt", "py").replace("Tally, total, apply, square", "head")
    toy.put(tmp_path, "katas/toys/heads/kata.yaml", text)
    toy.put(tmp_path, "solutions/toys/heads/heads.py", REFERENCE)
    toy.put(tmp_path, "solutions/toys/heads/test_hidden.py", SUITE)
    wrong = REFERENCE.replace("min(count, len(items))", "count")
    docstring = toy.docstring("test_three_of_two", "")
    toy.put(tmp_path, "solutions/toys/heads/wrong/more.py", wrong.replace("The reference.", docstring))
    return load_kata(tmp_path / "katas/toys/heads/kata.yaml")


def survey(kata: Kata) -> Survey:
    (found,) = survey_mutants([kata], processes=1)
    return found


def entry(line: str, mutation: str) -> str:
    return f"- {{line: '{line}', mutation: '{mutation}', reason: 'nobody asks for none'}}\n"


def test_survivors_are_found_and_a_mutant_that_never_ends_costs_little(kata: Kata) -> None:
    found = survey(kata)
    assert {mutant.mutation for mutant in found.survivors} == ALIVE
    assert {mutant.line for mutant in found.survivors} == {6}
    endless = [fate for fate in found.fates if fate.result.verdict is Verdict.TIMEOUT]
    assert any("-> pass" in fate.name for fate in endless)
    assert all(fate.result.seconds < 3 for fate in endless)
    assert found.made == found.killed + 2
    assert not found.findings


def test_a_test_that_nobody_needs_is_named(kata: Kata) -> None:
    assert survey(kata).redundant == ("test_three_of_three",)


def test_equivalent_mutants_are_listed_by_text_and_counted_apart(kata: Kata) -> None:
    listed = "".join(entry("if count < 0:", mutation) for mutation in ALIVE)
    (kata.solution / "equivalent.yaml").write_text(listed)
    kata.reference.write_text(REFERENCE.replace("    if count", "    # a line more\n    if count"))
    found = survey(kata)
    assert (found.survivors, found.equivalent, found.share) == ((), 2, 1.0)
    assert not found.findings


def test_an_entry_that_dies_or_is_not_made_is_an_error(kata: Kata) -> None:
    listed = entry("return found", "return found -> return None") + entry("if count < 0:", "0 -> 7")
    (kata.solution / "equivalent.yaml").write_text(listed)
    dies, unmade = [str(finding) for finding in survey(kata).findings]
    assert "equivalent.yaml:1: error: `return found -> return None` in `return found` dies" in dies
    assert "equivalent.yaml:2: error: no mutant is `0 -> 7`" in unmade


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- [", "equivalent.yaml:2: error: not YAML"),
        ("- {line: a, mutation: b}\n", "equivalent.yaml:1: error: Object missing required field `reason`"),
        ("- {line: a, mutation: b, reason: ''}\n", "write a list of"),
        ("line: a\n", "write a list of"),
    ],
)
def test_a_list_that_cannot_be_read_is_an_error(kata: Kata, text: str, says: str) -> None:
    (kata.solution / "equivalent.yaml").write_text(text)
    assert says in str(survey(kata).findings[0])


def test_the_matrix_has_a_row_for_each_mutant_and_test(kata: Kata) -> None:
    file = io.StringIO()
    found = survey(kata)
    write_matrix([found], file)
    head, *rows = csv.reader(file.getvalue().splitlines())
    assert head == ["kata", "line", "mutant", "test", "verdict"]
    assert len(rows) == (found.made + 1) * 4
    assert ["heads", "11", "`return found -> return None` in `return found`", "test_three_of_four", "failed"] in rows
    assert ["heads", "", "more.py", "test_three_of_two", "error"] in rows


def test_many_processes_say_the_same(kata: Kata) -> None:
    started = time.monotonic()
    (one,), (two,) = (list(survey_mutants([kata], processes=number)) for number in (1, 2))
    assert [(fate.name, fate.result.verdict) for fate in one.fates] == [
        (fate.name, fate.result.verdict) for fate in two.fates
    ]
    assert time.monotonic() - started < 60


def test_a_judge_that_falls_over_kills_no_mutant(kata: Kata, monkeypatch: pytest.MonkeyPatch) -> None:
    grade = Crew.grade

    def lose(crew: Crew, batches: Sequence[Batch]) -> Iterator[tuple[int, Graded]]:
        for number, graded in grade(crew, batches):
            result = graded.result
            lost = Result(None, result.kata, result.file, Verdict.BROKEN, 0, 0, 0, 0)
            yield number, graded if result.file else Graded(lost, 0, 0.0, 0)  # mutants have no file

    monkeypatch.setattr(Crew, "grade", lose)
    found = survey(kata)
    assert found.killed == 0
    assert found.share == 0.0
    assert any("could not be graded and count as alive" in finding.message for finding in found.findings)
