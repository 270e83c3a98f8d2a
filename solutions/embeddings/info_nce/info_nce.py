"""InfoNCE with in-batch negatives (van den Oord et al. 2018).

loss_i = -log softmax(s_i)[i], s_ij = cos(query_i, key_j) / temperature
"""

import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows
from torch import Tensor


def info_nce(
    queries: Tensor,
    keys: Tensor,
    temperature: float = 0.05,
) -> Tensor:
    """Return the mean loss, a scalar, of queries (B, D) and keys (B, D)."""
    # The trap: x / x.norm() is 0/0 for a zero vector. normalize has a floor.
    queries = F.normalize(queries)  # (B, D), each row of length 1
    keys = F.normalize(keys)  # (B, D)
    logits = queries @ keys.T / temperature  # (B, B)
    targets = torch.arange(len(logits), device=logits.device)  # (B,)
    return F.cross_entropy(logits, targets)
