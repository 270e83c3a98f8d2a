"""Returns the sum of the losses instead of their mean.

返回的是损失之和，而不是均值。

caught by: test_random_batches_agree_with_a_loop
also fails: test_an_improbable_target_has_a_large_finite_loss,
test_float32_and_int32_are_welcome, test_ignore_index_may_be_any_integer,
test_ignored_rows_count_neither_in_the_sum_nor_in_the_mean,
test_rows_of_different_size_do_not_disturb_each_other,
test_the_arguments_are_not_modified
"""

import numpy as np


def cross_entropy(logits, targets, ignore_index=-100):
    kept = targets != ignore_index
    V = logits.shape[1]
    t = targets[kept]
    if not kept.any() or (t < 0).any() or (t >= V).any():
        raise ValueError
    z = logits[kept] - logits[kept].max(1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(1, keepdims=True))
    return -log_p[np.arange(len(t)), t].sum()
