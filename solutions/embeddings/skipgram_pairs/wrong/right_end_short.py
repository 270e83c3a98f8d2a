"""Stops one token early on the right.

右侧少取了一个 token。

caught by: test_skipgram_pairs_a_centre_with_each_context
also fails: test_a_context_counts_as_often_as_it_occurs,
test_cbow_counts_positions_and_not_words,
test_cbow_puts_all_contexts_of_a_centre_together,
test_skipgram_counts_positions_and_not_words,
test_skipgram_windows_are_cut_at_the_ends, test_the_tokens_are_not_modified
"""

def contexts(tokens, i, window):
    return tokens[max(0, i - window) : i] + tokens[i + 1 : i + window]


def skipgram_pairs(tokens, window):
    return [(centre, c) for i, centre in enumerate(tokens) for c in contexts(tokens, i, window)]


def cbow_pairs(tokens, window):
    rows = [(contexts(tokens, i, window), centre) for i, centre in enumerate(tokens)]
    return [row for row in rows if row[0]]
