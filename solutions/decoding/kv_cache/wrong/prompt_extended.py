"""The new ids are appended to the caller's prompt.

把新 id 追加到了调用者的提示词里。

caught by: test_the_prompt_stays_as_it_is
"""

from collections.abc import Callable
import numpy as np
Array = np.ndarray

def generate_cached(model: Callable[[list[int], object | None], tuple[Array, object]], prompt: list[int], max_new_tokens: int, eos_id: int) -> list[int]:
    ids = prompt
    feed, cache = (list(ids), None)
    for _ in range(max_new_tokens):
        logits, cache = model(feed, cache)
        token = int(np.argmax(logits))
        ids.append(token)
        if token == eos_id:
            break
        feed = [token]
    return ids
