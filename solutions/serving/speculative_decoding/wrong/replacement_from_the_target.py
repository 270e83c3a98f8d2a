"""The replacement is drawn from the target, which favours what the draft proposes.

替换的 token 直接从 target 抽，偏向草稿提议的 token。

caught by: test_the_replacement_is_drawn_from_the_residual
also fails: test_a_draw_equal_to_the_ratio_rejects,
test_each_decision_has_its_own_draw,
test_over_many_steps_the_first_token_follows_the_target,
test_the_arguments_stay_as_they_are, test_the_step_ends_at_the_first_rejection
"""

from collections.abc import Sequence
import numpy as np
Array = np.ndarray

def speculative_step(draft: Array, target: Array, tokens: list[int], uniforms: Sequence[float]) -> list[int]:
    for i, token in enumerate(tokens):
        if uniforms[i] >= target[i, token] / draft[i, token]:
            residual = target[i]
            probs = residual / residual.sum()
            return [*tokens[:i], draw(probs, uniforms[i + 1])]
    return [*tokens, draw(target[len(tokens)], uniforms[len(tokens)])]

def draw(probs: Array, u: float) -> int:
    above = np.flatnonzero(np.cumsum(probs) > u)
    return int(above[0] if above.size else np.flatnonzero(probs)[-1])
