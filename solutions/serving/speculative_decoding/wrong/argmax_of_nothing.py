"""Where rounding leaves no token above the draw, token 0 is taken.

因舍入而没有 token 超过抽样值时，取了 token 0。

caught by: test_draws_on_boundaries_and_above_the_rounded_sum
"""

from collections.abc import Sequence
import numpy as np
Array = np.ndarray

def speculative_step(draft: Array, target: Array, tokens: list[int], uniforms: Sequence[float]) -> list[int]:
    for i, token in enumerate(tokens):
        if uniforms[i] >= target[i, token] / draft[i, token]:
            residual = np.maximum(target[i] - draft[i], 0.0)
            probs = residual / residual.sum()
            return [*tokens[:i], draw(probs, uniforms[i + 1])]
    return [*tokens, draw(target[len(tokens)], uniforms[len(tokens)])]

def draw(probs: Array, u: float) -> int:
    above = np.flatnonzero(np.cumsum(probs) > u)
    return int(above[0] if above.size else 0)
