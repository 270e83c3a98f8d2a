"""Among equal answers the one seen last wins.

并列时取最后出现的。

caught by: test_ties_go_to_the_answer_seen_first
also fails: test_the_other_votes_may_come_late,
test_ties_do_not_go_by_the_alphabet
"""

from collections import Counter
from collections.abc import Callable


def self_consistency(answers: list[str], normalise: Callable[[str], str] | None=None) -> tuple[str, float]:
    if not answers:
        raise ValueError('there are no answers to vote on')
    if normalise is None:
        normalise = default_form
    votes = Counter((normalise(answer) for answer in answers))
    winner = max(reversed(votes), key=votes.__getitem__)
    return (winner, votes[winner] / len(answers))


def default_form(answer: str) -> str:
    return answer.strip().lower()
