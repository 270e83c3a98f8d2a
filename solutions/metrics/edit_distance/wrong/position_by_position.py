"""Compares position by position and adds the difference of the lengths.

逐位比较，再加上长度差。

caught by: test_each_edit_costs_one
also fails: test_2000_tokens_take_less_than_the_limit,
test_random_texts_agree_with_the_definition, test_the_rate_may_be_above_1,
test_tokens_of_lists_are_compared_whole
"""

def edit_distance(a, b):
    return sum(x != y for x, y in zip(a, b)) + abs(len(a) - len(b))


def word_error_rate(references, hypotheses):
    if len(references) != len(hypotheses):
        raise ValueError("lengths")
    words = sum(len(r.split()) for r in references)
    if not words:
        raise ValueError("no words")
    return sum(edit_distance(r.split(), h.split()) for r, h in zip(references, hypotheses)) / words
