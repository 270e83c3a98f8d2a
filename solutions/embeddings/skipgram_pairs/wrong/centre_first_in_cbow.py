"""Puts the centre before the contexts in CBOW.

CBOW 样本里把中心词放在了前面。

caught by: test_cbow_puts_all_contexts_of_a_centre_together
also fails: test_a_context_counts_as_often_as_it_occurs,
test_a_window_beyond_the_text_takes_all_other_tokens,
test_cbow_counts_positions_and_not_words, test_the_tokens_are_not_modified
"""

def contexts(tokens, i, window):
    return tokens[max(0, i - window) : i] + tokens[i + 1 : i + window + 1]


def skipgram_pairs(tokens, window):
    return [(centre, c) for i, centre in enumerate(tokens) for c in contexts(tokens, i, window)]


def cbow_pairs(tokens, window):
    rows = [(centre, contexts(tokens, i, window)) for i, centre in enumerate(tokens)]
    return [row for row in rows if row[1]]
