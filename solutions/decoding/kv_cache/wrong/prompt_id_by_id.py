"""The prompt is fed id by id, which makes as many calls as it has ids.

提示词逐个 id 送入，有多少个 id 就调用多少次。

caught by: test_the_prompt_is_fed_in_one_call
also fails: test_later_calls_get_the_newest_id_alone
"""

from collections.abc import Callable
import numpy as np
Array = np.ndarray

def generate_cached(model: Callable[[list[int], object | None], tuple[Array, object]], prompt: list[int], max_new_tokens: int, eos_id: int) -> list[int]:
    ids = list(prompt)
    feed, cache = (ids[-1:], None)
    for i in ids[:-1] if max_new_tokens else []:
        _, cache = model([i], cache)
    for _ in range(max_new_tokens):
        logits, cache = model(feed, cache)
        token = int(np.argmax(logits))
        ids = [*ids, token]
        if token == eos_id:
            break
        feed = [token]
    return ids
