"""Dicts and loops, an early exit for each zero, the root taken with a power at the end."""

import math


def count(tokens, n):
    table = {}
    for i in range(len(tokens) - n + 1):
        gram = tuple(tokens[i : i + n])
        table[gram] = table.get(gram, 0) + 1
    return table


def sentence_bleu(references, candidate, max_n=4):
    if len(references) == 0:
        raise ValueError("no references")
    if len(candidate) < max_n:
        return 0.0
    product = 1.0
    for n in range(1, max_n + 1):
        clipped = total = 0
        tables = [count(reference, n) for reference in references]
        for gram, times in count(candidate, n).items():
            total += times
            clipped += min(times, max(table.get(gram, 0) for table in tables))
        product *= clipped / total
    best = None
    for reference in references:
        size = len(reference)
        distance = abs(size - len(candidate))
        if best is None or distance < best[0] or (distance == best[0] and size < best[1]):
            best = (distance, size)
    penalty = 1.0 if len(candidate) > best[1] else math.exp(1 - best[1] / len(candidate))
    return penalty * product ** (1 / max_n)
