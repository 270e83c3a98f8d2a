"""Where rounding leaves no token, the last one is taken, though it may have probability 0.

舍入后没有 token 满足条件时取最后一个，哪怕它的概率是 0。

caught by: test_rounding_skips_trailing_tokens_without_probability
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
            break
    return ids


def draw(probs: Array, u: float) -> int:
    above = np.flatnonzero(np.cumsum(probs) > u)
    if above.size:
        return int(above[0])
    return len(probs) - 1
