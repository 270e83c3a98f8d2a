"""Hidden suite of ppo_clip. Expected values are computed with `math`, action by action."""

import math

import pytest
import torch

from grader.judge.suite import close, require, same, unchanged, vjp

CLIP = 0.2


def double(*values):
    return torch.tensor(values, dtype=torch.float64)


def logs(*ratios):
    """Log-probabilities with these ratios, and the old ones."""
    old = torch.linspace(-3.0, -0.5, len(ratios), dtype=torch.float64)
    return double(*ratios).log() + old, old


def due(new, old, advantages, clip=CLIP):
    terms = []
    for n, o, a in zip(new.tolist(), old.tolist(), advantages.tolist(), strict=True):
        ratio = math.exp(n - o)
        terms.append(min(ratio * a, min(max(ratio, 1 - clip), 1 + clip) * a))
    return torch.tensor(-math.fsum(terms) / len(terms), dtype=torch.float64)


def scalar(value):
    return torch.tensor(value, dtype=torch.float64)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The ratio is exp(logp_new − logp_old): new over old, and of probabilities, not of logarithms.",
    zh="比值是 exp(logp_new − logp_old)：新除以旧，是概率之比，不是对数之比。",
)
def test_inside_the_range_the_ratio_counts(submission):
    """Ratios between 1 − clip and 1 + clip are not clipped: the loss is −mean(ρA).

    比值在 1 − clip 与 1 + clip 之间时不截断：损失是 −mean(ρA)。
    """
    new, old = logs(0.9, 1.1)
    close(submission.ppo_loss(new, old, double(2.0, 5.0)), scalar(-(0.9 * 2 + 1.1 * 5) / 2))


@pytest.mark.hint(
    en="The loss falls where the gain rises: mind the minus.",
    zh="收益上升时损失下降：别忘了负号。",
)
def test_without_a_change_of_the_policy_the_loss_is_minus_the_mean_advantage(submission):
    """With logp_new equal to logp_old every ratio is 1, so the loss is −mean(A).

    logp_new 与 logp_old 相等时，比值都是 1，损失就是 −mean(A)。
    """
    new, old = logs(1.0, 1.0)
    close(submission.ppo_loss(new, old, double(2.0, 5.0)), scalar(-3.5))


@pytest.mark.hint(
    en="Neither subtract the mean of the advantages nor divide by their deviation.",
    zh="不要减去优势的均值，也不要除以它的标准差。",
)
def test_the_advantages_are_used_as_they_are(submission):
    """Ratios of 0.9 and 1.1 with the advantages 1.1 and −0.9 make a loss of 0.

    比值 0.9 和 1.1 配上优势 1.1 和 −0.9，损失是 0。
    """
    new, old = logs(0.9, 1.1)
    close(submission.ppo_loss(new, old, double(1.1, -0.9)), scalar(0.0))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="With A > 0 the term is at most (1 + clip)·A, but it has no lower limit: take the minimum.",
    zh="A > 0 时，该项最多是 (1 + clip)·A，但没有下限：取最小值。",
)
def test_a_good_action_gains_up_to_the_clip(submission):
    """With A = 1 a ratio of 1.5 counts 1.2, and one of 0.5 counts 0.5.

    A = 1 时，比值 1.5 计为 1.2，比值 0.5 计为 0.5。
    """
    new, old = logs(1.5, 0.5)
    close(submission.ppo_loss(new, old, double(1.0, 1.0)), scalar(-0.85))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="With A < 0 the minimum of the two products belongs to the greater ratio.",
    zh="A < 0 时，两个乘积中较小的对应较大的比值。",
)
def test_a_bad_action_loses_without_limit(submission):
    """With A = −1 a ratio of 1.5 counts −1.5, and one of 0.5 counts −0.8.

    A = −1 时，比值 1.5 计为 −1.5，比值 0.5 计为 −0.8。
    """
    new, old = logs(1.5, 0.5)
    close(submission.ppo_loss(new, old, double(-1.0, -1.0)), scalar(1.15))


