"""Lets the start of the slice go negative.

切片的起点变成了负数。

caught by: test_skipgram_windows_are_cut_at_the_ends
also fails: test_cbow_puts_all_contexts_of_a_centre_together
"""

def contexts(tokens, i, window):
    return tokens[i - window : i] + tokens[i + 1 : i + window + 1]


def skipgram_pairs(tokens, window):
    return [(centre, c) for i, centre in enumerate(tokens) for c in contexts(tokens, i, window)]


def cbow_pairs(tokens, window):
    rows = [(contexts(tokens, i, window), centre) for i, centre in enumerate(tokens)]
    return [row for row in rows if row[0]]
