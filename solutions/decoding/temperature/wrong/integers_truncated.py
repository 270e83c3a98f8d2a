"""The result is written into an array of the input's dtype: integers round every probability down to 0.

结果写进与输入同 dtype 的数组，输入是整数时概率都被截成 0。

caught by: test_integers_and_single_precision_are_logits_too
"""

import numpy as np
Array = np.ndarray

def apply_temperature(logits: Array, temperature: float) -> Array:
    if temperature <= 0:
        raise ValueError(f'the temperature must be positive: {temperature}')
    scaled = logits / temperature
    shifted = scaled - scaled.max(axis=-1, keepdims=True)
    exponentials = np.exp(shifted)
    out = np.empty_like(logits)
    out[...] = exponentials / exponentials.sum(axis=-1, keepdims=True)
    return out
