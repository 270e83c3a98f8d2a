"""Multiplies probabilities, which underflow.

改用概率相乘，结果下溢。

caught by: test_a_very_low_sum_is_exact
also fails: test_2000_characters_are_segmented_in_time
"""

import math


def segment(text, log_probs, unk_log_prob=-20.0):
    n = len(text)
    best = [1.0] + [0.0] * n
    back = [0] * (n + 1)
    longest = max(map(len, log_probs), default=1)
    for end in range(1, n + 1):
        for start in range(max(0, end - longest), end):
            piece = text[start:end]
            if piece in log_probs:
                score = log_probs[piece]
            elif len(piece) == 1:
                score = unk_log_prob
            else:
                continue
            if best[start] * math.exp(score) > best[end]:
                best[end] = best[start] * math.exp(score)
                back[end] = start
    pieces = []
    end = n
    while end > 0:
        pieces.append(text[back[end] : end])
        end = back[end]
    return pieces[::-1], math.log(best[n] or 5e-324)
