"""Greedy decoding with a key-value cache, written to be read.

prefill: model(prompt, None), then decode: model([newest id], newest cache)
"""

from collections.abc import Callable

import numpy as np

Array = np.ndarray


def generate_cached(
    model: Callable[[list[int], object | None], tuple[Array, object]],
    prompt: list[int],
    max_new_tokens: int,
    eos_id: int,
) -> list[int]:
    """Return the prompt and the ids generated after it, greedily."""
    ids = list(prompt)
    feed, cache = ids, None
    for _ in range(max_new_tokens):
        # The trap: a call at the end of the loop computes logits that nobody
        # reads. At the beginning, n new tokens take exactly n calls.
        logits, cache = model(feed, cache)  # (V,)
        token = int(np.argmax(logits))  # the first among equal ones
        ids = [*ids, token]
        if token == eos_id:
            break
        feed = [token]  # the cache holds everything before it
    return ids
