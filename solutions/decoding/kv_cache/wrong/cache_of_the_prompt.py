"""The cache of the prompt is used in all later calls.

之后的调用一直用提示词的缓存。

caught by: test_the_newest_cache_goes_into_the_next_call
also fails: test_later_calls_get_the_newest_id_alone,
test_no_call_follows_the_end_token, test_the_cache_may_be_any_object,
test_the_end_token_is_kept
"""

from collections.abc import Callable
import numpy as np
Array = np.ndarray

def generate_cached(model: Callable[[list[int], object | None], tuple[Array, object]], prompt: list[int], max_new_tokens: int, eos_id: int) -> list[int]:
    ids = list(prompt)
    feed, cache = (ids, None)
    for _ in range(max_new_tokens):
        logits, new_cache = model(feed, cache)
        cache = new_cache if cache is None else cache
        token = int(np.argmax(logits))
        ids = [*ids, token]
        if token == eos_id:
            break
        feed = [token]
    return ids
