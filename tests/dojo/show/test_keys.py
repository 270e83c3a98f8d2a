"""From bytes of a terminal to keys, and from keys to text in a field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dojo.show.terminal.editor import MOST, Field, layout, position
from dojo.show.terminal.keys import KeyParser, Press
from dojo.show.text.wrap import width


def keys(text: str) -> list[str]:
    parser = KeyParser()
    return [press.key for press in [*parser.feed(text), *parser.flush()]]


def typed(*names: str, lines: bool = False) -> Field:
    field = Field(lines=lines)
    for name in names:
        field = field.press(name) or field.insert(name)
    return field


@pytest.mark.parametrize(
    ("sent", "key"),
    [("\r", "enter"), ("\n", "enter"), ("\x7f", "backspace"), ("\x1b[A", "up"), ("\x1bOB", "down"), ("\x1b[5~", "pgup"),
     ("\x1b[3~", "delete"), ("\x1b[1;5D", "ctrl-left"), ("\x1bOP", "f1"), ("\x1b[1~", "home"), ("\x17", "ctrl-w"),
     ("\x04", "ctrl-d"), ("\x1bh", "alt-h"), ("中", "中"), (" ", " "), ("\x1b", "esc"), ("\t", "tab"),
     ("？", "?"), ("ａ", "a"), ("１", "1"), ("\u3000", " "), ("，", ","), ("。", "。")],
)  # fmt: skip
def test_a_sequence_is_a_key(sent: str, key: str) -> None:
    assert keys(sent) == [key]


def test_sequences_cut_in_two_are_put_together() -> None:
    parser = KeyParser()
    assert parser.feed("\x1b[") == []
    assert parser.waiting
    assert parser.feed("6~a") == [Press("pgdn"), Press("a", "a")]


def test_two_escapes_are_two_keys() -> None:
    assert keys("\x1b\x1b") == ["esc", "esc"]


def test_unknown_sequences_are_dropped_whole() -> None:
    assert keys("\x1b[?64;1;2ca\x1b[<0;3;4Mb") == ["a", "b"]


def test_what_is_pasted_comes_as_one_and_its_newlines_are_no_enter() -> None:
    parser = KeyParser()
    assert parser.feed("\x1b[200~one\ntwo") == []
    assert parser.pasting
    assert parser.feed("\x1b[A\x1b[201~x") == [Press("paste", "one\ntwo\x1b[A"), Press("x", "x")]


@given(st.text(alphabet="\x1b[]O~0123;<a\r\x00\x7f中", max_size=30))
def test_no_input_breaks_the_parser_or_stays_in_it(sent: str) -> None:
    parser = KeyParser()
    for character in sent:
        parser.feed(character)
    parser.flush()
    assert not parser.waiting


def test_letters_go_in_where_the_cursor_is() -> None:
    field = typed("a", "c", "left", "b")
    assert (field.text, field.cursor) == ("abc", 2)


def test_chinese_is_deleted_a_character_at_a_time_and_words_whole() -> None:
    assert typed("注", "意", "力", "backspace").text == "注意"
    assert typed(*"two words", "ctrl-w").text == "two "
    assert typed(*"用 softmax", "ctrl-w").text == "用 "


def test_a_combining_mark_goes_with_its_letter() -> None:
    assert typed("e\u0301", "backspace").text == ""
    assert typed("xe\u0301", "left").cursor == 1


def test_enter_is_a_newline_only_in_a_field_of_several_lines() -> None:
    assert typed("a", "enter", "b", lines=True).text == "a\nb"
    assert Field().press("enter") is None


def test_a_pasted_text_is_cleaned() -> None:
    assert Field().insert("one\r\ntwo\x1b[2J").text == "one two\ufffd[2J"
    assert Field(lines=True).insert("one\r\ntwo\ttab").text == "one\ntwo tab"


def test_a_field_takes_no_more_than_an_answer_can_be() -> None:
    assert len(Field().insert("x" * (2 * MOST)).text) == MOST


def test_home_end_and_deleting_to_either_side() -> None:
    assert typed(*"abc", "home", "x").text == "xabc"
    assert typed(*"abc", "left", "ctrl-u").text == "c"
    assert typed(*"abc", "left", "ctrl-k").text == "ab"
    assert typed(*"ab", "enter", *"cd", "home", "ctrl-k", lines=True).text == "ab\n"


def test_up_and_down_keep_the_column() -> None:
    field = Field("abcd\nef\nghij", 12, lines=True)
    assert field.up_or_down(-1, 20).cursor == 7
    assert Field("abcd\nefgh", 8, lines=True).up_or_down(-1, 20).cursor == 3
    assert Field("abcd", 2, lines=True).up_or_down(-1, 20).cursor == 0


@given(st.text(alphabet="ab 中文，\n", max_size=60), st.integers(4, 20), st.data())
def test_the_cursor_is_always_on_a_row_of_the_layout(text: str, columns: int, data: st.DataObject) -> None:
    cursor = data.draw(st.integers(0, len(text)))
    rows = layout(text, columns)
    row, cell = position(rows, cursor)
    start, piece = rows[row]
    assert start <= cursor <= start + len(piece)
    assert cell == width(piece[: cursor - start])


EDITING = ("a", "中", " ", "e\u0301", "enter", "left", "right", "backspace", "delete", "home", "end", "ctrl-left",
           "ctrl-right", "ctrl-a", "ctrl-e", "ctrl-w", "ctrl-u", "ctrl-k")  # fmt: skip


@given(st.lists(st.sampled_from(EDITING), max_size=40))
def test_no_keys_lead_the_cursor_out_of_the_text(names: list[str]) -> None:
    field = typed(*names, lines=True)
    assert 0 <= field.cursor <= len(field.text)
