"""Among equal logits the highest id is taken.

相等的 logit 中取了最大的 id。

caught by: test_the_lowest_id_wins_among_equal_logits
also fails: test_the_prompt_stays_as_it_is
"""

from collections.abc import Callable
import numpy as np
Array = np.ndarray

def generate_cached(model: Callable[[list[int], object | None], tuple[Array, object]], prompt: list[int], max_new_tokens: int, eos_id: int) -> list[int]:
    ids = list(prompt)
    feed, cache = (ids, None)
    for _ in range(max_new_tokens):
        logits, cache = model(feed, cache)
        token = int(np.flatnonzero(logits == np.max(logits))[-1])
        ids = [*ids, token]
        if token == eos_id:
            break
        feed = [token]
    return ids
