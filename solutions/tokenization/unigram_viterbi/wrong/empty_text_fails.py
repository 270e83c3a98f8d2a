"""Takes the empty text for an unknown piece.

把空文本当成一个未知片段。

caught by: test_an_empty_text_has_no_pieces
"""

import math


def segment(text, log_probs, unk_log_prob=-20.0):
    n = len(text)
    if not n:
        return [text], unk_log_prob
    best = [0.0] + [-math.inf] * n
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
            if best[start] + score > best[end]:
                best[end] = best[start] + score
                back[end] = start
    pieces = []
    end = n
    while end > 0:
        pieces.append(text[back[end] : end])
        end = back[end]
    return pieces[::-1], best[n]
