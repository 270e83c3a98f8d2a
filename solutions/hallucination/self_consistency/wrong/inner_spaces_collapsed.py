"""Runs of whitespace inside an answer are collapsed to one space.

把答案中间连续的空白合并成一个空格。

caught by: test_nothing_else_is_ignored_by_default
"""

from collections import Counter
from collections.abc import Callable


def self_consistency(
    answers: list[str],
    normalise: Callable[[str], str] | None = None,
) -> tuple[str, float]:
    """Return the most frequent normalised answer and its share."""
    if not answers:
        raise ValueError("there are no answers to vote on")
    if normalise is None:
        normalise = default_form
    votes = Counter(normalise(answer) for answer in answers)
    # A Counter keeps the order in which its keys were first seen, and max
    # returns the first of equal ones. max over a set would have no such order.
    winner = max(votes, key=votes.__getitem__)
    return winner, votes[winner] / len(answers)


def default_form(answer: str) -> str:
    """Return the answer without outer whitespace, in lower case."""
    return " ".join(answer.lower().split())
