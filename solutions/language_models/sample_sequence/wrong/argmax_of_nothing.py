"""np.argmax of a row without True gives 0, so that rounding picks token 0.

一行里没有 True 时 np.argmax 得 0，舍入会选中 token 0。

caught by: test_rounding_takes_the_last_token_with_a_probability
also fails: test_rounding_skips_trailing_tokens_without_probability
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
    return 0
