"""The softmax comes first and its probabilities are raised to 1/T: those rounded to 0 are lost.

先做 softmax，再把概率取 1/T 次方：已经舍入成 0 的概率就丢了。

caught by: test_a_high_temperature_brings_back_distant_logits
"""

import numpy as np


def apply_temperature(logits, temperature):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    e = np.exp(logits - logits.max(axis=-1, keepdims=True))
    p = e / e.sum(axis=-1, keepdims=True)
    p = p ** (1 / temperature)
    return p / p.sum(axis=-1, keepdims=True)
