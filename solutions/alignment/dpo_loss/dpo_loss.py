"""The DPO loss (Rafailov et al. 2023, equation 7), written to be read.

loss = mean of -log sigmoid(beta ((pi_w - ref_w) - (pi_l - ref_l)))

pi and ref are log-probabilities of whole answers, w the chosen one, l the
rejected one. beta times a difference such as pi_w - ref_w is the reward that
the policy implies; the loss is that of a reward model with these rewards.
"""

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor


def sequence_logps(
    logits: Tensor,
    labels: Tensor,
    ignore_index: int = -100,
) -> Tensor:
    """Return the summed log-probability of each row of labels: (B,).

    Position t of logits (B, T, V) predicts label t + 1 of labels (B, T).
    """
    targets = labels[:, 1:]  # (B, T - 1)
    kept = targets != ignore_index  # (B, T - 1)

    # gather needs ids in [0, V), so an ignored label reads column 0 instead.
    ids = targets.where(kept, 0).unsqueeze(-1)  # (B, T - 1, 1)
    log_p = F.log_softmax(logits[:, :-1], dim=-1)  # (B, T - 1, V)
    picked = log_p.gather(-1, ids).squeeze(-1)  # (B, T - 1)

    # The trap: picked * kept is nan where an ignored row is not finite.
    return torch.where(kept, picked, 0).sum(-1)  # (B,)


def dpo_loss(
    policy_chosen: Tensor,
    policy_rejected: Tensor,
    ref_chosen: Tensor,
    ref_rejected: Tensor,
    beta: float = 0.1,
) -> Tensor:
    """Return the mean loss, a scalar, of log-probabilities (B,)."""
    # The reference is a constant, even if it was not run under no_grad.
    chosen = policy_chosen - ref_chosen.detach()  # (B,)
    rejected = policy_rejected - ref_rejected.detach()  # (B,)
    # logsigmoid is exact where log(sigmoid(x)) is -inf.
    return -F.logsigmoid(beta * (chosen - rejected)).mean()
