"""Joins the tokens to text first.

先把 token 拼成了文本。

caught by: test_tokens_of_lists_are_compared_whole
also fails: test_2000_tokens_take_less_than_the_limit,
test_the_rate_is_a_quotient_of_sums
"""

def edit_distance(a, b):
    a, b = "".join(map(str, a)), "".join(map(str, b))
    above = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        row = [i]
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
