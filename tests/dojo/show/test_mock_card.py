"""The scorecard of a mock interview and the list of all: at any width, in both languages, with questions gone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from dojo.bank.bank import Bank, open_bank
from dojo.marking.answer import (
    AnyAnswer,
    BooleanAnswer,
    ChoiceAnswer,
    MatchAnswer,
    MultiAnswer,
    NumberAnswer,
    OrderAnswer,
)
from dojo.mock.scorecard import Asked, Coded, Scorecard, scorecard
from dojo.question.kinds import Lang
from dojo.question.variant import draw
from dojo.show.mock.card import card_lines, list_lines
from dojo.show.mock.export import to_html, to_markdown
from dojo.show.text.markup import Look
from dojo.show.text.wrap import width

Form = Callable[[Scorecard, Scorecard | None, Bank, Lang], str]
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


@pytest.mark.parametrize("form", [to_markdown, to_html])
@pytest.mark.parametrize(
    ("question", "answer", "given", "right"),
    [
        ("s-choice", ChoiceAnswer(0), "the sum of squares", "the sum of absolute values"),
        ("s-multi", MultiAnswer((0, 2)), "a larger network", "early stopping"),
        ("s-boolean", BooleanAnswer(True), "True", "False"),
        ("s-number", NumberAnswer("17 <b>"), "17", "30"),
        ("s-order", OrderAnswer((3, 2, 1, 0)), "loss", "backward pass"),
        ("s-match", MatchAnswer((3, 1, 0)), "L1 → adds layers", "L1 → zeroes weights"),
    ],
)
def test_the_export_tells_what_was_answered_to_a_warm_up_question_and_what_is_right(
    bank: Bank, form: Form, question: str, answer: AnyAnswer, given: str, right: str
) -> None:
    seed = next(seed for seed in range(10_000) if _in_the_banks_order(bank, question, seed))
    asked = Asked(question, "sample", seed, "wrong", 0.0, answer=answer)
    card = scorecard(0.0, "llm", 45.0, 60.0, [asked], None, [])
    kept = msgspec.convert(msgspec.to_builtins(card), Scorecard)  # as it comes out of the log
    warm_up = form(kept, None, bank, "en").split("Warm-up")[1]
    yours, due = warm_up.split("You said")[1].split("Right answer")
    assert given in yours
    assert right in due.split("Why")[0]
    assert "<b>" not in warm_up.replace("    17 <b>", "")  # the indented block of Markdown shows it as it is


def test_the_export_of_a_skipped_question_says_that_nothing_was_answered(bank: Bank) -> None:
    card = scorecard(0.0, "llm", 45.0, 60.0, [Asked("s-choice", "sample", 1, "skipped", 0.0)], None, [])
    text = to_markdown(card, None, bank, "zh")
    assert "**你的回答**\n\n无\n\n**正确答案**\n\n绝对值之和\n" in text


def test_a_card_of_an_older_version_shows_the_right_answers_alone(bank: Bank) -> None:
    older = msgspec.to_builtins(Asked("s-choice", "sample", 1, "wrong", 0.0))
    del older["answer"]
    card = scorecard(0.0, "llm", 45.0, 60.0, [msgspec.convert(older, Asked)], None, [])
    text = to_markdown(card, None, bank, "en")
    assert "You said" not in text
    assert "the sum of absolute values" in text


def _in_the_banks_order(bank: Bank, question: str, seed: int) -> bool:
    asked = draw(bank.question(question), seed)
    return asked.order == tuple(range(len(asked.order))) and asked.variables.get("n", 3) == 3
