"""Questions of which one tells the answer of the other are known, so that a quiz can keep them apart."""

from __future__ import annotations

import time

from dojo.bank.apart import apart
from dojo.bank.shard import Shard
from dojo.question.kinds import AnyQuestion, Choice, Option, Term, Text, Words


def same(word: str) -> Text:
    return Text(word, word)


def term(name: str, stem: str, answer: str, explanation: str) -> Term:
    return Term(
        id=name, level=1, sources=("s",), stem=same(stem), answers=Words((answer,), ()), explanation=same(explanation)
    )


def choice(name: str, stem: str, right: str, wrong: str, explanation: str) -> Choice:
    options = (Option(same(right), True), Option(same(wrong)))
    return Choice(id=name, level=1, sources=("s",), stem=same(stem), options=options, explanation=same(explanation))


ROBERTA = term("a", "Which BERT successor dropped next-sentence prediction?", "RoBERTa", "It trains longer. So.")
MASKS = choice("b", "How often is a chosen BERT token replaced?", "80%", "50%", "RoBERTa has no next-sentence task.")
TELLS = choice("c", "What does BERT use?", "masks", "shifts", "RoBERTa dropped next-sentence prediction.")
OTHER = term("d", "What is the size of a batch called?", "batch size", "It is a number. So.")
SHARE = term("e", "What share of a chosen BERT token is replaced by random ones?", "10", "80% are replaced by a mask.")


def test_a_feedback_that_names_the_answer_keeps_questions_apart() -> None:
    assert apart([ROBERTA, TELLS, OTHER]) == [("a", "c")]


def test_a_number_in_an_explanation_tells_a_choice() -> None:
    questions: list[AnyQuestion] = [MASKS, SHARE, OTHER]
    assert apart(questions) == [("b", "e")]


def test_questions_about_other_things_may_stand_together() -> None:
    assert apart([ROBERTA, OTHER]) == []
    assert apart([]) == []


def test_a_compiled_bank_tells_which_questions_it_keeps_apart() -> None:
    questions: list[AnyQuestion] = [ROBERTA, TELLS, OTHER]
    shard = Shard.of_questions("t", questions, (), apart(questions))
    assert shard.apart("a") == {"c"}
    assert shard.apart("c") == {"a"}
    assert shard.apart("d") == frozenset()


def test_many_questions_are_compared_soon() -> None:
    questions = [
        term(
            f"q{number}", f"What is thing{number % 500} of kind{number % 70}?", f"name{number}", f"It is x{number}. So."
        )
        for number in range(5000)
    ]
    start = time.monotonic()
    apart(questions)
    assert time.monotonic() - start < 5
