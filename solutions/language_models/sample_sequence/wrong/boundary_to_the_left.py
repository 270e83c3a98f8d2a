"""A draw on a boundary picks the token before it, as searchsorted does by default.

抽样值落在分界点上时取前一个 token，searchsorted 默认就是这样。

caught by: test_a_draw_on_a_boundary_goes_to_the_next_token
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
    above = np.flatnonzero((np.cumsum(probs) >= u) & (probs > 0))
    if above.size:
        return int(above[0])
    return int(np.flatnonzero(probs)[-1])
