"""The draw goes through the tokens by falling probability, not in the order of ids.

按概率从大到小抽样，而不是按 id 的顺序。

caught by: test_draws_follow_the_probabilities_in_the_order_of_ids
also fails: test_each_new_token_has_its_own_draw,
test_large_logits_are_sampled_too, test_temperature_changes_the_probabilities,
test_the_arguments_stay_as_they_are,
test_the_end_token_is_kept_and_ends_the_text,
test_the_number_of_new_tokens_is_limited
"""

from collections.abc import Callable, Sequence
import numpy as np
Array = np.ndarray

def generate(next_logits: Callable[[list[int]], Array], prompt: list[int], max_new_tokens: int, eos_id: int, temperature: float=1.0, top_p: float=1.0, uniforms: Sequence[float]=()) -> list[int]:
    ids = list(prompt)
    for step in range(max_new_tokens):
        logits = next_logits(ids)
        if temperature == 0:
            ids.append(int(np.argmax(logits)))
        else:
            u = uniforms[step]
            ids.append(sample(logits, temperature, top_p, u))
        if ids[-1] == eos_id:
            break
    return ids

def sample(logits: Array, temperature: float, p: float, u: float) -> int:
    scaled = logits / temperature
    weights = np.exp(scaled - scaled.max())
    probs = weights / weights.sum()
    order = np.argsort(-probs, kind='stable')
    cumulative = np.cumsum(probs[order])
    nucleus = order[:np.searchsorted(cumulative, p) + 1]
    kept = np.zeros_like(probs)
    kept[nucleus] = probs[nucleus] / probs[nucleus].sum()
    above = order[np.flatnonzero(np.cumsum(kept[order]) > u)]
    return int(above[0] if above.size else np.flatnonzero(kept)[-1])
