"""math with a branch on the sign; strict zip raises."""

import math


def hs_log_prob(h, nodes, path, code):
    total = 0.0
    for row, c in zip(path, code, strict=True):
        x = float(sum(a * b for a, b in zip(nodes[row], h)))
        x = x if c == "0" else -x
        total += -math.log1p(math.exp(-x)) if x >= 0 else x - math.log1p(math.exp(x))
    return total
