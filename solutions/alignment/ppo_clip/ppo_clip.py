"""PPO's clipped loss and the penalised reward of RLHF.

Schulman et al., "Proximal Policy Optimization Algorithms", equation 7; the
penalty: Ouyang et al., "Training language models to follow instructions with
human feedback". The value loss and the entropy bonus are left out.
"""

import torch
from torch import Tensor


def ppo_loss(
    logp_new: Tensor,
    logp_old: Tensor,
    advantages: Tensor,
    clip: float = 0.2,
) -> Tensor:
    """Return the clipped loss, a scalar, of N actions, all (N,).

    No gradient flows into ``logp_old``.
    """
    # The policy that sampled is a fixed point of comparison.
    ratio = torch.exp(logp_new - logp_old.detach())  # (N,)
    clipped = ratio.clamp(1 - clip, 1 + clip)  # (N,)

    # The minimum, whatever the sign of A: the clip may take away a gain, but
    # never hide a loss. A clip of the product would be another formula.
    gain = torch.minimum(ratio * advantages, clipped * advantages)  # (N,)
    return -gain.mean()  # optimisers minimise


def kl_penalised_reward(
    reward: Tensor,
    logp: Tensor,
    ref_logp: Tensor,
    beta: float,
) -> Tensor:
    """Return the reward (B,) less beta times the sum of logp - ref_logp.

    Both log-probabilities are (B, T). For sampled tokens the sum is an
    estimate of the KL divergence; a single one may well be negative.
    """
    return reward - beta * (logp - ref_logp).sum(dim=1)
