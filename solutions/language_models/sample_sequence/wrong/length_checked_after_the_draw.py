"""The length is checked only after a draw, so max_len = 0 gives one token.

抽样之后才检查长度，max_len 为 0 时仍生成了一个 token。

caught by: test_a_limit_of_zero_gives_nothing
"""

import numpy as np


def sample_sequence(next_probs, eos, max_len, uniforms):
    ids = []
    while True:
        probs = np.asarray(next_probs(list(ids)), dtype=float)
        cdf = np.cumsum(probs)
        token = int(np.searchsorted(cdf, uniforms[len(ids)], side="right"))
        if token >= len(probs):
            token = int(np.flatnonzero(probs)[-1])
        ids.append(token)
        if token == eos or len(ids) >= max_len:
            break
    return ids
