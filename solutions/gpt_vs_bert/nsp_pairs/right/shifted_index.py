"""NumPy's generator; all coins at once; an index of another document by a shift; lists for pairs."""

import numpy as np


def nsp_pairs(documents, seed):
    n = len(documents)
    if n < 2:
        raise ValueError("need two documents")
    rng = np.random.default_rng(seed)
    starts = [(d, s) for d in range(n) for s in range(len(documents[d]) - 1)]
    coins = rng.integers(0, 2, len(starts)).astype(bool).tolist()
    shifts = rng.integers(1, n, len(starts)).tolist()
    result = []
    for (d, s), coin, shift in zip(starts, coins, shifts):
        source = documents[d] if coin else documents[(d + shift) % n]
        at = s + 1 if coin else int(rng.integers(len(source)))
        result.append([documents[d][s], source[at], coin])
    return result
