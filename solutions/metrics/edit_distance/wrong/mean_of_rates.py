"""Takes the mean of the rates.

对各对的错误率求平均。

caught by: test_the_rate_is_a_quotient_of_sums
also fails: test_words_are_split_at_any_whitespace
"""

def edit_distance(a, b):
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
    rates = [edit_distance(r.split(), h.split()) / max(len(r.split()), 1) for r, h in zip(references, hypotheses)]
    return sum(rates) / len(rates)
