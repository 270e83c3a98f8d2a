"""Keeps the labels at all positions.

所有位置都保留了标签。

caught by: test_each_position_is_chosen_with_probability_p
also fails: test_different_seeds_give_different_masks,
test_eighty_percent_become_the_mask,
test_labels_hold_the_original_ids_of_all_chosen_positions,
test_positions_are_chosen_independently
"""

import torch


def mask_tokens(ids, special, mask_id, vocab_size, seed, p=0.15):
    g = torch.Generator().manual_seed(seed)
    chosen = (torch.rand(ids.shape, generator=g) < p) & ~special
    labels = ids.clone()
    inputs = ids.clone()
    u = torch.rand(ids.shape, generator=g)
    inputs[chosen & (u < 0.8)] = mask_id
    noise = torch.randint(0, vocab_size, ids.shape, generator=g)
    replaced = chosen & (u >= 0.9)
    inputs[replaced] = noise[replaced]
    return inputs, labels
