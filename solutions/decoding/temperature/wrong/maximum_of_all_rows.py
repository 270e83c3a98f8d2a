"""One maximum is subtracted from all rows, so a row far below it becomes nan.

所有行都减去同一个最大值，远低于它的行会变成 nan。

caught by: test_rows_of_very_different_size_are_both_stable
"""

import numpy as np
Array = np.ndarray

def apply_temperature(logits: Array, temperature: float) -> Array:
    if temperature <= 0:
        raise ValueError(f'the temperature must be positive: {temperature}')
    scaled = logits / temperature
    shifted = scaled - scaled.max()
    exponentials = np.exp(shifted)
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
