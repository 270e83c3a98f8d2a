"""The caller's logits are divided in place.

就地改写了调用者的 logits。

caught by: test_the_logits_stay_as_they_are
"""

import numpy as np
Array = np.ndarray

def apply_temperature(logits: Array, temperature: float) -> Array:
    if temperature <= 0:
        raise ValueError(f'the temperature must be positive: {temperature}')
    scaled = logits if logits.dtype.kind == 'f' else logits.astype(float)
    scaled /= temperature
    shifted = scaled - scaled.max(axis=-1, keepdims=True)
    exponentials = np.exp(shifted)
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
