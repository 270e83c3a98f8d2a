"""A test whose fixtures are plain functions gets the same values without pytest; all others are left to it."""

from __future__ import annotations

import itertools
import os
from pathlib import Path
from typing import Any

import pytest

from grader.judge.fixtures import recipe_for

SUITE = """
import pytest

heard = []


@pytest.fixture
def base():
    heard.append("base")
    return [1]


@pytest.fixture
def more(base):
    return [*base, 2]


@pytest.fixture
def yields(base):
    yield base


@pytest.fixture(scope="module")
def kept():
    return [3]


@pytest.fixture(params=[1, 2])
def either(request):
    return request.param


@pytest.fixture
def meant(request):
    return request.param


@pytest.fixture
def upon_kept(kept):
    return kept


@pytest.fixture
def outer(outer, base):
    return [*outer, *base]


def test_plain():
    heard.append("plain")


def test_chain(more, base):
    heard.append((more, base, more is base))


def test_override(outer):
    heard.append(outer)


@pytest.mark.parametrize(("a", "b"), [(1, 2), (3, 4)])
def test_parameters(a, more, b):
    heard.append((a, b, more))


def test_fails(base):
    raise ValueError("as it should")


def test_yields(yields):
    pass


def test_scope(kept):
    pass


def test_scope_below(upon_kept):
    pass


def test_of_either(either):
    pass


@pytest.mark.parametrize("meant", [1], indirect=True)
def test_indirect(meant):
    pass


def test_request(request):
    pass


def test_pytests_own(tmp_path, monkeypatch):
    pass


class TestInside:
    def test_method(self):
        pass
"""
CONFTEST = """
import pytest


@pytest.fixture
def outer():
    return [0]
"""
SIMPLE = {"test_plain", "test_chain", "test_override", "test_parameters[1-2]", "test_parameters[3-4]", "test_fails"}


NUMBERS = itertools.count()


class Collected:
    def __init__(self) -> None:
        self.items: dict[str, pytest.Function] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = {item.name: item for item in session.items if isinstance(item, pytest.Function)}
        return True


def collect(folder: Path, suite: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, pytest.Function]:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    (folder / f"test_{next(NUMBERS)}.py").write_text(suite)  # a module of the same name would not be read again
    (folder / "conftest.py").write_text(CONFTEST)
    collected = Collected()
    arguments = ["-c", os.devnull, "-pno:terminal", "-pno:cacheprovider", "--import-mode=importlib", "--capture=no"]
    pytest.main([*arguments, f"--rootdir={folder}", str(folder)], plugins=[collected])
    return collected.items


def run(item: pytest.Function) -> list[Any]:
    heard: list[Any] = item.module.heard
    heard.clear()
    recipe = recipe_for(item)
    assert recipe is not None
    recipe.run(item.obj)
    return list(heard)


def test_only_plain_functions_are_called_without_pytest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    items = collect(tmp_path, SUITE, monkeypatch)
    assert {name for name, item in items.items() if recipe_for(item) is not None} == SIMPLE
    assert len(items) == 15


def test_a_test_gets_what_pytest_would_give_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    items = collect(tmp_path, SUITE, monkeypatch)
    assert run(items["test_plain"]) == ["plain"]
    assert run(items["test_chain"]) == ["base", ([1, 2], [1], False)]
    assert run(items["test_override"]) == ["base", [0, 1]]
    assert run(items["test_parameters[3-4]"]) == ["base", (3, 4, [1, 2])]
    assert run(items["test_chain"])[0] == "base"  # made anew for each run
    with pytest.raises(ValueError, match="as it should"):
        run(items["test_fails"])


@pytest.mark.parametrize(
    "beginning",
    [
        "@pytest.fixture(autouse=True)\ndef around():\n    yield\n",
        "def setup_function():\n    pass\n",
        "def setup_module():\n    pass\n",
    ],
)
def test_what_surrounds_each_test_is_left_to_pytest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beginning: str
) -> None:
    items = collect(tmp_path, f"import pytest\n{beginning}\n\ndef test_plain():\n    pass\n", monkeypatch)
    assert recipe_for(items["test_plain"]) is None


def test_a_plain_fixture_that_nobody_asks_for_is_made_where_it_is_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite = "import pytest\nheard = []\n@pytest.fixture(autouse=True)\ndef a():\n    heard.append('a')\n"
    items = collect(tmp_path, suite + "def test_plain():\n    heard.append('plain')\n", monkeypatch)
    assert run(items["test_plain"]) == ["a", "plain"]
