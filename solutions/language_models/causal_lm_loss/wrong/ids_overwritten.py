"""The padding is overwritten with -100 in the caller's ids.

把调用者 ids 里的填充改写成了 -100。

caught by: test_the_arguments_are_not_modified
"""

import torch.nn.functional as F
from torch import Tensor


def causal_lm_loss(logits: Tensor, ids: Tensor, pad_id: int | None=None) -> Tensor:
    rows = logits[:, :-1].flatten(0, 1)
    ids[:, 1:][ids[:, 1:] == (-1 if pad_id is None else pad_id)] = -100
    targets = ids[:, 1:].flatten()
    if pad_id is not None:
        kept = targets != -100
        rows, targets = (rows[kept], targets[kept])
    return F.cross_entropy(rows, targets)
