"""The gradients of attention, by hand.

P = softmax(S), S = q kᵀ / √d + mask, out = P v. The recomputation in blocks
of FlashAttention is left out.
"""

import math

import numpy as np
from numpy import ndarray as Array  # noqa: N812 - the name of the statement


def attention_backward(
    q: Array,
    k: Array,
    v: Array,
    d_out: Array,
    causal: bool = False,
) -> tuple[Array, Array, Array]:
    """Return the gradients for q (T, d), k (S, d) and v (S, dv).

    They are those of the sum of d_out * out, both (T, dv).
    """
    # Forward, as far as it is needed.
    scale = 1 / math.sqrt(q.shape[1])
    scores = q @ k.T * scale  # (T, S)
    if causal:
        later = np.triu(np.ones(scores.shape), len(k) - len(q) + 1) == 1
        scores = np.where(later, -np.inf, scores)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights = weights / weights.sum(axis=1, keepdims=True)  # (T, S)

    # Backward. A product A B hands d A = d Bᵀ and d B = Aᵀ d on.
    d_v = weights.T @ d_out  # (S, dv)
    d_weights = d_out @ v.T  # (T, S)
    # The trap: a softmax is not element-wise. Raising one score lowers all
    # other weights of its row; that is what the row's mean is for.
    mean = (weights * d_weights).sum(axis=1, keepdims=True)  # (T, 1)
    d_scores = weights * (d_weights - mean) * scale  # (T, S), the scale again
    return d_scores @ k, d_scores.T @ q, d_v
