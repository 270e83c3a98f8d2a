"""Starts the borders of the table with 0.

表的边界都设成了 0。

caught by: test_an_empty_side_costs_the_other_length
also fails: test_2000_tokens_take_less_than_the_limit,
test_a_transposition_costs_two, test_random_texts_agree_with_the_definition,
test_the_rate_is_a_quotient_of_sums, test_the_rate_may_be_above_1,
test_tokens_of_lists_are_compared_whole, test_words_are_split_at_any_whitespace
"""

def edit_distance(a, b):
    above = [0] * (len(b) + 1)
    for i in range(1, len(a) + 1):
        row = [0]
        for j in range(1, len(b) + 1):
            kept = above[j - 1] + (a[i - 1] != b[j - 1])
            row.append(min(above[j] + 1, row[j - 1] + 1, kept))
        above = row
    return above[-1]


def word_error_rate(references, hypotheses):
    if len(references) != len(hypotheses):
        raise ValueError("lengths")
    words = sum(len(r.split()) for r in references)
    if not words:
        raise ValueError("no words")
    return sum(edit_distance(r.split(), h.split()) for r, h in zip(references, hypotheses)) / words
