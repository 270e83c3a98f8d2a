"""A loop with math."""

import math

import numpy as np


def keep_probability(counts, threshold=1e-5):
    total = sum(int(c) for c in counts)
    out = []
    for c in counts:
        out.append(1.0 if c == 0 else min(1.0, math.sqrt(threshold * total / int(c))))
    return np.array(out)
