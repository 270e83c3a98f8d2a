"""Keeps the finished output and the log of the normaliser, and mixes the two with weights from logaddexp."""

import math

import numpy as np


def online_attention(q, blocks):
    output, log_z = None, None
    for keys, values in blocks:
        if keys.size == 0 and len(keys) == 0:
            continue
        scores = np.einsum("td,bd->tb", q, keys) / math.sqrt(q.shape[1])
        block_z = np.logaddexp.reduce(scores, axis=1)
        block_out = np.exp(scores - block_z[:, None]) @ values
        if output is None:
            output, log_z = block_out, block_z
            continue
        both = np.logaddexp(log_z, block_z)
        output = np.exp(log_z - both)[:, None] * output + np.exp(block_z - both)[:, None] * block_out
        log_z = both
    if output is None:
        raise ValueError("there are no keys")
    return output
