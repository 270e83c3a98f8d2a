"""Blocks as a stream: each is made when it is asked for."""

import numpy as np


def once(q, blocks):
    """Your result for blocks that can be gone through once."""
    return _your_function()(q, (block for block in blocks))


def large(q, count, size, width):
    """Your result for `count` blocks of `size` keys, made on the way.

    Block n has keys of zeros, as wide as q, and `width` values that are all n.
    """
    return _your_function()(q, _made(count, size, q.shape[1], width))


def _made(count, size, d, dv):
    for n in range(count):
        yield np.zeros((size, d)), np.full((size, dv), float(n))


def _your_function():
    # Imported only now, because the judge loads this file before yours.
    from online_attention import online_attention

    return online_attention
