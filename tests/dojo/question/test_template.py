"""Texts of number questions with their variables filled in."""

from __future__ import annotations

import pytest

from dojo.question.kinds import Text, Value
from dojo.question.template import faults, fill, fill_one, plain

NAMES: dict[str, Value] = {"n": 1234567, "x": 0.1 + 0.2, "v": [1, 2.5]}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("<<n>>", "1234567"),
        ("<<n:,>> bytes", "1,234,567 bytes"),
        ("<<x:.2f>>", "0.30"),
        ("<<x>>", "0.3"),
        ("<<x:.0%>>", "30%"),
        ("<<n:.2e>>", "1.23e+06"),
        ("<<v>> and <<v[0]>>", "[1, 2.5] and 1"),
        ("<<n * 2>>", "2469134"),
        ("no place", "no place"),
        ("$x^{<<v[0]>>}$", "$x^{1}$"),
    ],
)
def test_places_are_filled(text: str, filled: str) -> None:
    assert fill_one(text, NAMES) == filled
    assert faults(text, NAMES) == []


@pytest.mark.parametrize(
    "text", ["<<m>>", "<<n:999d>>", "<<n:^9>>", "<<x:d>>", "<<v:.2f>>", "<<n.real>>", "<<n", "n>>"]
)
def test_a_place_that_cant_be_filled_stays_and_is_told(text: str) -> None:
    assert fill_one(text, NAMES) == text
    assert len(faults(text, NAMES)) == 1


def test_both_languages_are_filled() -> None:
    assert fill(Text("<<n>> a", "<<n>> 个"), {"n": 2}) == Text("2 a", "2 个")


def test_numbers_are_written_as_people_write_them() -> None:
    assert [plain(value) for value in (3, 2.0, 0.1 + 0.2, [1, 0.5])] == ["3", "2", "0.3", "[1, 0.5]"]
