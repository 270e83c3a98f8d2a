"""The scorecard of a mock interview and the list of all: at any width, in both languages, with questions gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from dojo.bank.bank import Bank, open_bank
from dojo.mock.scorecard import Asked, Coded, Scorecard, scorecard
from dojo.question.kinds import Lang
from dojo.show.mock.card import card_lines, list_lines
from dojo.show.mock.export import to_html, to_markdown
from dojo.show.text.markup import Look
from dojo.show.text.wrap import width

CONTENT = Path(__file__).parents[1] / "content"


@pytest.fixture(scope="module")
def bank() -> Bank:
    return open_bank(CONTENT, None)


@pytest.fixture
def made() -> Scorecard:
    asked = [
        Asked("s-boolean", "sample", 1, "right", 1.0),
        Asked("s-no-longer-there", "rag", 1, "skipped", 0.0),
        Asked("s-open", "sample", 1, "partly", 2 / 3, True, "It learns the noise.", (0, 1), (0,), "Validation loss."),
    ]
    coded = Coded("stable_softmax", "failed", 0.5, 4, 8, 300.0, 600.0, 2)
    return scorecard(1_790_000_000.0, "llm", 45.0, 2700.0, asked, coded, ["How big is the team? " * 8])


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_card_and_the_list_fit_the_screen(made: Scorecard, bank: Bank, lang: Lang, columns: int) -> None:
    lines = [*card_lines(made, made, bank, lang, Look(columns)), *list_lines([made, made], lang, Look(columns))]
    assert all(width(line.plain) <= columns for line in lines)


def test_the_card_compares_each_competence_with_the_last_time(made: Scorecard, bank: Bank) -> None:
    before = replace(made, scores={**made.scores, "coding": 0.25, "systems": None})
    text = [line.plain for line in card_lines(made, before, bank, "en", Look(80))]
    coding, systems = (next(line for line in text if line.strip().startswith(name)) for name in ("coding", "LLM"))
    assert "50%  last time 25%" in coding
    assert systems.endswith("0%")
    assert any("s-no-longer-there" in line for line in text)


def test_a_kata_of_which_nothing_was_saved_has_a_line_of_its_own(made: Scorecard, bank: Bank) -> None:
    empty = replace(made, coded=Coded("bleu", None, 0.0, 0, 0, 100.0, 600.0, 0))
    text = "\n".join(line.plain for line in card_lines(empty, None, bank, "en", Look(80)))
    assert "Kata bleu: nothing was saved in 1:40 (par 10:00)" in text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_export_tells_points_made_missed_and_false_claims(made: Scorecard, bank: Bank, lang: Lang) -> None:
    for text in (to_markdown(made, None, bank, lang), to_html(made, None, bank, lang)):
        wanted = {
            "en": (
                "capacity exceeds the data",
                "regularize or get more data",
                "train longer",
                "How would you notice it?",
            ),
            "zh": ("容量超过数据量", "正则化或增加数据", "训练更久", "你如何发现它？"),
        }[lang]
        assert all(part in text for part in wanted)
        assert "s-no-longer-there" in text
        assert "It learns the noise." in text
