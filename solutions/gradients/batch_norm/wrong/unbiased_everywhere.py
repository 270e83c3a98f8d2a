"""Normalises with the unbiased variance.

归一化也用了无偏方差。

caught by: test_training_normalises_with_the_batch
also fails: test_a_large_mean_does_no_harm, test_float32_is_welcome,
test_random_batches_agree_with_a_loop, test_the_arguments_are_not_modified
"""

import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        if x.shape[0] < 2:
            raise ValueError("N < 2")
        mean, var = x.mean(axis=0), x.var(axis=0, ddof=1)
        new_mean = (1 - momentum) * running_mean + momentum * mean
        new_var = (1 - momentum) * running_var + momentum * x.var(axis=0, ddof=1)
    else:
        mean, var = running_mean, running_var
        new_mean, new_var = running_mean, running_var
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, new_mean, new_var
