"""All ids are fed in every call with None: right tokens, and no use of the cache.

每次都用 None 送入所有 id：结果对，但完全没用缓存。

caught by: test_later_calls_get_the_newest_id_alone
"""

from collections.abc import Callable
import numpy as np
Array = np.ndarray

def generate_cached(model: Callable[[list[int], object | None], tuple[Array, object]], prompt: list[int], max_new_tokens: int, eos_id: int) -> list[int]:
    ids = list(prompt)
    feed, cache = (ids, None)
    for _ in range(max_new_tokens):
        logits, _ = model(ids, None)
        token = int(np.argmax(logits))
        ids = [*ids, token]
        if token == eos_id:
            break
        feed = [token]
    return ids
