"""What every kata accepts, whatever it is about: each reference passes in other clothes.

A list for a tuple and the reverse, NumPy scalars, 0-d arrays, 1-D arrays for lists of numbers, and arrays that can't be
written to and don't lie in one piece are all allowed; the starter and an empty file are not solutions.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from grader.catalogue import load
from grader.cohort.discovery import Found
from grader.cohort.pool import Plan, grade_all
from grader.content import content_root
from grader.judge.probing import probe
from grader.judge.verdicts import Result, Verdict
from grader.sandbox.tiers import Tier

KATAS = load(content_root({}))
DRESSED = """

def _dress(value):
    import numpy as np
    if type(value) in (list, tuple):
        inner = [_dress(item) for item in value]
    else:
        inner = None
    {how}
    if type(value) is list:
        return inner
    return tuple(inner) if type(value) is tuple else value


def _dressed(function):
    import functools

    @functools.wraps(function)
    def call(*args, **kwargs):
        return _dress(function(*args, **kwargs))

    return call


def _dress_all(names):
    for name in names:
        public = globals()[name]
        if not isinstance(public, type):
            globals()[name] = _dressed(public)
            continue
        for method, function in list(vars(public).items()):
            if not method.startswith("__") or method in ("__call__", "__getitem__", "__len__"):
                if callable(function):
                    setattr(public, method, _dressed(function))


_dress_all({names!r})
"""
CLOTHES = {
    "tuples for lists and lists for tuples": """
    if type(value) is list:
        return tuple(inner)
    if type(value) is tuple:
        return inner
""",
    "NumPy scalars": """
    if type(value) is float:
        return np.float64(value)
    if type(value) is int:
        return np.int64(value)
""",
    "0-d arrays": """
    if type(value) is float or isinstance(value, np.floating):
        return np.array(float(value))
""",
    "arrays for lists of numbers": """
    if type(value) is list and value and all(type(item) in (int, float) for item in value):
        return np.array(value)
""",
    "arrays with gaps, not to be written to": """
    if type(value) is np.ndarray and value.ndim:
        apart = np.zeros(tuple(2 * size for size in value.shape), value.dtype)[(slice(None, None, 2),) * value.ndim]
        apart[...] = value
        apart.setflags(write=False)
        return apart
    if type(value).__name__ == "Tensor" and value.ndim:
        return value.transpose(0, -1).contiguous().transpose(0, -1)
""",
}


def verdicts(sources: Mapping[tuple[str, str], str], place: Path) -> dict[tuple[str, str], Result]:
    """The result of each source by what it is and by its kata."""
    found = []
    for (member, slug), source in sources.items():
        path = place / member / f"{slug}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(source, encoding="utf-8")
        found.append(Found(member, slug, path))
    plan = Plan(str(content_root({})), tuple(KATAS), (probe().best or Tier.PLAIN).value, None)
    results: dict[tuple[str, str], Result] = {}
    grade_all(found, plan, 2, lambda index, one: results.update({(found[index].member or "", one.kata): one}))
    assert len(results) == len(sources)
    return results


@pytest.mark.slow
def test_every_kata_accepts_its_reference_in_other_clothes(tmp_path: Path) -> None:
    sources = {
        (clothes, slug): kata.reference.read_text(encoding="utf-8")
        + DRESSED.format(how=how.strip(), names=list(kata.names))
        for clothes, how in CLOTHES.items()
        for slug, kata in KATAS.items()
    }
    refused = {
        which: [test.name for test in result.tests if test.verdict is not Verdict.PASSED]
        for which, result in verdicts(sources, tmp_path).items()
        if result.verdict is not Verdict.PASSED
    }
    assert refused == {}


@pytest.mark.slow
def test_no_kata_accepts_an_empty_file_or_its_starter(tmp_path: Path) -> None:
    sources = {("empty", slug): "" for slug in KATAS}
    for slug, kata in KATAS.items():
        sources["starter", slug] = (kata.folder / f"{slug}.py").read_text(encoding="utf-8")
    accepted = [which for which, one in verdicts(sources, tmp_path).items() if one.verdict is Verdict.PASSED]
    assert accepted == []
