"""Takes the logarithm to base 2.

用了以 2 为底的对数。

caught by: test_the_direction_is_from_p_to_q
also fails: test_a_joint_distribution_gives_one_number,
test_a_one_hot_p_of_integers_is_welcome,
test_a_tiny_q_gives_a_large_finite_number, test_float32_is_welcome,
test_random_distributions_agree_with_a_loop,
test_the_arguments_are_not_modified, test_where_p_is_zero_nothing_is_added
"""

import numpy as np


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError
    seen = p > 0
    with np.errstate(divide="ignore"):
        return float(np.sum(p[seen] * np.log2(p[seen] / q[seen])))
