"""Looks up the position of a CBOW centre with index, which finds the first copy.

CBOW 中用 index 查找中心词的位置，只找得到第一次出现。

caught by: test_cbow_counts_positions_and_not_words
"""

def contexts(tokens, i, window):
    return tokens[max(0, i - window) : i] + tokens[i + 1 : i + window + 1]


def skipgram_pairs(tokens, window):
    return [(centre, c) for i, centre in enumerate(tokens) for c in contexts(tokens, i, window)]


def cbow_pairs(tokens, window):
    rows = [(contexts(tokens, tokens.index(centre), window), centre) for i, centre in enumerate(tokens)]
    return [row for row in rows if row[0]]
