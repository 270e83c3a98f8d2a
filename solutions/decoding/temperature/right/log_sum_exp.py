"""Through log-probabilities: exp(z - logsumexp(z))."""

import numpy as np


def apply_temperature(logits, temperature):
    if not temperature > 0:
        raise ValueError("temperature must be > 0")
    z = np.asarray(logits, dtype=np.float64) / temperature
    top = np.max(z, axis=-1, keepdims=True)
    return np.exp(z - (top + np.log(np.sum(np.exp(z - top), axis=-1, keepdims=True))))
