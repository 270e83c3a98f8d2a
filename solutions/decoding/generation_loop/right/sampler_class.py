"""A sampler object that scales the draw instead of the probabilities."""

from dataclasses import dataclass

import numpy as np


@dataclass
class Sampler:
    temperature: float
    top_p: float

    def probabilities(self, logits):
        z = logits / self.temperature
        log_probs = z - np.logaddexp.reduce(z)
        return np.exp(log_probs)

    def __call__(self, logits, draw):
        if self.temperature == 0:
            return int(np.flatnonzero(logits == logits.max())[0])
        probs = self.probabilities(logits)
        order = np.lexsort((np.arange(len(probs)), -logits))
        inside = np.zeros(len(probs), dtype=bool)
        total = 0.0
        for i in order:
            if total >= self.top_p:
                break
            inside[i] = True
            total += probs[i]
        masked = np.where(inside, probs, 0.0)
        hits = np.nonzero(np.cumsum(masked) > draw() * masked.sum())[0]
        return int(hits[0]) if len(hits) else int(np.nonzero(masked)[0][-1])


def generate(next_logits, prompt, max_new_tokens, eos_id, temperature=1.0, top_p=1.0, uniforms=()):
    sampler = Sampler(temperature, top_p)
    ids = [*prompt]
    for i in range(max_new_tokens):
        ids.append(sampler(next_logits(ids), lambda i=i: uniforms[i]))
        if ids[-1] == eos_id:
            return ids
    return ids
