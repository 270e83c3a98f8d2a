"""The mask looks at the inputs instead of the targets.

掩码看的是输入，而不是目标。

caught by: test_padding_inputs_may_predict
also fails: test_every_target_weighs_the_same, test_padding_may_be_zero,
test_padding_targets_count_neither_in_the_sum_nor_in_the_mean,
test_the_loss_is_differentiable
"""

import torch.nn.functional as F


def causal_lm_loss(logits, ids, pad_id=None):
    logits, targets = logits[:, :-1], ids[:, 1:]
    losses = F.cross_entropy(logits.transpose(1, 2), targets, reduction="none")
    if pad_id is None:
        return losses.mean()
    return losses[ids[:, :-1] != pad_id].mean()
