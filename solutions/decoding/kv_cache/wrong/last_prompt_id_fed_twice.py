"""The prompt is fed once to fill the cache, and then its last id again for the logits.

先用提示词填充缓存，再把它的最后一个 id 送入一次取 logits。

caught by: test_n_new_tokens_take_n_calls
also fails: test_an_end_token_in_the_prompt_stops_nothing,
test_later_calls_get_the_newest_id_alone, test_no_call_follows_the_end_token,
test_the_cache_may_be_any_object, test_the_end_token_is_kept,
test_the_newest_cache_goes_into_the_next_call
"""

from collections.abc import Callable
import numpy as np
Array = np.ndarray

def generate_cached(model: Callable[[list[int], object | None], tuple[Array, object]], prompt: list[int], max_new_tokens: int, eos_id: int) -> list[int]:
    ids = list(prompt)
    feed, cache = (ids[-1:], model(ids, None)[1])
    for _ in range(max_new_tokens):
        logits, cache = model(feed, cache)
        token = int(np.argmax(logits))
        ids = [*ids, token]
        if token == eos_id:
            break
        feed = [token]
    return ids
