"""Takes one mean and variance over the whole batch.

对整个 batch 只算一个均值和方差。

caught by: test_random_batches_agree_with_a_loop
also fails: test_a_constant_feature_gives_beta, test_float32_is_welcome
"""

import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        if x.shape[0] < 2:
            raise ValueError("N < 2")
        mean, var = x.mean(), x.var()
        new_mean = (1 - momentum) * running_mean + momentum * mean
        new_var = (1 - momentum) * running_var + momentum * x.var(axis=0, ddof=1)
    else:
        mean, var = running_mean, running_var
        new_mean, new_var = running_mean, running_var
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, new_mean, new_var
