"""The comparison is >=, so that a draw of 0.0 picks token 0 without any probability.

用 >= 比较，抽样值为 0.0 时会选中概率为 0 的 token 0。

caught by: test_a_token_without_probability_is_never_drawn
also fails: test_a_draw_on_a_boundary_goes_to_the_next_token
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
    above = np.flatnonzero(np.cumsum(probs) >= u)
    if above.size:
        return int(above[0])
    return int(np.flatnonzero(probs)[-1])
