"""Generation goes on after the end token.

遇到结束 token 之后还继续生成。

caught by: test_nothing_follows_the_end_token
"""

from collections.abc import Callable, Sequence
import numpy as np
Array = np.ndarray


def sample_sequence(next_probs: Callable[[list[int]], Array], eos: int, max_len: int, uniforms: Sequence[float]) -> list[int]:
    ids: list[int] = []
    while len(ids) < min(max_len, len(uniforms)):
        probs = next_probs(ids)
        ids.append(draw(probs, uniforms[len(ids)]))
    return ids


def draw(probs: Array, u: float) -> int:
    above = np.flatnonzero(np.cumsum(probs) > u)
    if above.size:
        return int(above[0])
    return int(np.flatnonzero(probs)[-1])
