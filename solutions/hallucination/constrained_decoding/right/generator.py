"""A generator that yields ids, with np.sort and fancy indexing."""

import numpy as np


def steps(next_logits, allowed, eos_id, max_len):
    ids = []
    while len(ids) < max_len:
        choices = np.sort(np.fromiter(allowed(ids), dtype=int))
        if choices.size == 0:
            return
        token = int(choices[next_logits(ids)[choices].argmax()])
        yield token
        if token == eos_id:
            return
        ids.append(token)


def constrained_greedy(next_logits, allowed, eos_id, max_len):
    return list(steps(next_logits, allowed, eos_id, max_len))
