"""Uses dot products without normalising.

没有归一化，直接用了点积。

caught by: test_the_lengths_of_vectors_do_not_matter
also fails: test_a_zero_vector_gives_no_nan_in_gradients,
test_a_zero_vector_has_the_similarity_0, test_gradients_reach_queries_and_keys,
test_random_batches_agree_with_a_loop
"""

import torch
import torch.nn.functional as F


def info_nce(queries, keys, temperature=0.05):
    q, k = queries, keys
    logits = q @ k.T / temperature
    return F.cross_entropy(logits, torch.arange(len(logits)))
