"""Hidden suite of reward_model_loss. Expected values are computed with `math` over a list of pairs."""

import math

import pytest
import torch

from grader.judge.suite import close, raises, unchanged, vjp


def nats(difference):
    """−ln σ of a difference of moderate size."""
    return math.log1p(math.exp(-difference))


def mean(values):
    values = list(values)
    return torch.tensor(math.fsum(values) / len(values), dtype=torch.float64)


def double(*values):
    return torch.tensor(values, dtype=torch.float64)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The better answer comes first: σ(chosen − rejected). And a loss falls as the probability rises.",
    zh="较好的回答在前：σ(chosen − rejected)。概率越高，损失越小。",
)
def test_the_loss_of_one_pair(submission):
    """A difference of ln 3 has the probability 3/4 and the loss ln 4/3; one of −30 costs 30.

    差为 ln 3 时概率是 3/4，损失是 ln 4/3；差为 −30 时损失是 30。
    """
    close(submission.pairwise_loss(double(math.log(3)), double(0.0)), double(math.log(4 / 3))[0])
    close(submission.pairwise_loss(double(0.0), double(30.0)), double(nats(-30.0))[0])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A mean over pairs of the logarithm; not the logarithm of a mean, and not a sum.",
    zh="对各对的对数取平均；不是平均值的对数，也不是求和。",
)
def test_pairs_are_averaged(submission, rng):
    """The loss of a batch is the mean of the pairs' losses; the arguments stay unchanged.

    一批的损失是各对损失的平均值；参数保持不变。
    """
    chosen, rejected = torch.from_numpy(rng.normal(size=(2, 7)))
    due = mean(map(nats, (chosen - rejected).tolist()))
    close(unchanged(submission.pairwise_loss, chosen, rejected), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The sigmoid of −1000 is 0 in floating point. Which function gives its logarithm directly?",
    zh="−1000 的 sigmoid 在浮点数里是 0。哪个函数能直接给出它的对数？",
)
@pytest.mark.parametrize(("difference", "due"), [(-10_000.0, 10_000.0), (10_000.0, 0.0)])
def test_large_differences_stay_finite(submission, difference, due):
    """A difference of −10,000 costs 10,000, one of 10,000 costs nothing.

    差为 −10,000 时损失是 10,000，差为 10,000 时损失是 0。
    """
    close(submission.pairwise_loss(torch.tensor([difference]), torch.tensor([0.0])), torch.tensor(due))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The gradient is −σ(rejected − chosen)/B for chosen, and the opposite for rejected, for large differences, too.",
    zh="chosen 的梯度是 −σ(rejected − chosen)/B，rejected 的相反；差很大时也是如此。",
)
def test_gradients_push_the_rewards_apart(submission):
    """The gradients are ∓σ(rejected − chosen)/B, also at large differences.

    梯度是 ∓σ(rejected − chosen)/B，差很大时也一样。
    """
    chosen, rejected = double(math.log(3), 0.0, -5_000.0, 5_000.0), double(0.0, 0.0, 5_000.0, -5_000.0)
    due = double(-1 / 16, -1 / 8, -1 / 4, 0.0)
    close(vjp(submission.pairwise_loss, (chosen, rejected), torch.tensor(1.0, dtype=torch.float64)), [due, -due])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Position 0 is the best answer even if its reward is the lowest. Don't sort.",
    zh="位置 0 是最好的回答，哪怕它的奖励最低。不要排序。",
)
def test_the_order_is_that_of_the_positions(submission):
    """In each pair the answer that stands earlier is the chosen one, whatever the values.

    每一对中排在前面的是 chosen，与数值无关。
    """
    close(submission.ranking_loss(double(1.0, 3.0)), mean([nats(-2.0)]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="K answers make K(K−1)/2 pairs, not only K − 1 neighbours, and the loss is their mean.",
    zh="K 个回答组成 K(K−1)/2 对，而不只是 K − 1 个相邻对；损失是它们的平均值。",
)
def test_all_pairs_of_a_ranking_count_once(submission, rng):
    """The loss of a ranking is the mean over all K(K−1)/2 pairs; the rewards stay unchanged.

    排序的损失是全部 K(K−1)/2 对的平均值；奖励保持不变。
    """
    values = sorted(rng.normal(size=5).tolist(), reverse=True)
    rewards = double(*values)
    due = mean(nats(values[i] - values[j]) for i in range(5) for j in range(i + 1, 5))
    close(unchanged(submission.ranking_loss, rewards), due)


def test_equal_rewards_are_a_pair_like_any_other(submission):
    """Equal rewards have the loss ln 2.

    奖励相等的一对损失是 ln 2。
    """
    close(submission.ranking_loss(double(2.0, 2.0, 2.0)), mean([math.log(2)]))


@pytest.mark.parametrize("rewards", [[], [1.0]])
def test_fewer_than_two_answers_are_no_ranking(submission, rewards):
    """K < 2 raises ValueError.

    K < 2 时抛出 ValueError。
    """
    raises(ValueError, submission.ranking_loss, torch.tensor(rewards))
