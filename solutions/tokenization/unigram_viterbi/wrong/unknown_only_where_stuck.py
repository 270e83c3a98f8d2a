"""Allows an unknown character only where no piece of the vocabulary ends.

只在没有词表片段可用时才允许未知字符。

caught by: test_unknown_characters_compete_with_known_pieces
also fails: test_random_texts_agree_with_trying_everything,
test_the_price_of_unknown_characters_can_be_set
"""

import math


def segment(text, log_probs, unk_log_prob=-20.0):
    n = len(text)
    best = [0.0] + [-math.inf] * n
    back = [0] * (n + 1)
    longest = max(map(len, log_probs), default=1)
    for end in range(1, n + 1):
        for start in range(max(0, end - longest), end):
            piece = text[start:end]
            if piece in log_probs:
                score = log_probs[piece]
            elif len(piece) == 1 and best[end] == -math.inf:
                score = unk_log_prob
            else:
                continue
            if best[start] + score > best[end]:
                best[end] = best[start] + score
                back[end] = start
    pieces = []
    end = n
    while end > 0:
        pieces.append(text[back[end] : end])
        end = back[end]
    return pieces[::-1], best[n]
