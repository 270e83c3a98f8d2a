"""The probabilities are sorted before the cumulative sum, as for top-p.

像 top-p 那样，先排序再累加。

caught by: test_each_draw_picks_the_token_of_its_segment
also fails: test_a_draw_on_a_boundary_goes_to_the_next_token,
test_generation_stops_at_the_length_limit, test_nothing_follows_the_end_token,
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
    order = np.argsort(probs, kind='stable')
    above = order[np.cumsum(probs[order]) > u]
    if above.size:
        return int(above[0])
    return int(np.flatnonzero(probs)[-1])
