"""The loss is taken out of the graph as a number.

损失被取成普通数字，脱离了计算图。

caught by: test_the_loss_is_differentiable
"""

import torch.nn.functional as F
from torch import Tensor


def causal_lm_loss(logits: Tensor, ids: Tensor, pad_id: int | None=None) -> Tensor:
    rows = logits[:, :-1].flatten(0, 1)
    targets = ids[:, 1:].flatten()
    if pad_id is not None:
        kept = targets != pad_id
        rows, targets = (rows[kept], targets[kept])
    return F.cross_entropy(rows, targets).detach()
