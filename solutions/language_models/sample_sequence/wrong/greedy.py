"""The most probable token is taken; the draws are not used.

直接取概率最大的 token，没有使用抽样值。

caught by: test_each_draw_picks_the_token_of_its_segment
also fails: test_a_draw_on_a_boundary_goes_to_the_next_token,
test_a_token_without_probability_is_never_drawn,
test_nothing_follows_the_end_token,
test_rounding_skips_trailing_tokens_without_probability,
test_rounding_takes_the_last_token_with_a_probability,
test_the_draws_are_a_list_or_an_array_and_stay, test_the_end_token_is_kept
"""

from collections.abc import Callable, Sequence
import numpy as np
Array = np.ndarray


def sample_sequence(next_probs: Callable[[list[int]], Array], eos: int, max_len: int, uniforms: Sequence[float]) -> list[int]:
    ids: list[int] = []
    while len(ids) < max_len:
        probs = next_probs(ids)
        ids.append(draw(probs, uniforms[len(ids)]))
        if ids[-1] == eos:
            break
    return ids


def draw(probs: Array, u: float) -> int:
    above = np.array([np.argmax(probs)])
    if above.size:
        return int(above[0])
    return int(np.flatnonzero(probs)[-1])
