"""The votes are divided by the number of distinct answers.

票数除以不同答案的个数。

caught by: test_the_most_frequent_answer_comes_with_its_share
also fails: test_a_normaliser_sees_the_answers_as_they_are,
test_a_normaliser_takes_the_place_of_the_default,
test_an_empty_answer_is_an_answer, test_case_does_not_matter_by_default,
test_nothing_else_is_ignored_by_default,
test_outer_whitespace_does_not_matter_by_default,
test_the_answers_are_not_modified, test_the_other_votes_may_come_late,
test_ties_do_not_go_by_the_alphabet, test_ties_go_to_the_answer_seen_first
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
    return (winner, votes[winner] / len(votes))


def default_form(answer: str) -> str:
    return answer.strip().lower()
