"""Lets a transposition cost 1, as Damerau does.

交换相邻只算 1，那是 Damerau 距离。

caught by: test_a_transposition_costs_two
"""

def edit_distance(a, b):
    above, before = list(range(len(b) + 1)), None
    for i in range(1, len(a) + 1):
        row = [i]
        for j in range(1, len(b) + 1):
            kept = above[j - 1] + (a[i - 1] != b[j - 1])
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                kept = min(kept, before[j - 2] + 1)
            row.append(min(above[j] + 1, row[j - 1] + 1, kept))
        before, above = above, row
    return above[-1]


def word_error_rate(references, hypotheses):
    if len(references) != len(hypotheses):
        raise ValueError("lengths")
    words = sum(len(r.split()) for r in references)
    if not words:
        raise ValueError("no words")
    return sum(edit_distance(r.split(), h.split()) for r, h in zip(references, hypotheses)) / words
