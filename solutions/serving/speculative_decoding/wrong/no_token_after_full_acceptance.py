"""Where all tokens are accepted, nothing more is drawn.

全部接受后没有再抽一个。

caught by: test_all_accepted_draws_one_more
also fails: test_a_ratio_of_one_or_more_accepts_every_draw,
test_a_token_is_accepted_below_the_ratio, test_the_arguments_stay_as_they_are
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
    return list(tokens) or [draw(target[0], uniforms[0])]

def draw(probs: Array, u: float) -> int:
    above = np.flatnonzero(np.cumsum(probs) > u)
    return int(above[0] if above.size else np.flatnonzero(probs)[-1])
