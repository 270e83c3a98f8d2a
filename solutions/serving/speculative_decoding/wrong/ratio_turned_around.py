"""A token is accepted by draft / target.

用 draft / target 判断是否接受。

caught by: test_a_token_is_accepted_below_the_ratio
also fails: test_a_draw_equal_to_the_ratio_rejects,
test_a_ratio_of_one_or_more_accepts_every_draw,
test_draws_on_boundaries_and_above_the_rounded_sum,
test_each_decision_has_its_own_draw,
test_over_many_steps_the_first_token_follows_the_target,
test_the_arguments_stay_as_they_are,
test_the_replacement_is_drawn_from_the_residual,
test_the_step_ends_at_the_first_rejection
"""

from collections.abc import Sequence
import numpy as np
Array = np.ndarray

def speculative_step(draft: Array, target: Array, tokens: list[int], uniforms: Sequence[float]) -> list[int]:
    for i, token in enumerate(tokens):
        if uniforms[i] >= draft[i, token] / max(target[i, token], 1e-300):
            residual = np.maximum(target[i] - draft[i], 0.0)
            probs = residual / residual.sum()
            return [*tokens[:i], draw(probs, uniforms[i + 1])]
    return [*tokens, draw(target[len(tokens)], uniforms[len(tokens)])]

def draw(probs: Array, u: float) -> int:
    above = np.flatnonzero(np.cumsum(probs) > u)
    return int(above[0] if above.size else np.flatnonzero(probs)[-1])
