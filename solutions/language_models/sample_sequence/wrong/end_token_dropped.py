"""The end token stops the loop and is left out of the result.

遇到结束 token 就停止，但没有把它放进结果。

caught by: test_the_end_token_is_kept
also fails: test_nothing_follows_the_end_token
"""

from collections.abc import Callable, Sequence
import numpy as np
Array = np.ndarray


def sample_sequence(next_probs: Callable[[list[int]], Array], eos: int, max_len: int, uniforms: Sequence[float]) -> list[int]:
    ids: list[int] = []
    while len(ids) < max_len:
        probs = next_probs(ids)
        ids.append(draw(probs, uniforms[len(ids)]))
        if ids[-1] == eos:
            return ids[:-1]
    return ids


def draw(probs: Array, u: float) -> int:
    above = np.flatnonzero(np.cumsum(probs) > u)
    if above.size:
        return int(above[0])
    return int(np.flatnonzero(probs)[-1])
