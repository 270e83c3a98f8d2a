"""The loss of a causal language model, written to be read.

loss = -1/n sum log softmax(logits[b, t])[ids[b, t + 1]]

Thanks to the causal mask one forward pass makes T predictions; the shift
below pairs each with what it should have said. Without the shift, each row
is compared with its own input, and the loss falls to 0 by copying.
"""

import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor


def causal_lm_loss(
    logits: Tensor,
    ids: Tensor,
    pad_id: int | None = None,
) -> Tensor:
    """Return the mean loss, in nats, over the targets that are no padding."""
    # The trap: shift before flattening. Flattened first, the last row of a
    # sequence would predict the first id of the next one.
    rows = logits[:, :-1].flatten(0, 1)  # (B (T - 1), V)
    targets = ids[:, 1:].flatten()  # (B (T - 1),)
    if pad_id is not None:  # 0 is a common pad_id
        kept = targets != pad_id
        rows, targets = rows[kept], targets[kept]  # (n, V), (n,)
    return F.cross_entropy(rows, targets)
