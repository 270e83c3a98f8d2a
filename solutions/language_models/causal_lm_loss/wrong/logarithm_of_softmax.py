"""Softmax first, then its logarithm, which is -inf for an improbable target.

先 softmax 再取对数，目标概率太小时得到 -inf。

caught by: test_an_improbable_target_has_a_large_finite_loss
"""

import torch.nn.functional as F
from torch import Tensor


def causal_lm_loss(logits: Tensor, ids: Tensor, pad_id: int | None=None) -> Tensor:
    rows = logits[:, :-1].flatten(0, 1)
    targets = ids[:, 1:].flatten()
    if pad_id is not None:
        kept = targets != pad_id
        rows, targets = (rows[kept], targets[kept])
    return F.nll_loss(rows.softmax(-1).log(), targets)
