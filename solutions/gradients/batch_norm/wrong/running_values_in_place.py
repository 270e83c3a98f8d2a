"""Updates the caller's running values in place.

在调用者的数组上原地更新滑动统计量。

caught by: test_the_arguments_are_not_modified
"""

import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        if x.shape[0] < 2:
            raise ValueError("N < 2")
        mean, var = x.mean(axis=0), x.var(axis=0)
        running_mean += momentum * (mean - running_mean)
        new_mean = running_mean
        new_var = (1 - momentum) * running_var + momentum * x.var(axis=0, ddof=1)
    else:
        mean, var = running_mean, running_var
        new_mean, new_var = running_mean, running_var
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, new_mean, new_var
