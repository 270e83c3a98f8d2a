"""Takes any string outside the vocabulary for one unknown piece.

把任何不在词表中的字符串当成一个未知片段。

caught by: test_a_long_string_outside_the_vocabulary_is_no_piece
also fails: test_fewer_pieces_are_not_better_by_themselves,
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
                score = log_probs[piece]
            else:
                score = unk_log_prob
            if best[start] + score > best[end]:
                best[end] = best[start] + score
                back[end] = start
    pieces = []
    end = n
    while end > 0:
        pieces.append(text[back[end] : end])
        end = back[end]
    return pieces[::-1], best[n]
