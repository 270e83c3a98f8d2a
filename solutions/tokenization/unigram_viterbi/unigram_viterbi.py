"""The best unigram segmentation (Kudo 2018), written to be read.

best[e] = max over s < e of best[s] + score(text[s:e])

A table filled from left to right, not recursion: Python's stack ends before
a long text does.
"""

import math


def segment(
    text: str,
    log_probs: dict[str, float],
    unk_log_prob: float = -20.0,
) -> tuple[list[str], float]:
    """Return the best pieces of ``text`` and the sum of their scores."""
    longest = max(map(len, log_probs), default=1)
    best = [0.0] + [-math.inf] * len(text)  # best[e]: score of text[:e]
    start_of = [0] * (len(text) + 1)  # where the last piece of it begins
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - longest), end):
            score = log_probs.get(text[start:end])
            if score is None:
                # The trap: only a single character may be unknown. A piece
                # of the vocabulary keeps its own score, however low.
                if end - start > 1:
                    continue
                score = unk_log_prob
            if best[start] + score > best[end]:
                best[end] = best[start] + score
                start_of[end] = start

    pieces = []
    end = len(text)
    while end > 0:
        pieces.append(text[start_of[end] : end])
        end = start_of[end]
    return pieces[::-1], best[-1]
