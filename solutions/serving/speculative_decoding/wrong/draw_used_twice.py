"""The replacement is drawn with the uniform that rejected the token.

替换时又用了拒绝该 token 的那个抽样值。

caught by: test_the_replacement_is_drawn_from_the_residual
also fails: test_draws_on_boundaries_and_above_the_rounded_sum,
test_each_decision_has_its_own_draw,
test_over_many_steps_the_first_token_follows_the_target,
test_the_step_ends_at_the_first_rejection
"""

from collections.abc import Sequence
import numpy as np
Array = np.ndarray

def speculative_step(draft: Array, target: Array, tokens: list[int], uniforms: Sequence[float]) -> list[int]:
    for i, token in enumerate(tokens):
        if uniforms[i] >= target[i, token] / draft[i, token]:
            residual = np.maximum(target[i] - draft[i], 0.0)
            probs = residual / residual.sum()
            return [*tokens[:i], draw(probs, uniforms[i])]
    return [*tokens, draw(target[len(tokens)], uniforms[len(tokens)])]

def draw(probs: Array, u: float) -> int:
    above = np.flatnonzero(np.cumsum(probs) > u)
    return int(above[0] if above.size else np.flatnonzero(probs)[-1])
