"""Hierarchical softmax (Morin and Bengio 2005), written to be read.

ln P = sum_i ln sigmoid(s_i * score_i), s_i = +1 for "0" and -1 for "1"
"""

from collections.abc import Sequence

import numpy as np

Array = np.ndarray


def hs_log_prob(
    h: Array,
    nodes: Array,
    path: Sequence[int],
    code: str,
) -> float:
    """Return ln P(word | h) of the word at the end of a path."""
    # Without this check, a code that is too long would be cut in silence.
    if len(path) != len(code):
        raise ValueError("path and code differ in length")
    log_p = 0.0
    for i, node in enumerate(path):
        sign = 1 if code[i] == "0" else -1
        # ln sigmoid(x) = -ln(1 + exp(-x)). The trap: the sigmoid of a large
        # negative score is 0, and its logarithm -inf.
        log_p -= np.logaddexp(0, -sign * (nodes[node] @ h))
    return log_p
