"""Filters the logits to -inf, takes a second softmax, and searches the cumulative sum."""

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x))
    return e / e.sum()


def nucleus(logits, p):
    order = np.argsort(-logits, kind="stable")
    before = np.concatenate(([0.0], np.cumsum(softmax(logits)[order])[:-1]))
    out = logits.copy()
    out[order[before >= p]] = -np.inf
    return out


def generate(next_logits, prompt, max_new_tokens, eos_id, temperature=1.0, top_p=1.0, uniforms=()):
    new = []
    while len(new) < max_new_tokens and (not new or new[-1] != eos_id):
        logits = np.asarray(next_logits(list(prompt) + new), dtype=float)
        if temperature == 0:
            new.append(int(logits.argmax()))
            continue
        probs = softmax(nucleus(logits / temperature, top_p))
        index = np.searchsorted(np.cumsum(probs), uniforms[len(new)], side="right")
        new.append(int(min(index, np.flatnonzero(probs)[-1])))
    return list(prompt) + new
