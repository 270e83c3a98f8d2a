"""The default is applied before the normaliser.

在 normalise 之前先做了默认的归一化。

caught by: test_a_normaliser_sees_the_answers_as_they_are
"""

from collections import Counter
from collections.abc import Callable


def self_consistency(answers: list[str], normalise: Callable[[str], str] | None=None) -> tuple[str, float]:
    if not answers:
        raise ValueError('there are no answers to vote on')
    if normalise is None:
        normalise = default_form
    votes = Counter((normalise(default_form(answer)) for answer in answers))
    winner = max(votes, key=votes.__getitem__)
    return (winner, votes[winner] / len(answers))


def default_form(answer: str) -> str:
    return answer.strip().lower()
