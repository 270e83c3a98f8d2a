"""A loop over pairs with math.log of the quotient."""

import math


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    total = 0.0
    for a, b in zip(p.flat, q.flat):
        if a == 0:
            continue
        if b == 0:
            return math.inf
        total += a * math.log(a / b)
    return total
