"""The default changes the case only.

默认只转小写，没有去空白。

caught by: test_outer_whitespace_does_not_matter_by_default
also fails: test_an_empty_answer_is_an_answer,
test_nothing_else_is_ignored_by_default, test_the_answers_are_not_modified
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
    return (winner, votes[winner] / len(answers))


def default_form(answer: str) -> str:
    return answer.lower()
