"""Lists contexts by their distance from the centre, not from left to right.

上下文按离中心词的远近排列，而不是从左到右。

caught by: test_skipgram_windows_are_cut_at_the_ends
also fails: test_a_window_beyond_the_text_takes_all_other_tokens,
test_cbow_puts_all_contexts_of_a_centre_together
"""

def contexts(tokens, i, window):
    return tokens[max(0, i - window) : i][::-1] + tokens[i + 1 : i + window + 1]


def skipgram_pairs(tokens, window):
    return [(centre, c) for i, centre in enumerate(tokens) for c in contexts(tokens, i, window)]


def cbow_pairs(tokens, window):
    rows = [(contexts(tokens, i, window), centre) for i, centre in enumerate(tokens)]
    return [row for row in rows if row[0]]
