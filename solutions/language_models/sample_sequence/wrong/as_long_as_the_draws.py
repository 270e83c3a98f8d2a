"""There is a token for each draw; max_len is not looked at.

每个抽样值都生成一个 token，没有看 max_len。

caught by: test_generation_stops_at_the_length_limit
also fails: test_a_limit_of_zero_gives_nothing
"""

from collections.abc import Callable, Sequence
import numpy as np
Array = np.ndarray


def sample_sequence(next_probs: Callable[[list[int]], Array], eos: int, max_len: int, uniforms: Sequence[float]) -> list[int]:
    ids: list[int] = []
    while len(ids) < len(uniforms):
        probs = next_probs(ids)
        ids.append(draw(probs, uniforms[len(ids)]))
        if ids[-1] == eos:
            break
    return ids


def draw(probs: Array, u: float) -> int:
    above = np.flatnonzero(np.cumsum(probs) > u)
    if above.size:
        return int(above[0])
    return int(np.flatnonzero(probs)[-1])
