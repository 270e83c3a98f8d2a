"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
import torch
from ppo_clip import kl_penalised_reward, ppo_loss

NEW, OLD = torch.tensor([1.5, 0.5]).log(), torch.zeros(2)


def test_good_actions_gain_up_to_the_clip():
    """With advantages of 1 the ratios 1.5 and 0.5 count 1.2 and 0.5.

    优势为 1 时，比值 1.5 和 0.5 分别计为 1.2 和 0.5。
    """
    loss = ppo_loss(NEW, OLD, torch.tensor([1.0, 1.0]))
    assert float(loss) == pytest.approx(-0.85, abs=1e-5)


def test_bad_actions_lose_without_limit():
    """With advantages of -1 they count -1.5 and -0.8.

    优势为 -1 时，分别计为 -1.5 和 -0.8。
    """
    loss = ppo_loss(NEW, OLD, torch.tensor([-1.0, -1.0]))
    assert float(loss) == pytest.approx(1.15, abs=1e-5)


def test_the_penalty_sums_over_the_tokens():
    """Differences of 1 and 3 cost 0.4 with beta = 0.1.

    差为 1 和 3，beta = 0.1 时扣掉 0.4。
    """
    logp, ref = torch.tensor([[-1.0, -1.0]]), torch.tensor([[-2.0, -4.0]])
    reward = kl_penalised_reward(torch.tensor([2.0]), logp, ref, 0.1)
    assert reward.tolist() == pytest.approx([1.6], abs=1e-5)
