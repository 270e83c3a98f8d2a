"""Ignores unk_log_prob.

忽略了 unk_log_prob。

caught by: test_the_price_of_unknown_characters_can_be_set
also fails: test_random_texts_agree_with_trying_everything
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
            elif len(piece) == 1:
                score = -20.0
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
