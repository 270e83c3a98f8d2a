"""The softmax runs over the first axis.

softmax 在第一个轴上进行。

caught by: test_each_row_of_a_batch_has_its_own_softmax
also fails: test_rows_of_very_different_size_are_both_stable
"""

import numpy as np
Array = np.ndarray

def apply_temperature(logits: Array, temperature: float) -> Array:
    if temperature <= 0:
        raise ValueError(f'the temperature must be positive: {temperature}')
    scaled = logits / temperature
    shifted = scaled - scaled.max(axis=0, keepdims=True)
    exponentials = np.exp(shifted)
    return exponentials / exponentials.sum(axis=0, keepdims=True)
