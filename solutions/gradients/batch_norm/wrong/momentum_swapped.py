"""Gives the old value the weight momentum.

把 momentum 当成了旧值的权重。

caught by: test_training_updates_the_running_mean
also fails: test_float32_is_welcome, test_random_batches_agree_with_a_loop,
test_the_arguments_are_not_modified,
test_training_updates_the_running_variance_with_the_unbiased_one
"""

import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        if x.shape[0] < 2:
            raise ValueError("N < 2")
        mean, var = x.mean(axis=0), x.var(axis=0)
        new_mean = momentum * running_mean + (1 - momentum) * mean
        new_var = momentum * running_var + (1 - momentum) * x.var(axis=0, ddof=1)
    else:
        mean, var = running_mean, running_var
        new_mean, new_var = running_mean, running_var
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, new_mean, new_var
