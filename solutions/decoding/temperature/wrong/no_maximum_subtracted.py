"""The largest logit is not subtracted, so the exponential overflows.

没有减去最大的 logit，指数会溢出。

caught by: test_large_logits_do_not_overflow
also fails: test_rows_of_very_different_size_are_both_stable
"""

import numpy as np
Array = np.ndarray

def apply_temperature(logits: Array, temperature: float) -> Array:
    if temperature <= 0:
        raise ValueError(f'the temperature must be positive: {temperature}')
    scaled = logits / temperature
    shifted = scaled
    exponentials = np.exp(shifted)
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
