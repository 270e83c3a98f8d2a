"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from rag_prompt import build_prompt
from support import word_counter

PASSAGES = ["Paris is in France.", "a b c d e f", "Rome is old."]


def test_the_example_of_the_statement():
    """The second passage does not fit, the third one does.

    第二个段落放不下，第三个放得下。
    """
    prompt = build_prompt("Where is Paris?", PASSAGES, 14, word_counter())
    assert prompt.split("\n") == [
        "[1] Paris is in France.",
        "[2] Rome is old.",
        "",
        "Question: Where is Paris?",
        "Answer:",
    ]


def test_no_passage_fits():
    """The question alone is two lines.

    只有问题时，提示是两行。
    """
    prompt = build_prompt("Where is Paris?", PASSAGES, 6, word_counter())
    assert prompt == "Question: Where is Paris?\nAnswer:"


def test_the_question_does_not_fit():
    """A question over the budget is an error.

    问题本身超出预算就是错误。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        build_prompt("Where is Paris?", PASSAGES, 4, word_counter())
