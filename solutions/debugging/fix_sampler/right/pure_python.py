"""Lists and loops, with math.exp and a dict of the tokens that are left."""

import math


def normalised(weights):
    total = sum(weights.values())
    return {i: w / total for i, w in weights.items()}


def sample(logits, temperature, top_k, top_p, uniform):
    values = logits.tolist()
    ranked = sorted(range(len(values)), key=lambda i: -values[i])
    if temperature == 0:
        return ranked[0]
    if top_k is not None:
        if top_k <= 0:
            raise ValueError(top_k)
        ranked = ranked[:top_k]
    top = values[ranked[0]]
    probs = normalised({i: math.exp((values[i] - top) / temperature) for i in ranked})
    if top_p is not None:
        if top_p <= 0 or top_p > 1:
            raise ValueError(top_p)
        kept, total = {}, 0.0
        for i in ranked:
            kept[i] = probs[i]
            total += probs[i]
            if total >= top_p:
                break
        probs = normalised(kept)
    reached = 0.0
    possible = [i for i in sorted(probs) if probs[i] > 0]
    for i in possible:
        reached += probs[i]
        if uniform < reached:
            return i
    return possible[-1]
