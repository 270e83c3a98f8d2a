"""Leaves out contexts equal to the centre word.

把与中心词相同的上下文也去掉了。

caught by: test_skipgram_counts_positions_and_not_words
also fails: test_cbow_counts_positions_and_not_words
"""

def contexts(tokens, i, window):
    near = tokens[max(0, i - window) : i + window + 1]
    return [t for t in near if t != tokens[i]]


def skipgram_pairs(tokens, window):
    return [(centre, c) for i, centre in enumerate(tokens) for c in contexts(tokens, i, window)]


def cbow_pairs(tokens, window):
    rows = [(contexts(tokens, i, window), centre) for i, centre in enumerate(tokens)]
    return [row for row in rows if row[0]]
