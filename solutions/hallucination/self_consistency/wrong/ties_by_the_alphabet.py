"""Among equal answers the first of the alphabet wins.

并列时取字母顺序最靠前的。

caught by: test_ties_do_not_go_by_the_alphabet
also fails: test_the_other_votes_may_come_late
"""

from collections import Counter


def self_consistency(answers, normalise=None):
    if not answers:
        raise ValueError("no answers")
    if normalise is None:
        normalise = lambda text: text.strip().lower()
    votes = Counter(normalise(answer) for answer in answers)
    best = min(votes, key=lambda answer: (-votes[answer], answer))
    return best, votes[best] / len(answers)
