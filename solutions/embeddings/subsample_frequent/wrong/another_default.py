"""Has 0.001 as the default threshold.

默认阈值写成了 0.001。

caught by: test_the_default_threshold
"""

import numpy as np


def keep_probability(counts, threshold=1e-3):
    keep = np.ones(len(counts))
    seen = counts > 0
    frequency = counts[seen] / counts.sum()
    keep[seen] = np.minimum(1.0, np.sqrt(threshold / frequency))
    return keep
