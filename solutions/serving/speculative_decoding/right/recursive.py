"""Recursion over the positions: accept the first token and step on with the rest."""

import numpy as np


def sample(weights, u):
    cumulative = np.cumsum(weights) / np.sum(weights)
    hits = np.nonzero(cumulative > u)[0]
    return int(hits[0]) if len(hits) else int(np.max(np.nonzero(weights)))


def speculative_step(draft, target, tokens, uniforms):
    if not len(tokens):
        return [sample(target[0], uniforms[0])]
    token = tokens[0]
    if uniforms[0] < min(1.0, float(target[0][token]) / float(draft[0][token])):
        return [token, *speculative_step(draft[1:], target[1:], tokens[1:], uniforms[1:])]
    return [sample(np.where(target[0] > draft[0], target[0] - draft[0], 0.0), uniforms[1])]
