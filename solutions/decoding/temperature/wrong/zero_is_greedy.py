"""A temperature of 0 gives the argmax instead of an error.

温度为 0 时返回 argmax，而不是抛出异常。

caught by: test_a_temperature_of_zero_raises_value_error
"""

import numpy as np
Array = np.ndarray

def apply_temperature(logits: Array, temperature: float) -> Array:
    if temperature == 0:
        return (logits == logits.max(axis=-1, keepdims=True)).astype(float)
    if temperature < 0:
        raise ValueError(f'the temperature must be positive: {temperature}')
    scaled = logits / temperature
    shifted = scaled - scaled.max(axis=-1, keepdims=True)
    exponentials = np.exp(shifted)
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
