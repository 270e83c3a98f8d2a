"""The draws are popped off the caller's list.

从调用者的列表里 pop 抽样值。

caught by: test_the_draws_are_a_list_or_an_array_and_stay
"""

from collections.abc import Callable, Sequence
import numpy as np
Array = np.ndarray


def sample_sequence(next_probs: Callable[[list[int]], Array], eos: int, max_len: int, uniforms: Sequence[float]) -> list[int]:
    ids: list[int] = []
    while len(ids) < max_len:
        probs = next_probs(ids)
        ids.append(draw(probs, uniforms.pop(0)))
        if ids[-1] == eos:
            break
    return ids


def draw(probs: Array, u: float) -> int:
    above = np.flatnonzero(np.cumsum(probs) > u)
    if above.size:
        return int(above[0])
    return int(np.flatnonzero(probs)[-1])
