"""Loops in plain Python with math, and sorted, which is stable."""

import math


def retrieve(query, passages, k):
    def cosine(a, b):
        bottom = math.hypot(*a) * math.hypot(*b)
        return sum(float(x) * float(y) for x, y in zip(a, b)) / bottom if bottom else 0.0

    similarity = [cosine(query, p) for p in passages]
    return sorted(range(len(passages)), key=lambda i: -similarity[i])[:k]
