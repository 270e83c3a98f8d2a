"""Without more than half of the votes an answer does not win.

得票不过半就不算获胜。

caught by: test_the_most_frequent_answer_comes_with_its_share
also fails: test_the_other_votes_may_come_late
"""

from collections import Counter
from collections.abc import Callable


def self_consistency(answers: list[str], normalise: Callable[[str], str] | None=None) -> tuple[str, float]:
    if not answers:
        raise ValueError('there are no answers to vote on')
    if normalise is None:
        normalise = default_form
    votes = Counter((normalise(answer) for answer in answers))
    winner = max(votes, key=votes.__getitem__)
    if 2 * votes[winner] < len(answers):
        raise ValueError('no majority')
    return (winner, votes[winner] / len(answers))


def default_form(answer: str) -> str:
    return answer.strip().lower()
