"""Puts the context before the centre in skip-gram.

skip-gram 样本里把上下文放在了中心词前面。

caught by: test_skipgram_pairs_a_centre_with_each_context
also fails: test_a_context_counts_as_often_as_it_occurs,
test_a_window_beyond_the_text_takes_all_other_tokens,
test_skipgram_counts_positions_and_not_words,
test_skipgram_windows_are_cut_at_the_ends, test_the_tokens_are_not_modified
"""

def contexts(tokens, i, window):
    return tokens[max(0, i - window) : i] + tokens[i + 1 : i + window + 1]


def skipgram_pairs(tokens, window):
    return [(c, centre) for i, centre in enumerate(tokens) for c in contexts(tokens, i, window)]


def cbow_pairs(tokens, window):
    rows = [(contexts(tokens, i, window), centre) for i, centre in enumerate(tokens)]
    return [row for row in rows if row[0]]
