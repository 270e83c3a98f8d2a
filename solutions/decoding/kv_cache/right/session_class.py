"""A session object that knows how many of its ids the cache has seen, and feeds the rest."""

import numpy as np


class Session:
    def __init__(self, model, prompt):
        self.model, self.ids = model, list(prompt)
        self.cache, self.cached = None, 0

    def step(self):
        logits, self.cache = self.model(self.ids[self.cached :], self.cache)
        self.cached = len(self.ids)
        self.ids.append(int(np.flatnonzero(logits == np.max(logits))[0]))
        return self.ids[-1]


def generate_cached(model, prompt, max_new_tokens, eos_id):
    session = Session(model, prompt)
    while max_new_tokens > 0 and session.step() != eos_id:
        max_new_tokens -= 1
        if max_new_tokens == 0:
            break
    return session.ids
