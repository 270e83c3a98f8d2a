"""Statements, references and the list: within the screen's width, and nothing lost."""

from __future__ import annotations

import re
from collections import Counter

import msgspec
import pytest
from rich.cells import cell_len

from dojo.show.katas import list_lines, statement_lines
from dojo.show.text.code import code_lines
from grader.catalogue import load
from grader.content import content_root
from grader.judge.verdicts import Bilingual

KATAS = load(content_root({}))


def squeezed(text: str) -> str:
    """Without what setting a text may change: spaces, and the signs of headings, lists, tables and code."""
    return re.sub(r"[\s#*`|•─▌-]", "", text)


@pytest.mark.parametrize("columns", [40, 80, 100])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("kata", KATAS.values(), ids=KATAS)
def test_a_statement_is_set_within_its_width_and_whole(kata, lang: str, columns: int) -> None:  # type: ignore[no-untyped-def]
    text = kata.statement(lang)
    lines = [line.plain for line in statement_lines(text, columns)]
    assert max(cell_len(line) for line in lines) <= columns
    source = re.sub(r"(?m)^ *```\w*$", "", text)
    # as counts: a table whose cells wrap has its words in another order
    assert Counter(squeezed("\n".join(lines))) == Counter(squeezed(source))


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("kata", KATAS.values(), ids=KATAS)
def test_a_reference_wraps_by_a_hanging_indent_and_loses_nothing(kata, columns: int) -> None:  # type: ignore[no-untyped-def]
    source = kata.reference.read_text(encoding="utf-8")
    lines = [line.plain for line in code_lines(source, "python", columns)]
    assert max(cell_len(line) for line in lines) <= columns
    assert squeezed("\n".join(lines)) == squeezed(source)


def test_a_long_line_of_code_goes_on_further_in() -> None:
    line = "    return " + " + ".join(f"value_{number}" for number in range(12))
    first, *rest = [line.plain for line in code_lines(line, "python", 40)]
    assert first.startswith("    return")
    assert rest
    assert all(re.match(r" {8}\S", piece) for piece in rest)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_hundred_katas_stand_under_their_topics_one_line_each(lang: str) -> None:
    one = KATAS["stable_softmax"]
    katas = [
        msgspec.structs.replace(one, slug=f"kata_of_a_long_name_{number}", topic=f"topic_{number % 7}")
        for number in range(100)
    ]
    titles = {f"topic_{number}": Bilingual(f"Topic {number}", f"主题 {number}") for number in range(7)}
    lines = [line.plain for line in list_lines(katas, {"kata_of_a_long_name_0"}, lang, titles, 80)]
    assert max(cell_len(line) for line in lines) <= 80
    assert sum("kata_of_a_long_name_" in line for line in lines) == 100
    name = "主题 0" if lang == "zh" else "Topic 0"
    at = lines.index(f"{name}  topic_0  1/15")
    assert lines[at + 1].startswith("✓  kata_of_a_long_name_0 ")
    assert len(lines) <= 100 + 2 * 7 + 8
