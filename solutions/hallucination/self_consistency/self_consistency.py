"""Self-consistency voting, written to be read.

Normalise, count, take the maximum. What makes two answers the same is the
only real decision, so it is an argument.
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
    return answer.strip().lower()
