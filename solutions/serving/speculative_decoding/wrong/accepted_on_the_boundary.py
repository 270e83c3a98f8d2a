"""A draw equal to the ratio accepts.

抽样值等于比值时也接受。

caught by: test_a_draw_equal_to_the_ratio_rejects
"""

from collections.abc import Sequence
import numpy as np
Array = np.ndarray

def speculative_step(draft: Array, target: Array, tokens: list[int], uniforms: Sequence[float]) -> list[int]:
    for i, token in enumerate(tokens):
        if uniforms[i] > target[i, token] / draft[i, token]:
            residual = np.maximum(target[i] - draft[i], 0.0)
            probs = residual / residual.sum()
            return [*tokens[:i], draw(probs, uniforms[i + 1])]
    return [*tokens, draw(target[len(tokens)], uniforms[len(tokens)])]

def draw(probs: Array, u: float) -> int:
    above = np.flatnonzero(np.cumsum(probs) > u)
    return int(above[0] if above.size else np.flatnonzero(probs)[-1])
