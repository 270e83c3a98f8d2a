"""The logits are multiplied by the temperature, which turns its effect around.

把 logits 乘以温度，效果正好相反。

caught by: test_the_logits_are_divided_by_the_temperature
also fails: test_a_high_temperature_brings_back_distant_logits,
test_each_row_of_a_batch_has_its_own_softmax,
test_integers_and_single_precision_are_logits_too,
test_large_logits_do_not_overflow
"""

import numpy as np
Array = np.ndarray

def apply_temperature(logits: Array, temperature: float) -> Array:
    if temperature <= 0:
        raise ValueError(f'the temperature must be positive: {temperature}')
    scaled = logits * temperature
    shifted = scaled - scaled.max(axis=-1, keepdims=True)
    exponentials = np.exp(shifted)
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
