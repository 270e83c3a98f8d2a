"""Members' names are shown as they are, but for what is dangerous, and no two alike."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.cohort.names import shown_names, shown_path

ORDINARY = [  # letters, marks, joiners and signs of many scripts
    "alice", "Ana-Maria O'Neil_2", "陈伟", "Søren", "Иван", "राम", "李·伟", "👩‍💻", "أحمد", "ສົມສັກ", "~~x~~",
    "O'Brien (2)",
]  # fmt: skip


@pytest.mark.parametrize("name", ORDINARY)
def test_a_name_in_any_script_is_shown_as_it_is(name: str) -> None:
    assert shown_names([name]) == {name: name}


def test_a_decomposed_letter_is_composed() -> None:
    assert shown_names(["Rene\u0301"]) == {"Rene\u0301": "René"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"), ("a\nb", "a\\nb"), ("\u202eabc", "\\u202eabc"), ("\x9b31m", "\\x9b31m"),
        (os.fsdecode(b"\xff"), "\\udcff"), ("::error::x", ": :error::x"), ("a\u2028b", "a\\u2028b"),
        ("\ufffe", "\\ufffe"), ("\U000e0041", "\\U000e0041"),
    ],
)  # fmt: skip
def test_what_is_dangerous_is_escaped(name: str, shown: str) -> None:
    assert shown_names([name])[name].removesuffix(" #").startswith(shown)


@pytest.mark.parametrize(
    "twin",
    ["alice ", " alice", "alice\u3164", "alice\u2800", "ali\u0441e", "alice\ufe0f", "\uff41lice", "al\u200dice",
     "alice\u00a0", "\u0430lice"],
)  # fmt: skip
def test_a_name_that_looks_like_another_is_marked_and_the_plain_one_is_not(twin: str) -> None:
    shown = shown_names([twin, "alice"])
    assert shown["alice"] == "alice"
    assert " #" in shown[twin]


def test_composed_and_decomposed_are_two_people() -> None:
    shown = shown_names(["Rene\u0301", "Ren\u00e9"])
    assert shown["Ren\u00e9"] == "Ren\u00e9"
    assert shown["Rene\u0301"].startswith("Ren\u00e9 #")


def test_names_that_differ_by_case_are_both_shown_as_they_are() -> None:
    assert shown_names(["ana", "Ana"]) == {"ana": "ana", "Ana": "Ana"}


def test_a_folder_that_is_named_as_another_is_shown_is_told_apart_from_it() -> None:
    marked = shown_names(["bob ", "bob"])["bob "]
    names = ["bob", "bob ", marked, shown_names([marked])[marked], "a\\nb", "a\nb"]
    assert len(set(shown_names(names).values())) == len(names)


def test_names_that_are_cut_to_one_text_are_told_apart() -> None:
    names = ["x" * 250 + "1", "x" * 250 + "2"]
    shown = set(shown_names(names).values())
    assert len(shown) == 2
    assert max(map(len, shown)) < 220


@pytest.mark.parametrize("name", [" ", "\u3164", "\u2800\u2800", "\u200d"])
def test_a_name_that_shows_nothing_has_a_mark(name: str) -> None:
    assert "#" in shown_names([name])[name]


def test_a_path_keeps_the_characters_on_disk() -> None:
    assert shown_path(Path("Rene\u0301/x.py")) == "Rene\u0301/x.py"
    assert shown_path(Path("a\n::error::b/\x1b.py")) == "a\\n: :error::b/\\x1b.py"
