"""Among equal answers the one that reached its votes first wins.

并列时取最先凑齐票数的。

caught by: test_the_other_votes_may_come_late
"""

from collections import Counter
from collections.abc import Callable


def self_consistency(answers: list[str], normalise: Callable[[str], str] | None=None) -> tuple[str, float]:
    if not answers:
        raise ValueError('there are no answers to vote on')
    if normalise is None:
        normalise = default_form
    votes = Counter((normalise(answer) for answer in answers))
    top, seen = (max(votes.values()), Counter())
    for answer in answers:
        winner = normalise(answer)
        seen[winner] += 1
        if seen[winner] == top:
            break
    return (winner, votes[winner] / len(answers))


def default_form(answer: str) -> str:
    return answer.strip().lower()
