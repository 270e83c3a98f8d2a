"""Caps the window at half the length of the text.

把窗口限制为文本长度的一半。

caught by: test_a_window_beyond_the_text_takes_all_other_tokens
"""

def contexts(tokens, i, window):
    window = min(window, len(tokens) // 2)
    return tokens[max(0, i - window) : i] + tokens[i + 1 : i + window + 1]


def skipgram_pairs(tokens, window):
    return [(centre, c) for i, centre in enumerate(tokens) for c in contexts(tokens, i, window)]


def cbow_pairs(tokens, window):
    rows = [(contexts(tokens, i, window), centre) for i, centre in enumerate(tokens)]
    return [row for row in rows if row[0]]
