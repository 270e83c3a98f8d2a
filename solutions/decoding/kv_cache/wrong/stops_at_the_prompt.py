"""An end token at the end of the prompt stops the loop.

提示词末尾的结束 token 让循环停止。

caught by: test_an_end_token_in_the_prompt_stops_nothing
"""

from collections.abc import Callable
import numpy as np
Array = np.ndarray

def generate_cached(model: Callable[[list[int], object | None], tuple[Array, object]], prompt: list[int], max_new_tokens: int, eos_id: int) -> list[int]:
    ids = list(prompt)
    feed, cache = (ids, None)
    for _ in range(max_new_tokens):
        if ids[-1] == eos_id:
            break
        logits, cache = model(feed, cache)
        token = int(np.argmax(logits))
        ids = [*ids, token]
        if token == eos_id:
            break
        feed = [token]
    return ids
