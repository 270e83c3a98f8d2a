"""Pairs with a padding input are left out, too.

输入是填充的位置也被排除了。

caught by: test_padding_inputs_may_predict
also fails: test_the_loss_is_differentiable
"""

import torch.nn.functional as F
from torch import Tensor


def causal_lm_loss(logits: Tensor, ids: Tensor, pad_id: int | None=None) -> Tensor:
    rows = logits[:, :-1].flatten(0, 1)
    targets = ids[:, 1:].flatten()
    if pad_id is not None:
        kept = (targets != pad_id) & (ids[:, :-1].flatten() != pad_id)
        rows, targets = (rows[kept], targets[kept])
    return F.cross_entropy(rows, targets)
