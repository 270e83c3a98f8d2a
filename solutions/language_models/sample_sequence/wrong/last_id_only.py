"""The model gets the last id alone, as if it were a bigram model.

只把最后一个 id 传给模型，好像它是二元模型。

caught by: test_the_model_gets_all_ids_so_far
"""

from collections.abc import Callable, Sequence
import numpy as np
Array = np.ndarray


def sample_sequence(next_probs: Callable[[list[int]], Array], eos: int, max_len: int, uniforms: Sequence[float]) -> list[int]:
    ids: list[int] = []
    while len(ids) < max_len:
        probs = next_probs(ids[-1:])
        ids.append(draw(probs, uniforms[len(ids)]))
        if ids[-1] == eos:
            break
    return ids


def draw(probs: Array, u: float) -> int:
    above = np.flatnonzero(np.cumsum(probs) > u)
    if above.size:
        return int(above[0])
    return int(np.flatnonzero(probs)[-1])
