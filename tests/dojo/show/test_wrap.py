"""Line breaks and alignment, in cells."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from dojo.show.text.tables import table
from dojo.show.text.wrap import beside, breaks, crop, hang, width, wrap

TEXT = st.text(alphabet="ab ,.(（中文注意力，。）「」—e\u0301 ", max_size=80)


def lines_of(text: str, columns: int) -> list[str]:
    return [line.plain for line in wrap(Text(text), columns)]


def test_english_breaks_at_spaces() -> None:
    assert lines_of("the gradient vanishes slowly", 13) == ["the gradient", "vanishes", "slowly"]


def test_chinese_breaks_anywhere_but_never_before_a_closing_mark() -> None:
    assert lines_of("注意力机制，很快", 10) == ["注意力机", "制，很快"]


def test_chinese_never_leaves_an_opening_bracket_at_the_end() -> None:
    assert lines_of("注意力（机制）", 8) == ["注意力", "（机制）"]


def test_chinese_and_english_mix_without_spaces() -> None:
    assert lines_of("使用softmax函数归一化", 10) == ["使用", "softmax函", "数归一化"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert lines_of("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_what_belongs_together_is_cut_where_it_is_too_long() -> None:
    assert lines_of("。。a「a。", 4) == ["。。", "a", "「a", "。"]


def test_a_no_break_space_keeps_a_formula_together() -> None:
    assert lines_of("so a\u00a0+\u00a0b it is", 7) == ["so", "a\u00a0+\u00a0b", "it is"]


@given(TEXT, st.integers(4, 30))
def test_no_line_is_wider_than_asked_for_and_nothing_is_lost(text: str, columns: int) -> None:
    lines = lines_of(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(TEXT, st.integers(4, 30))
def test_cuts_rise_and_leave_no_empty_piece(text: str, columns: int) -> None:
    cuts = [0, *breaks(text, columns), len(text)]
    assert all(before < after for before, after in pairwise(cuts)) or not text


def test_styles_survive_a_break() -> None:
    text = Text.assemble("one ", ("two three", "bold"))
    assert [[span.style for span in line.spans] for line in wrap(text, 8)] == [["bold"], ["bold"]]


def test_further_lines_hang_under_the_first() -> None:
    assert [line.plain for line in hang(Text("one two three"), 12, Text(" a  "))] == [" a  one two", "    three"]


def test_left_and_right_share_a_line_and_the_left_one_gives_way() -> None:
    assert beside(Text("left"), Text("right"), 12).plain == "left   right"
    assert beside(Text("a long left side"), Text("right"), 12).plain == "a lon… right"


def test_a_crop_counts_wide_characters_twice() -> None:
    assert width(crop(Text("注意力机制"), 7).plain) <= 7


def test_a_table_aligns_wide_characters() -> None:
    rows = [[Text("基础版"), Text("110M")], [Text("base"), Text("7B")]]
    lines = [line.plain for line in table([Text("模型"), Text("size")], rows, 40)]
    assert lines == ["模型    size", "────────────", "基础版  110M", "base    7B"]


def test_a_table_too_wide_wraps_its_widest_column() -> None:
    rows = [[Text("key"), Text("a rather long description of it")]]
    lines = [line.plain for line in table(None, rows, 20)]
    assert all(width(line) <= 20 for line in lines)
    assert len(lines) > 1


def test_figures_stand_flush_right() -> None:
    lines = [line.plain for line in table(None, [[Text("a"), Text("1")], [Text("b"), Text("10")]], 20, frozenset({1}))]
    assert lines == ["a   1", "b  10"]
