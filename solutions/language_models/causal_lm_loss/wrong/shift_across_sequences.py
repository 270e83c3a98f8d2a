"""The batch is flattened before the shift, so that a sequence predicts the start of the next one.

先展平再错位，一个序列的末尾去预测下一个序列的开头。

caught by: test_a_batch_is_shifted_within_each_sequence
also fails: test_every_target_weighs_the_same, test_the_loss_is_differentiable
"""

import torch.nn.functional as F
from torch import Tensor


def causal_lm_loss(logits: Tensor, ids: Tensor, pad_id: int | None=None) -> Tensor:
    rows = logits.flatten(0, 1)[:-1]
    targets = ids.flatten()[1:]
    if pad_id is not None:
        kept = targets != pad_id
        rows, targets = (rows[kept], targets[kept])
    return F.cross_entropy(rows, targets)
