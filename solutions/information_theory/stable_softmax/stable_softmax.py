"""Stable softmax, written to be read.

softmax(x)_i = exp(x_i) / sum_j exp(x_j)

The formula overflows from about x = 710 on, and where every score is below
about -745 all exponentials are 0 and so is their sum. Adding a constant c to
every score multiplies numerator and denominator by the same exp(c), so only
differences matter (Goodfellow, Bengio, Courville, Deep Learning, section
4.1). With c = -max(x) no exponent is positive, so nothing overflows, and the
largest exponential is exp(0) = 1, so the sum is at least 1.
"""

import math
from collections.abc import Sequence


def softmax(x: Sequence[float]) -> list[float]:
    """Return each score's probability; ``-inf`` gets exactly 0.0.

    An empty sequence raises ``ValueError``.
    """
    if len(x) == 0:
        raise ValueError("softmax needs at least one score")
    # Any other choice (the first, the mean, 0) overflows on some input.
    largest = max(x)  # finite, because at least one score is
    weights = [math.exp(score - largest) for score in x]  # (V,), in [0, 1]
    # Dividing comes last. exp(score - (largest + log(total))) would lose the
    # logarithm to rounding for a huge `largest`: 1e300 + log(2) is 1e300.
    total = sum(weights)
    return [weight / total for weight in weights]  # (V,)
