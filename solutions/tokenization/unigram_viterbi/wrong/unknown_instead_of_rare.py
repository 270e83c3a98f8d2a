"""Lets a rare character count as unknown.

把罕见字符当成未知字符计分。

caught by: test_a_known_character_keeps_its_own_log_probability
also fails: test_a_very_low_sum_is_exact,
test_random_texts_agree_with_trying_everything
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
                score = log_probs[piece] if len(piece) > 1 else max(log_probs[piece], unk_log_prob)
            elif len(piece) == 1:
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
