"""Plain Python: one comprehension for the exponentials, one for the shares; ``max`` itself refuses empty input."""

import math


def softmax(x):
    m = max(x)
    exps = [math.exp(v - m) for v in x]
    total = math.fsum(exps)
    return [e / total for e in exps]
