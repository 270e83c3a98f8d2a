"""Calls a test with its fixtures. Where these are plain functions, without pytest's machinery around each of them.

A cohort runs the same items thousands of times, and setting up and taking down three small fixtures took a quarter of
the judge's time. Whatever is more than a function of other fixtures is left to pytest: a scope, a `yield`, parameters
of its own, `request`, methods and classes.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest


class Step(NamedTuple):
    """A fixture: where its value goes, and which values it takes. A fixture may take the one that it overrides."""

    place: int
    make: Callable[..., Any]
    takes: tuple[tuple[str, int], ...]  # argument, place of its value


class Recipe(NamedTuple):
    """How to call one test: parameters that are known, steps in order, and the places of the test's own arguments."""

    given: tuple[Any, ...]
    steps: tuple[Step, ...]
    takes: tuple[tuple[str, int], ...]

    def run(self, test: Callable[..., Any]) -> None:
        values = [*self.given, *[None] * len(self.steps)]
        for place, make, takes in self.steps:
            values[place] = make(**{name: values[at] for name, at in takes})
        test(**{name: values[at] for name, at in self.takes})


class _LeftToPytest(Exception):
    """A fixture of this test is more than a function."""


def recipe_for(item: pytest.Function) -> Recipe | None:
    """How to call `item`; None where only pytest can."""
    if item.cls is not None or inspect.iscoroutinefunction(item.obj):
        return None
    params = item.callspec.params if hasattr(item, "callspec") else {}
    places = {(name, -1): at for at, name in enumerate(params)}
    steps: list[Step] = []
    try:
        for name in params:
            _must_be_given(item, name)
        for name in item.fixturenames:
            _resolve(item, name, -1, places, steps, len(params))
    except _LeftToPytest:
        return None
    takes = tuple((name, places[name, -1]) for name in item._fixtureinfo.argnames)
    return Recipe(tuple(params.values()), tuple(steps), takes)


def _resolve(
    item: pytest.Function, name: str, index: int, places: dict[tuple[str, int], int], steps: list[Step], first: int
) -> None:
    """Add the steps that make the fixture `name`: the last definition has index -1, the one that it overrides -2."""
    if (name, index) in places:
        return
    found = item._fixtureinfo.name2fixturedefs.get(name, ())
    if len(found) < -index:
        raise _LeftToPytest  # `request`, or nothing
    fixture = found[index]
    if fixture.scope != "function" or fixture.params is not None or inspect.isgeneratorfunction(fixture.func):
        raise _LeftToPytest
    if inspect.iscoroutinefunction(fixture.func) or inspect.isasyncgenfunction(fixture.func):
        raise _LeftToPytest
    below = [(one, index - 1 if one == name else -1) for one in fixture.argnames]
    for one, deeper in below:
        _resolve(item, one, deeper, places, steps, first)
    place = places[name, index] = first + len(steps)
    steps.append(Step(place, fixture.func, tuple((one, places[one, deeper]) for one, deeper in below)))


def _must_be_given(item: pytest.Function, name: str) -> None:
    """A parameter may be meant for a fixture of the suite's, which then asks `request` for it."""
    for fixture in item._fixtureinfo.name2fixturedefs.get(name, ()):
        if not fixture.func.__module__.startswith("_pytest."):
            raise _LeftToPytest