@pytest.mark.points(2)
def test_every_action_follows_the_formula(submission, rng):
    """The loss of many actions is that of the formula; no argument is modified.

    多个动作的损失符合公式；不修改任何参数。
    """
    new, old, advantages = (
        torch.from_numpy(x) for x in rng.normal(size=(3, 40)) * [[0.4], [0.4], [1.0]] + [[0], [0], [1]]
    )
    close(unchanged(submission.ppo_loss, new, old, advantages), due(new, old, advantages))


@pytest.mark.hint(
    en="The range is [1 − clip, 1 + clip], with the clip that is given.",
    zh="范围是 [1 − clip, 1 + clip]，使用传入的 clip。",
)
def test_the_clip_is_the_one_given(submission):
    """With clip = 0.5 the range is [0.5, 1.5].

    clip = 0.5 时，范围是 [0.5, 1.5]。
    """
    new, old = logs(1.4, 1.9, 0.6, 0.1)
    advantages = double(1.0, 1.0, -1.0, -1.0)
    close(submission.ppo_loss(new, old, advantages, clip=0.5), due(new, old, advantages, 0.5))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Where the clipped term is smaller, nothing depends on logp_new; elsewhere the gradient is −ρA/N.",
    zh="截断项较小时，结果与 logp_new 无关；其他情况下梯度是 −ρA/N。",
)
def test_gradients_stop_where_the_clip_holds(submission):
    """The gradient for logp_new is 0 where the clipped term is the smaller one, and −ρA/N elsewhere.

    截断项较小时，logp_new 的梯度为 0；其他情况下是 −ρA/N。
    """
    new, old = logs(1.5, 0.5, 1.5, 0.5)
    found = vjp(submission.ppo_loss, (new, old, double(1.0, 1.0, -1.0, -1.0)), scalar(1.0))
    close(found[0], double(0.0, -0.5 / 4, 1.5 / 4, 0.0))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The old policy is only what you compare with: detach it.",
    zh="旧策略只是比较的基准：用 detach 把它分离出来。",
)
def test_no_gradient_flows_into_the_old_policy(submission):
    """logp_old gets no gradient, even if it requires one.

    logp_old 没有梯度，即使它要求梯度。
    """
    new, old = logs(1.1, 0.9)
    found = vjp(submission.ppo_loss, (new, old, double(1.0, -1.0)), scalar(1.0))[1]
    none = found is None or (isinstance(found, torch.Tensor) and not bool(found.any()))
    require(none, "logp_old has a gradient.", "logp_old 有梯度。", found)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Sum over the tokens of each answer, and subtract. There is no mean and no absolute value.",
    zh="对每个回答的 token 求和，然后减去。不取平均，也不取绝对值。",
)
def test_the_penalty_is_summed_over_the_tokens(submission, rng):
    """Each answer's reward loses beta times the sum of logp − ref_logp over its tokens; nothing is modified.

    每个回答的奖励减去 beta 乘以各 token 的 logp − ref_logp 之和；不修改任何参数。
    """
    reward, ref, gaps = torch.from_numpy(rng.normal(size=3)), *torch.from_numpy(rng.normal(size=(2, 3, 5)))
    logp = ref + gaps * gaps.sum(dim=1, keepdim=True).sign()  # every sum is positive
    sums = [
        math.fsum(a - b for a, b in zip(p, r, strict=True)) for p, r in zip(logp.tolist(), ref.tolist(), strict=True)
    ]
    expected = double(*[r - 0.3 * s for r, s in zip(reward.tolist(), sums, strict=True)])
    close(unchanged(submission.kl_penalised_reward, reward, logp, ref, 0.3), expected)


@pytest.mark.hint(
    en="A sum of logp − ref_logp below 0 raises the reward. Nothing is clamped at 0.",
    zh="logp − ref_logp 之和小于 0 时奖励会变大，不要截到 0。",
)
def test_a_less_likely_answer_gains(submission):
    """Where the policy gives less probability than the reference, the reward rises; beta = 0 leaves it as it is.

    策略给出的概率比参考模型低时，奖励变大；beta = 0 时奖励不变。
    """
    reward, logp, ref = double(1.0), double(-3.0)[None], double(-1.0)[None]  # one token
    close(submission.kl_penalised_reward(reward, logp, ref, 0.5), double(2.0))
    same(submission.kl_penalised_reward(reward, logp, ref, 0.0), reward)
