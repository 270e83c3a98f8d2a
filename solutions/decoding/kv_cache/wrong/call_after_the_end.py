"""The newest id is fed before it is compared with the end token.

先送入最新的 id，再判断它是不是结束 token。

caught by: test_no_call_follows_the_end_token
"""

import numpy as np


def generate_cached(model, prompt, max_new_tokens, eos_id):
    ids = list(prompt)
    feed, cache = ids, None
    while len(ids) < len(prompt) + max_new_tokens:
        logits, cache = model(feed, cache)
        if len(feed) == 1 and feed[0] == eos_id and len(ids) > len(prompt):
            break
        token = int(np.argmax(logits))
        ids = [*ids, token]
        feed = [token]
    return ids
