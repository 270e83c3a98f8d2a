"""Only a temperature of 0 is refused.

只拒绝温度 0，没有拒绝负数。

caught by: test_a_negative_temperature_raises_value_error
"""

import numpy as np
Array = np.ndarray

def apply_temperature(logits: Array, temperature: float) -> Array:
    if temperature == 0:
        raise ValueError(f'the temperature must be positive: {temperature}')
    scaled = logits / temperature
    shifted = scaled - scaled.max(axis=-1, keepdims=True)
    exponentials = np.exp(shifted)
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
