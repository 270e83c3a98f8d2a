"""The limit counts the ids of the prompt, too.

长度上限把提示词的 id 也算了进去。

caught by: test_the_number_of_new_tokens_is_limited
also fails: test_a_temperature_of_zero_takes_the_largest_logit,
test_an_end_token_in_the_prompt_stops_nothing,
test_each_new_token_has_its_own_draw, test_the_arguments_stay_as_they_are,
test_the_model_gets_the_prompt_and_all_new_ids
"""

from collections.abc import Callable, Sequence
import numpy as np
Array = np.ndarray

def generate(next_logits: Callable[[list[int]], Array], prompt: list[int], max_new_tokens: int, eos_id: int, temperature: float=1.0, top_p: float=1.0, uniforms: Sequence[float]=()) -> list[int]:
    ids = list(prompt)
    for step in range(max_new_tokens - len(prompt)):
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
    above = np.flatnonzero(np.cumsum(kept) > u)
    return int(above[0] if above.size else np.flatnonzero(kept)[-1])
