"""The draft is ignored and each token drawn from the target: the right distribution, at the price that was to be saved.

忽略草稿，直接从 target 抽样：分布对，但该省的代价一点没省。

caught by: test_a_ratio_of_one_or_more_accepts_every_draw
also fails: test_a_draw_equal_to_the_ratio_rejects,
test_a_token_is_accepted_below_the_ratio, test_all_accepted_draws_one_more,
test_draws_on_boundaries_and_above_the_rounded_sum,
test_each_decision_has_its_own_draw, test_the_arguments_stay_as_they_are,
test_the_replacement_is_drawn_from_the_residual,
test_the_step_ends_at_the_first_rejection
"""

from collections.abc import Sequence
import numpy as np
Array = np.ndarray

def speculative_step(draft: Array, target: Array, tokens: list[int], uniforms: Sequence[float]) -> list[int]:
    if tokens:
        return [draw(target[0], uniforms[0])]
    for i, token in enumerate(tokens):
        if uniforms[i] >= target[i, token] / draft[i, token]:
            residual = np.maximum(target[i] - draft[i], 0.0)
            probs = residual / residual.sum()
            return [*tokens[:i], draw(probs, uniforms[i + 1])]
    return [*tokens, draw(target[len(tokens)], uniforms[len(tokens)])]

def draw(probs: Array, u: float) -> int:
    above = np.flatnonzero(np.cumsum(probs) > u)
    return int(above[0] if above.size else np.flatnonzero(probs)[-1])
