"""One pass, as fused kernels do it: a running maximum and a sum that is rescaled whenever the maximum grows."""

from math import exp, inf


def softmax(x):
    top, total = -inf, 0.0
    for score in x:
        if score == -inf:
            continue
        if score > top:
            total = total * exp(top - score) + 1.0
            top = score
        else:
            total += exp(score - top)
    if total == 0.0:
        raise ValueError("at least one finite score is needed")
    return [exp(score - top) / total for score in x]
