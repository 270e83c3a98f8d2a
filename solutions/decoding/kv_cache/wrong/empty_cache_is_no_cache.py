"""A cache that is not true, such as an empty list or 0, is taken for none.

把空列表、0 之类为假的缓存当成没有缓存。

caught by: test_the_cache_may_be_any_object
"""

from collections.abc import Callable
import numpy as np
Array = np.ndarray

def generate_cached(model: Callable[[list[int], object | None], tuple[Array, object]], prompt: list[int], max_new_tokens: int, eos_id: int) -> list[int]:
    ids = list(prompt)
    feed, cache = (ids, None)
    for _ in range(max_new_tokens):
        has_cache = cache.any() if isinstance(cache, np.ndarray) else cache
        logits, cache = model(feed, cache if has_cache else None)
        token = int(np.argmax(logits))
        ids = [*ids, token]
        if token == eos_id:
            break
        feed = [token]
    return ids
