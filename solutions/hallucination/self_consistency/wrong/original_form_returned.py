"""The winner comes back as it was first written.

返回的是获胜答案最初的写法，没有归一化。

caught by: test_case_does_not_matter_by_default
also fails: test_a_normaliser_sees_the_answers_as_they_are,
test_a_normaliser_takes_the_place_of_the_default,
test_the_answers_are_not_modified
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
    return (next((a for a in answers if normalise(a) == winner)), votes[winner] / len(answers))


def default_form(answer: str) -> str:
    return answer.strip().lower()
