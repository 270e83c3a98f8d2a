"""Prefers fewer pieces and compares sums only among those.

优先片段少的切分，个数相同才比较总分。

caught by: test_fewer_pieces_are_not_better_by_themselves
also fails: test_random_texts_agree_with_trying_everything,
test_the_price_of_unknown_characters_can_be_set,
test_unknown_characters_compete_with_known_pieces
"""

import math


def segment(text, log_probs, unk_log_prob=-20.0):
    n = len(text)
    best = [(0, 0.0)] + [(-math.inf, 0.0)] * n
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
            if (best[start][0] - 1, best[start][1] + score) > best[end]:
                best[end] = (best[start][0] - 1, best[start][1] + score)
                back[end] = start
    pieces = []
    end = n
    while end > 0:
        pieces.append(text[back[end] : end])
        end = back[end]
    return pieces[::-1], best[n][1]
