"""The probabilities are divided by the temperature, which normalising undoes.

把概率除以温度，归一化之后等于没除。

caught by: test_the_logits_are_divided_by_the_temperature
also fails: test_a_high_temperature_brings_back_distant_logits,
test_each_row_of_a_batch_has_its_own_softmax,
test_integers_and_single_precision_are_logits_too
"""

import numpy as np
Array = np.ndarray

def apply_temperature(logits: Array, temperature: float) -> Array:
    if temperature <= 0:
        raise ValueError(f'the temperature must be positive: {temperature}')
    scaled = logits * 1.0
    shifted = scaled - scaled.max(axis=-1, keepdims=True)
    exponentials = np.exp(shifted) / temperature
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
