"""Recursion with a cache, too deep for a long text.

带缓存的递归，文本一长就超过递归深度。

caught by: test_2000_characters_are_segmented_in_time
"""

from functools import cache


def segment(text, log_probs, unk_log_prob=-20.0):
    @cache
    def best(start):
        if start == len(text):
            return 0.0, ()
        found = []
        for end in range(start + 1, len(text) + 1):
            piece = text[start:end]
            if piece in log_probs or len(piece) == 1:
                score, rest = best(end)
                found.append((score + log_probs.get(piece, unk_log_prob), (piece, *rest)))
        return max(found)

    score, pieces = best(0)
    return list(pieces), score
