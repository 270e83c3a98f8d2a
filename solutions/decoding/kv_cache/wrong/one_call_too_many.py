"""The loop computes the logits for the next token before it knows whether there is one.

循环末尾就计算下一个 token 的 logits，不管是否还需要。

caught by: test_n_new_tokens_take_n_calls
also fails: test_later_calls_get_the_newest_id_alone
"""

import numpy as np


def generate_cached(model, prompt, max_new_tokens, eos_id):
    ids = list(prompt)
    if max_new_tokens == 0:
        return ids
    logits, cache = model(ids, None)
    for _ in range(max_new_tokens):
        token = int(np.argmax(logits))
        ids = [*ids, token]
        if token == eos_id:
            break
        logits, cache = model([token], cache)
    return ids
