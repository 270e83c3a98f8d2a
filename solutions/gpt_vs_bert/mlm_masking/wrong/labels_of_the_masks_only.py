"""Sets labels only where the mask is shown.

只在显示掩码的位置设了标签。

caught by: test_labels_hold_the_original_ids_of_all_chosen_positions
also fails: test_each_position_is_chosen_with_probability_p,
test_eighty_percent_become_the_mask,
test_other_positions_keep_their_ids_and_have_no_label
"""

import torch


def mask_tokens(ids, special, mask_id, vocab_size, seed, p=0.15):
    g = torch.Generator().manual_seed(seed)
    chosen = (torch.rand(ids.shape, generator=g) < p) & ~special
    labels = ids.masked_fill(~chosen, -100)
    inputs = ids.clone()
    u = torch.rand(ids.shape, generator=g)
    inputs[chosen & (u < 0.8)] = mask_id
    noise = torch.randint(0, vocab_size, ids.shape, generator=g)
    replaced = chosen & (u >= 0.9)
    inputs[replaced] = noise[replaced]
    return inputs, ids.masked_fill(inputs != mask_id, -100)
