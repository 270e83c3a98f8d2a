"""The logits are divided by the temperature, the maximum subtracted from them is not.

logits 除以了温度，减去的最大值却没有除。

caught by: test_large_logits_do_not_overflow
also fails: test_a_high_temperature_brings_back_distant_logits
"""

import numpy as np


def apply_temperature(logits, temperature):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    logits = np.asarray(logits, dtype=np.float64)
    exponentials = np.exp(logits / temperature - logits.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
