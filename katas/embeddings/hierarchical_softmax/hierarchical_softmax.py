"""Hierarchical softmax. The statement holds the contract."""

from collections.abc import Sequence

import numpy as np

Array = np.ndarray


def hs_log_prob(
    h: Array,
    nodes: Array,
    path: Sequence[int],
    code: str,
) -> float:
    """Return ln P(word | h) of the word at the end of a path.

    ``h`` is (D,), ``nodes`` (M, D); ``path`` holds the rows of the inner nodes
    from the root down, ``code`` the branch taken at each, "0" or "1".
    """
    raise NotImplementedError
