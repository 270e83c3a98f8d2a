"""Exact attention in one pass over blocks of keys.

Milakov and Gimelshein, "Online normalizer calculation for softmax"; Dao et
al., "FlashAttention". The tiling of queries is left out.
"""

import math
from collections.abc import Iterable

import numpy as np
from numpy import ndarray as Array  # noqa: N812 - the name of the statement


def online_attention(
    q: Array,
    blocks: Iterable[tuple[Array, Array]],
) -> Array:
    """Return the attention (T, dv) of q (T, d) over all keys of all blocks.

    A block is a pair of keys (b, d) and values (b, dv). ``ValueError`` if
    there is no key at all.
    """
    top = -math.inf  # the largest score so far, then (T, 1)
    total = 0.0  # the sum of exp(score - top), then (T, 1)
    mixed = 0.0  # the sum of exp(score - top) v, then (T, dv)
    for k, v in blocks:
        if len(k) == 0:
            continue
        scores = q @ k.T / math.sqrt(q.shape[1])  # (T, b)
        highest = np.maximum(top, scores.max(axis=1, keepdims=True))
        # The trap: what was summed before was relative to the old maximum.
        # Both sums shrink by the same factor. It is 0 at the first block.
        shrink = np.exp(top - highest)  # (T, 1)
        weights = np.exp(scores - highest)  # (T, b)
        total = total * shrink + weights.sum(axis=1, keepdims=True)
        mixed = mixed * shrink + weights @ v
        top = highest
    if np.ndim(total) == 0:
        raise ValueError("there is no key in any block")
    return mixed / total
