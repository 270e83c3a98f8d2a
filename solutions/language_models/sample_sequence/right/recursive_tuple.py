"""A recursion that carries the ids in a tuple and hands the model a fresh list."""

import numpy as np


def sample_sequence(next_probs, eos, max_len, uniforms, ids=()):
    if len(ids) >= max_len or (ids and ids[-1] == eos):
        return list(ids)
    p = next_probs(list(ids))
    hits = np.cumsum(p) > uniforms[len(ids)]
    token = int(np.argmax(hits)) if hits.any() else max(t for t, x in enumerate(p) if x)
    return sample_sequence(next_probs, eos, max_len, uniforms, (*ids, token))
