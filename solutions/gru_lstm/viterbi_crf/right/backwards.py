"""From the last step to the first: what is still to come from each tag. The path is then read forwards."""

import numpy as np


def to_come(emissions, transitions, combine):
    tables = [np.zeros(len(transitions))]
    for t in range(len(emissions) - 1, 0, -1):
        tables.append(combine(transitions + emissions[t] + tables[-1]))
    return tables[::-1]


def viterbi(emissions, transitions, start):
    tables = to_come(emissions, transitions, lambda x: x.max(axis=1))
    scores = start + emissions[0] + tables[0]
    path = [int(np.argmax(scores))]
    for t in range(1, len(emissions)):
        path.append(int(np.argmax(transitions[path[-1]] + emissions[t] + tables[t])))
    return path, scores.max()


def log_partition(emissions, transitions, start):
    def lse(x):
        top = x.max(axis=-1, keepdims=True)
        top = np.where(np.isfinite(top), top, 0.0)
        with np.errstate(divide="ignore"):
            return np.log(np.exp(x - top).sum(axis=-1)) + top[..., 0]

    tables = to_come(emissions, transitions, lse)
    return lse(start + emissions[0] + tables[0])
