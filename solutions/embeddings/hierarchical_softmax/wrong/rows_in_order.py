"""Takes the first rows instead of those on the path.

用了前几行，而不是路径上的行。

caught by: test_the_path_names_the_rows
also fails: test_the_arguments_are_not_modified,
test_the_leaves_of_a_tree_share_a_probability_of_one,
test_the_path_may_be_a_tuple
"""

import numpy as np


def hs_log_prob(h, nodes, path, code):
    if len(path) != len(code):
        raise ValueError("path and code differ in length")
    signs = np.array([1.0 if bit == "0" else -1.0 for bit in code])
    scores = nodes[np.arange(len(path))] @ h
    return -np.logaddexp(0, -signs * scores).sum()
