"""Without answers an empty answer comes back.

没有答案时返回空答案。

caught by: test_no_answers_raise_value_error
"""

from collections import Counter
from collections.abc import Callable


def self_consistency(answers: list[str], normalise: Callable[[str], str] | None=None) -> tuple[str, float]:
    if not answers:
        return ('', 0.0)
    if normalise is None:
        normalise = default_form
    votes = Counter((normalise(answer) for answer in answers))
    winner = max(votes, key=votes.__getitem__)
    return (winner, votes[winner] / len(answers))


def default_form(answer: str) -> str:
    return answer.strip().lower()
