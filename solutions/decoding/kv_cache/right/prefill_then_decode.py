"""Prefill outside of the loop, decoding inside, with arrays of ids."""

import numpy as np


def generate_cached(model, prompt, max_new_tokens, eos_id):
    if max_new_tokens < 1:
        return tuple(prompt)
    logits, cache = model([*prompt], None)
    new = [np.argmax(logits)]
    while new[-1] != eos_id and len(new) < max_new_tokens:
        logits, cache = model([int(new[-1])], cache)
        new.append(logits.argmax())
    return np.concatenate([prompt, new])
