"""The normalised forms are written into the caller's list.

把归一化的结果写回了调用者的列表。

caught by: test_the_answers_are_not_modified
"""

from collections import Counter
from collections.abc import Callable


def self_consistency(answers: list[str], normalise: Callable[[str], str] | None=None) -> tuple[str, float]:
    if not answers:
        raise ValueError('there are no answers to vote on')
    if normalise is None:
        normalise = default_form
    answers[:] = [normalise(answer) for answer in answers]
    votes = Counter(answers)
    winner = max(votes, key=votes.__getitem__)
    return (winner, votes[winner] / len(answers))


def default_form(answer: str) -> str:
    return answer.strip().lower()
