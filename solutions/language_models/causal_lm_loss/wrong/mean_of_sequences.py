"""Each sequence is averaged first, and then the batch.

先对每个序列取均值，再对批取均值。

caught by: test_every_target_weighs_the_same
also fails: test_the_loss_is_differentiable
"""

import torch.nn.functional as F
from torch import Tensor


def causal_lm_loss(logits: Tensor, ids: Tensor, pad_id: int | None=None) -> Tensor:
    rows = logits[:, :-1].flatten(0, 1)
    targets = ids[:, 1:].flatten()
    if pad_id is not None:
        kept = targets != pad_id
        per = F.cross_entropy(rows, targets, reduction='none').view(len(ids), -1)
        kept = kept.view(len(ids), -1)
        counts = kept.sum(1)
        return ((per * kept).sum(1)[counts > 0] / counts[counts > 0]).mean()
    return F.cross_entropy(rows, targets)
