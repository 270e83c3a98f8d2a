"""Lets a substitution cost 2.

替换的代价算成了 2。

caught by: test_each_edit_costs_one
also fails: test_random_texts_agree_with_the_definition,
test_the_rate_is_a_quotient_of_sums, test_tokens_of_lists_are_compared_whole,
test_words_are_split_at_any_whitespace
"""

def edit_distance(a, b):
    above = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        row = [i]
        for j in range(1, len(b) + 1):
            kept = above[j - 1] + 2 * (a[i - 1] != b[j - 1])
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
