"""Properties are not timed: no test may fail because the machine was busy. Banks are compiled once for all tests."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings

from dojo.bank.shelf import Shelf
from dojo.bank.shipped import FOLDER

ROOT = Path(__file__).resolve().parent.parent
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def compiled_banks() -> None:
    """Our banks beside `questions/`, as a wheel has them; most tests have a fresh home and would compile them."""
    questions = ROOT / "questions"
    with suppress(OSError):  # somebody else's checkout: then each test compiles what it needs
        Shelf(questions, None).ship(ROOT / FOLDER, sorted(path.stem for path in questions.glob("*.yaml")))
