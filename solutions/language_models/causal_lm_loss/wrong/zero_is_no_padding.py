"""The test for a pad_id is a test for truth, which 0 fails.

用真假判断有没有 pad_id，0 就被漏掉了。

caught by: test_padding_may_be_zero
"""

import torch.nn.functional as F
from torch import Tensor


def causal_lm_loss(logits: Tensor, ids: Tensor, pad_id: int | None=None) -> Tensor:
    rows = logits[:, :-1].flatten(0, 1)
    targets = ids[:, 1:].flatten()
    if pad_id:
        kept = targets != pad_id
        rows, targets = (rows[kept], targets[kept])
    return F.cross_entropy(rows, targets)
