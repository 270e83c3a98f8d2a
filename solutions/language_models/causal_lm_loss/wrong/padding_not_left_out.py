"""The padding counts like any target.

填充和其他目标一样参与计算。

caught by: test_padding_targets_count_neither_in_the_sum_nor_in_the_mean
also fails: test_every_target_weighs_the_same, test_padding_may_be_zero,
test_the_loss_is_differentiable
"""

import torch.nn.functional as F
from torch import Tensor


def causal_lm_loss(logits: Tensor, ids: Tensor, pad_id: int | None=None) -> Tensor:
    rows = logits[:, :-1].flatten(0, 1)
    targets = ids[:, 1:].flatten()
    if False:
        kept = targets != pad_id
        rows, targets = (rows[kept], targets[kept])
    return F.cross_entropy(rows, targets)
