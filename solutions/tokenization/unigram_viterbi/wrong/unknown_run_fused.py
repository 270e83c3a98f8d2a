"""Joins unknown characters side by side to one piece of the list.

把相邻的未知字符拼成一个片段。

caught by: test_unknown_characters_are_pieces_of_their_own
also fails: test_a_long_string_outside_the_vocabulary_is_no_piece,
test_random_texts_agree_with_trying_everything,
test_the_price_of_unknown_characters_can_be_set,
test_unknown_characters_compete_with_known_pieces
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
    fused = []
    for piece in pieces[::-1]:
        if fused and piece not in log_probs and fused[-1] not in log_probs:
            fused[-1] += piece
        else:
            fused.append(piece)
    return fused, best[n]
