"""All ids are fed in every call, with the cache: the model sees them twice.

每次都把所有 id 连同缓存一起送入，模型重复看到它们。

caught by: test_later_calls_get_the_newest_id_alone
also fails: test_n_new_tokens_take_n_calls, test_no_call_follows_the_end_token,
test_the_cache_may_be_any_object, test_the_end_token_is_kept,
test_the_newest_cache_goes_into_the_next_call
"""

from collections.abc import Callable
import numpy as np
Array = np.ndarray

def generate_cached(model: Callable[[list[int], object | None], tuple[Array, object]], prompt: list[int], max_new_tokens: int, eos_id: int) -> list[int]:
    ids = list(prompt)
    feed, cache = (ids, None)
    for _ in range(max_new_tokens):
        logits, cache = model(feed, cache)
        token = int(np.argmax(logits))
        ids = [*ids, token]
        if token == eos_id:
            break
        feed = ids
    return ids
