"""Without a maximum: the share of i is 1 / sum_j exp(x_j - x_i), with an overflow read as infinity."""

import math


def grown(difference):
    try:
        return math.exp(difference)
    except OverflowError:
        return math.inf


def softmax(x):
    if not len(x):
        raise ValueError("softmax() of an empty sequence")

    def share(own):
        if own == -math.inf:
            return 0.0
        return 1.0 / sum(grown(other - own) for other in x)

    return list(map(share, x))
