"""Stable softmax, written to be read.

softmax(x)_i = exp(x_i) / sum_j exp(x_j)

The formula overflows from about x = 710 on, and where every score is below about -745 all exponentials are 0 and the
sum with them. Adding a constant c to every score multiplies numerator and denominator by the same exp(c), so the
result depends on differences alone (Goodfellow, Bengio, Courville, Deep Learning, section 4.1). With c = -max(x) no
exponent is positive, which ends the overflow, and the largest is exp(0) = 1, which keeps the sum at 1 or more.
"""

import math
from collections.abc import Sequence


def softmax(x: Sequence[float]) -> list[float]:
    """Return the probability of each score; ``-inf`` gets exactly 0.0, an empty sequence raises ``ValueError``."""
    if len(x) == 0:
        raise ValueError("softmax needs at least one score")
    largest = max(x)  # finite, as one score is; any other choice (the first, the mean, 0) overflows on some input
    weights = [math.exp(score - largest) for score in x]  # (V,), in [0, 1]; exp(-inf) is 0.0
    # Dividing comes last. Going through log(sum) instead, exp(score - (largest + log(total))), would lose the
    # logarithm in the rounding as soon as `largest` is huge: 1e300 + log(2) is 1e300.
    total = sum(weights)
    return [weight / total for weight in weights]  # (V,)
