"""PPO's clipped loss and the penalised reward of RLHF."""

from torch import Tensor


def ppo_loss(
    logp_new: Tensor,
    logp_old: Tensor,
    advantages: Tensor,
    clip: float = 0.2,
) -> Tensor:
    """Return the clipped loss, a scalar, of N actions; each is (N,).

    No gradient flows into ``logp_old``.
    """
    raise NotImplementedError


def kl_penalised_reward(
    reward: Tensor,
    logp: Tensor,
    ref_logp: Tensor,
    beta: float,
) -> Tensor:
    """Return the reward (B,) less beta times the sum of logp - ref_logp.

    Both log-probabilities are (B, T).
    """
    raise NotImplementedError
