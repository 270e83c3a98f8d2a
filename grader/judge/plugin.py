"""The pytest plugin of hidden suites: `submission`, `support`, `reference`, `rng`, and `--submission FILE`.

The judge loads it for its own runs (`grader.judge.run`), where `grader.judge.handles.current` says what is graded. An
author who debugs a suite gives `--submission FILE` to an ordinary pytest and sees pytest's own reports.
"""

from __future__ import annotations

import functools
import importlib.util
import sys
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from types import ModuleType

    from grader.catalogue import Kata
    from grader.judge.handles import Handle


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("nlp-dojo")
    group.addoption("--submission", metavar="FILE", help="run a kata's hidden suite against this file")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "points(n): the points of a test of a hidden suite")
    config.addinivalue_line("markers", "claim: the test rests on what the submission's process says of itself")
    config.addinivalue_line("markers", "hint(en, zh): a hint shown to the learner whose submission fails the test")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool, bool]:
    """With `--submission`, a room for each test. The judge's own runs do not come by here."""
    path = item.config.getoption("--submission")
    if path is None:
        return (yield)
    from grader.judge.debugging import grading_of
    from grader.judge.handles import current

    with grading_of(Path(path), kata_of(item.path)) as grading:
        grading.begin(item.name)
        current.append(grading)
        try:
            return (yield)
        finally:
            current.clear()


@pytest.fixture
def submission() -> Handle:
    """The remote stand-in of the learner's module."""
    from grader.judge.handles import current, module

    if not current:
        pytest.fail("a hidden suite needs --submission FILE", pytrace=False)
    return module(current[-1])


@pytest.fixture
def support(submission: Handle) -> Handle:
    """The kata's own `support.py`, in the worker beside the submission: what it does, it does without a crossing."""
    from grader.judge.handles import SUPPORT, current, module

    return module(current[-1], SUPPORT)


@pytest.fixture
def reference(submission: Handle) -> ModuleType:
    """The reference solution, as a module of the judge's."""
    from grader.judge.handles import current

    return load_reference(current[-1].kata.reference)


@pytest.fixture
def rng(submission: Handle) -> Any:
    """A NumPy generator for this submission and this test: reproducible, but not foreseeable (see `draws`)."""
    import numpy

    from grader.judge import draws
    from grader.judge.handles import current

    return numpy.random.default_rng([*draws.seed(current[-1].digest, current[-1].test)])


def kata_of(path: Path) -> Kata:
    """The kata whose suite or examples `path` is."""
    from grader.catalogue import load_kata

    slug, topic = path.parent.name, path.parent.parent.name
    return load_kata(path.parents[3] / "katas" / topic / slug / "kata.yaml")


@functools.cache
def load_reference(path: Path) -> ModuleType:
    """The module at `path`, under a name of its own, so that it hides no module that a suite imports; loaded once."""
    name = f"reference_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"no reference at {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
