"""What the Markdown of a bank looks like in a terminal, and that nothing in it can control one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dojo.show.text.clean import clean, encodable, one_line, plain_ascii
from dojo.show.text.code import code_block, highlight
from dojo.show.text.markup import Look, flat, headline, one_paragraph, render
from dojo.show.text.wrap import width

BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def shown(source: str, look: Look | None = None) -> list[str]:
    return [line.plain.replace("\u00a0", " ").rstrip() for line in render(source, look or Look(40))]


def styles(source: str) -> dict[str, str]:
    line = flat(source, Look(80))
    return {line.plain[span.start : span.end]: str(span.style) for span in line.spans}


def test_source_lines_of_a_paragraph_are_joined() -> None:
    assert shown("one\ntwo\n\nthree") == ["one two", "", "three"]


def test_chinese_source_lines_are_joined_without_a_space() -> None:
    assert shown("注意力\n机制") == ["注意力机制"]
    assert shown("放进提示。\nInstructGPT\n再训练") == ["放进提示。InstructGPT 再训练"]
    assert shown("a “quoted”\nword") == ["a “quoted” word"]


def test_code_and_bold_lose_their_marks_and_gain_a_style() -> None:
    assert styles("a **bold** and `code`") == {"bold": "bold", "code": "cyan"}
    assert shown("a **bold** and `code`") == ["a bold and code"]


def test_without_colour_code_keeps_its_backticks() -> None:
    assert shown("set `p`", Look(40, colour=False)) == ["set `p`"]


def test_rich_markup_in_a_bank_is_text() -> None:
    assert shown("[bold]x[/bold] :smile:") == ["[bold]x[/bold] :smile:"]


def test_a_formula_in_a_line_is_converted() -> None:
    assert shown(r"take $\frac{a}{b}$ of it") == ["take a/b of it"]


def test_a_formula_of_its_own_is_indented() -> None:
    lines = shown("so\n\n$$x^2$$\n\nend")
    assert lines[0] == "so"
    assert lines[2].startswith("    x")
    assert lines[-1] == "end"


def test_math_inside_bold_is_converted() -> None:
    assert shown(r"**take $\alpha$**") == ["take α"]


def test_dollars_that_are_no_formula_stay() -> None:
    assert shown("it costs 5 $ a day, 6 $ with tax") == ["it costs 5 $ a day, 6 $ with tax"]


def test_fenced_code_keeps_its_lines_and_is_coloured() -> None:
    lines = render("```python\ndef f(x):\n    return 1\n```", Look(40))
    assert [line.plain for line in lines] == ["▌ def f(x):", "▌     return 1"]
    assert "magenta" in {str(span.style) for span in lines[0].spans}


def test_stars_and_dollars_in_code_are_code() -> None:
    assert shown("```\na ** b ** $c$\n```") == ["▌ a ** b ** $c$"]


def test_a_long_line_of_code_goes_on_below_further_indented() -> None:
    lines = [line.plain for line in code_block("    x = first_name + second_name", "text", 24)]
    assert lines == ["▌     x = first_name +", "▌         second_name"]


@pytest.mark.parametrize("source", ["def f(:", '"""open', "x = (1,", "  bad\n indent", "", "f'{x!r:>{w}}'"])
def test_a_fragment_of_python_is_shown_whole(source: str) -> None:
    assert highlight(source, "python").plain == source


def test_a_list_hangs() -> None:
    assert shown("- one\n- two and something that is longer than a line") == [
        "• one", "• two and something that is longer than", "  a line",
    ]  # fmt: skip


def test_a_table_may_hold_formulas_with_bars() -> None:
    lines = shown("| name | value |\n|---|---|\n| norm | $\\|x\\|$ |\n| given | $p(x | y)$ |")
    assert lines[0] == "name   value"
    assert lines[2].startswith("norm   ‖x‖")
    assert lines[3].startswith("given  p(x | y)")


def test_bare_means_no_ornaments() -> None:
    assert shown("```python\nx = 1\n```", Look(40, bare=True)) == ["    x = 1"]


@pytest.mark.parametrize("source", ["a\n\nb", "- a", "| a |", "```\nx\n```", "a\n$$x$$"])
def test_only_a_paragraph_stands_beside_a_label(source: str) -> None:
    assert not one_paragraph(source)
    assert one_paragraph("one\ntwo")


@pytest.mark.parametrize("evil", ["\x1b[2J", "\x07", "\x9b31m", "\u202e", "\u2066", "\x00", "\x7f", "\ud800", "\u2028"])
def test_control_characters_become_a_visible_stand_in(evil: str) -> None:
    assert clean(f"a{evil}b").startswith("a\ufffd")
    assert evil not in "\n".join(shown(f"text {evil} `{evil}` **{evil}** ${evil}$\n\n```python\n{evil}\n```"))


@given(st.text(max_size=200))
def test_no_text_puts_a_control_character_on_the_screen(source: str) -> None:
    for line in render(source, Look(30)):
        assert not {unicodedata.category(sign) for sign in line.plain} & {"Cc", "Cs", "Zl", "Zp"}
        assert not {unicodedata.bidirectional(sign) for sign in line.plain} & BIDI_CONTROLS
        assert width(line.plain) <= 30


def test_tabs_become_spaces() -> None:
    assert clean("a\tb\r\nc") == "a   b\nc"


def test_one_line_has_no_newline() -> None:
    assert one_line("a\n  b\x1b") == "a b\ufffd"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("What does this **print**?\n\n```python\nfor x in y:\n    print(x)\n```", "What does this print?"),
        ("In\n```\na = 1\n```\nwhat is `a`?", "In … what is `a`?"),
        ("```python\n\nx = 1\ny = 2\n```", "x = 1"),
        ("下面的代码\n```\na = 1\n```\n有什么问题？", "下面的代码 … 有什么问题？"),
        ("One.\n\nTwo.", "One. Two."),
        ("```\n```", ""),
    ],
)
def test_a_stem_in_one_line_leaves_its_code_out(source: str, line: str) -> None:
    assert headline(source, Look(80, colour=False)).plain.replace("\u00a0", " ") == line


def test_ascii_has_words_for_greek_and_signs() -> None:
    assert plain_ascii("α → β — “x” ≤ 2 注") == 'alpha -> beta -- "x" <= 2 注'
    assert shown("α – β", Look(40, unicode=False)) == ["alpha - beta"]


def test_what_an_encoding_lacks_is_a_question_mark() -> None:
    assert encodable("中a", "ascii") == "?a"
