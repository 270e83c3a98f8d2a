"""Every draw uses the last uniform, wherever the step ends.

无论在哪里结束，抽样都用最后一个抽样值。

caught by: test_the_step_ends_at_the_first_rejection
"""

from collections.abc import Sequence
import numpy as np
Array = np.ndarray

def speculative_step(draft: Array, target: Array, tokens: list[int], uniforms: Sequence[float]) -> list[int]:
    for i, token in enumerate(tokens):
        if uniforms[i] >= target[i, token] / draft[i, token]:
            residual = np.maximum(target[i] - draft[i], 0.0)
            probs = residual / residual.sum()
            return [*tokens[:i], draw(probs, uniforms[-1])]
    return [*tokens, draw(target[len(tokens)], uniforms[len(tokens)])]

def draw(probs: Array, u: float) -> int:
    above = np.flatnonzero(np.cumsum(probs) > u)
    return int(above[0] if above.size else np.flatnonzero(probs)[-1])
