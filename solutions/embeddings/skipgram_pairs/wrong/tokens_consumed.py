"""Removes the centres from the caller's list in CBOW.

CBOW 中从调用者的列表里删掉了中心词。

caught by: test_the_tokens_are_not_modified
"""

def contexts(tokens, i, window):
    return tokens[max(0, i - window) : i] + tokens[i + 1 : i + window + 1]


def skipgram_pairs(tokens, window):
    return [(centre, c) for i, centre in enumerate(tokens) for c in contexts(tokens, i, window)]


def cbow_pairs(tokens, window):
    rows = [(contexts(tokens, i, window), centre) for i, centre in enumerate(tokens)]
    tokens.clear()
    return [row for row in rows if row[0]]
