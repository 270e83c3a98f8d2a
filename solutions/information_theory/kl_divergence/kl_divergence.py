"""KL divergence, written to be read.

KL(p||q) = sum p ln(p / q)

In words: the extra nats per symbol that a code made for q costs when the
symbols follow p. Hence the two zeros differ. What never happens under p costs
nothing; what happens under p although q rules it out costs infinitely much.
"""

import numpy as np

Array = np.ndarray


def kl_divergence(p: Array, q: Array) -> float:
    """Return KL(p||q) in nats; ``ValueError`` for unequal shapes."""
    if p.shape != q.shape:  # or NumPy would broadcast (1,) against (V,)
        raise ValueError(f"unequal shapes {p.shape} and {q.shape}")

    seen = p > 0  # bool, of any shape; 0 * log(0) would be nan
    p, q = p[seen], q[seen]  # (k,): only terms that count
    # The trap: an epsilon in the logarithm turns inf into an ordinary number
    # and hides that q rules out something that happens. As it stands, log(0)
    # is -inf and the sum is inf, which is the right answer, so no warning.
    with np.errstate(divide="ignore"):
        return float(np.sum(p * (np.log(p) - np.log(q))))
