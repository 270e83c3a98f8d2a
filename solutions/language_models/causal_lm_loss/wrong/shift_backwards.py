"""Row t + 1 predicts id t: the shift goes the wrong way.

第 t + 1 行预测第 t 个 id：错位方向反了。

caught by: test_each_position_predicts_the_next_id
also fails: test_a_batch_is_shifted_within_each_sequence,
test_every_target_weighs_the_same, test_padding_inputs_may_predict,
test_padding_may_be_zero,
test_padding_targets_count_neither_in_the_sum_nor_in_the_mean,
test_the_loss_is_differentiable
"""

import torch.nn.functional as F
from torch import Tensor


def causal_lm_loss(logits: Tensor, ids: Tensor, pad_id: int | None=None) -> Tensor:
    rows = logits[:, 1:].flatten(0, 1)
    targets = ids[:, :-1].flatten()
    if pad_id is not None:
        kept = targets != pad_id
        rows, targets = (rows[kept], targets[kept])
    return F.cross_entropy(rows, targets)
