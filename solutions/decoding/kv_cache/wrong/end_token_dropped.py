"""The end token is not kept.

没有保留结束 token。

caught by: test_the_end_token_is_kept
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
        if token == eos_id:
            break
        ids = [*ids, token]
        feed = [token]
    return ids
