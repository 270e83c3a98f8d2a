"""Gives "1" the plus sign.

把正号给了 "1"。

caught by: test_bit_0_takes_the_score_and_bit_1_its_negative
also fails: test_right_turns_at_10000_cost_nothing,
test_the_leaves_of_a_tree_share_a_probability_of_one,
test_the_path_may_be_a_tuple, test_the_path_names_the_rows,
test_wrong_turns_at_10000_cost_10000
"""

import numpy as np


def hs_log_prob(h, nodes, path, code):
    if len(path) != len(code):
        raise ValueError("path and code differ in length")
    signs = np.array([1.0 if bit == "1" else -1.0 for bit in code])
    scores = nodes[np.array(path, dtype=int)] @ h
    return -np.logaddexp(0, -signs * scores).sum()
