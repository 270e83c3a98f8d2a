"""The hidden suite of dpo_loss. Values are worked by hand, or come from loops over single labels and pairs."""

import math

import pytest
import torch

from grader.judge.suite import close, unchanged, vjp

LN2 = math.log(2.0)
# Label 0 has the probability 1/2, 1/8, 1/32 in the three rows.
ROWS = torch.tensor([[1 / 2, 1 / 4, 1 / 4], [1 / 8, 1 / 8, 3 / 4], [1 / 32, 31 / 64, 31 / 64]], dtype=torch.float64)
LOGITS = ROWS.log()[None]  # (1, 3, 3)
ONE = torch.tensor(1.0).double()


def logps(logits, labels, ignore_index=-100):
    """The sums by a loop over single labels."""
    return torch.stack(
        [
            sum(
                (rows[t - 1, row[t]] - rows[t - 1].logsumexp(0) for t in range(1, len(row)) if row[t] != ignore_index),
                start=torch.zeros((), dtype=logits.dtype),
            )
            for rows, row in zip(logits, labels, strict=True)
        ]
    )


def loss(pairs, beta):
    """The mean of ln(1 + exp(-beta margin)) over (policy chosen, policy rejected, ref chosen, ref rejected)."""
    losses = [torch.log1p(torch.exp(-beta * ((pc - rc) - (pr - rr)))) for pc, pr, rc, rr in zip(*pairs, strict=True)]
    return sum(losses) / len(losses)


def ids(*rows):
    return torch.tensor(rows, dtype=torch.int64)


def numbers(*values):
    return torch.tensor(values, dtype=torch.float64)


def four(rng, b):
    return [torch.from_numpy(rng.normal(size=b)) for _ in range(4)]


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Row t predicts label t + 1: drop the last row of logits and the first label.",
    zh="第 t 行预测第 t + 1 个标签：去掉最后一行 logits 和第一个标签。",
)
def test_position_t_predicts_label_t_plus_1(submission):
    """For the labels 1, 0, 2 row 0 predicts 0 and row 1 predicts 2, with the probabilities 1/2 and 3/4.

    标签为 1、0、2 时，第 0 行预测 0，第 1 行预测 2，概率是 1/2 和 3/4。
    """
    close(submission.sequence_logps(LOGITS, ids([1, 0, 2])), numbers(math.log(3 / 8)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Sum over the positions of each row; DPO does not divide by the length.",
    zh="对每一行的各个位置求和；DPO 不除以长度。",
)
def test_each_row_is_the_sum_over_its_labels(submission, rng):
    """In a batch with padding each row has the sum over its own labels.

    在有填充的批里，每一行的结果是它自己的标签之和。
    """
    for b, t, v in [(3, 5, 4), (4, 2, 6)]:
        logits = torch.from_numpy(2 * rng.normal(size=(b, t, v)))
        labels = torch.from_numpy(rng.integers(0, v, (b, t)))
        labels[0, -1] = labels[1, 1] = labels[2, 0] = -100
        close(submission.sequence_logps(logits, labels), logps(logits, labels))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="0 · nan is nan, and 0 · -inf, too. Choose with torch.where instead of multiplying.",
    zh="0 · nan 是 nan，0 · -inf 也是。用 torch.where 来选，不要用乘法。",
)
def test_an_ignored_label_adds_0_whatever_the_logits(submission):
    """Where the label is ignored, logits of nan, inf or -inf change nothing.

    标签被忽略的位置，logits 是 nan、inf 或 -inf 都不影响结果。
    """
    for value in (math.nan, math.inf, -math.inf):
        logits = LOGITS.clone()
        logits[0, 0] = value
        close(submission.sequence_logps(logits, ids([0, -100, 0])), numbers(-3 * LN2))


@pytest.mark.hint(
    en="Follow ignore_index through your code. Is it any other number than -100?",
    zh="顺着 ignore_index 看一遍你的代码：它不是 -100 时还对吗？",
)
def test_ignore_index_is_the_one_given(submission):
    """The label that is ignored is the argument and no other: 0, 7 or -1. A row without any label left gets 0.

    被忽略的正是传入的那个数：0、7 或 -1，别的都算。一个标签都不剩的行结果为 0。
    """
    close(submission.sequence_logps(LOGITS, ids([0, 0, 1]), ignore_index=0), numbers(-3 * LN2))
    for ignored in (7, -1):
        close(submission.sequence_logps(LOGITS, ids([0, ignored, 0]), ignored), numbers(-3 * LN2))
        close(submission.sequence_logps(LOGITS, ids([0, ignored, ignored]), ignored), numbers(0.0))


@pytest.mark.hint(
    en="log(softmax(x)) is -inf for an improbable label. Use log_softmax.",
    zh="标签概率太小时，log(softmax(x)) 是 -inf。请用 log_softmax。",
)
def test_an_improbable_label_has_a_finite_log_probability(submission):
    """In float32 a label 1000 below the largest logit adds -1000.

    在 float32 下，标签比最大的 logit 小 1000，就贡献 -1000。
    """
    close(submission.sequence_logps(torch.tensor([[[1000.0, 0.0]] * 3]), ids([0, 1, 0])), torch.tensor([-1000.0]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The result must stay in the graph: no .item(), no detach, no NumPy.",
    zh="结果必须留在计算图里：不要用 .item()、detach 或 NumPy。",
)
def test_sequence_logps_is_differentiable(submission, rng):
    """The gradient of the logits is that of the formula, and 0 where the label is ignored or nothing is predicted.

    对 logits 的梯度与公式一致；标签被忽略、或者不预测任何东西的位置，梯度为 0。
    """
    leaf = torch.from_numpy(rng.normal(size=(2, 4, 3))).requires_grad_()
    labels, weights = ids([2, 0, -100, 1], [-100, 1, 2, 0]), numbers(1.0, -2.0)
    (due,) = torch.autograd.grad(logps(leaf, labels), leaf, weights)
    close(vjp(submission.sequence_logps, (leaf.detach(), labels), weights)[0], due)


@pytest.mark.hint(
    en="labels[labels == ignore_index] = 0 writes into the caller's tensor, and so does a slice of it.",
    zh="labels[labels == ignore_index] = 0 会改写调用者的张量，对切片赋值也一样。",
)
def test_the_arguments_are_not_modified(submission, rng):
    """Both functions leave all their tensors as they are.

    两个函数都让传入的张量保持原样。
    """
    close(unchanged(submission.sequence_logps, LOGITS, ids([0, -100, 0])), numbers(-3 * LN2))
    pairs = four(rng, 2)
    close(unchanged(submission.dpo_loss, *pairs, 1.0), loss(pairs, 1.0))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="What raises the chosen answer over its reference lowers the loss. Check the sign of all four terms.",
    zh="chosen 相对参考模型升高，损失就下降。检查四项各自的符号。",
)
def test_the_margin_compares_both_answers_with_the_reference(submission):
    """Log-ratios of 2 for the chosen and -1 for the rejected answer give, with beta = 1/2, ln(1 + exp(-3/2)).

    chosen 的对数比是 2，rejected 的是 -1，beta = 1/2 时得到 ln(1 + exp(-3/2))。
    """
    args = numbers(-3.0), numbers(-8.0), numbers(-5.0), numbers(-7.0)
    close(submission.dpo_loss(*args, beta=0.5), math.log1p(math.exp(-1.5)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="First -log σ of each pair, then the mean.",
    zh="先对每一对求 -log σ，再取均值。",
)
def test_the_loss_is_the_mean_over_pairs(submission, rng):
    """On random batches the loss is the mean of the losses of the pairs.

    对随机的批，损失是各对损失的均值。
    """
    for b in (1, 5):
        pairs = four(rng, b)
        close(submission.dpo_loss(*pairs, 2.0), loss(pairs, 2.0))


def test_the_default_beta_is_a_tenth(submission):
    """Without a beta a margin of 10 gives ln(1 + 1/e).

    不给 beta 时，差值 10 得到 ln(1 + 1/e)。
    """
    close(submission.dpo_loss(numbers(10.0), *[numbers(0.0)] * 3), math.log1p(math.exp(-1)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="exp(1e4) is inf, and σ(-1e4) is 0. F.logsigmoid and F.softplus are written for this.",
    zh="exp(1e4) 是 inf，σ(-1e4) 是 0。F.logsigmoid 和 F.softplus 就是为此而写的。",
)
def test_large_margins_are_stable(submission):
    """In float32 a margin of -1e4 costs 1e4, one of 1e4 costs 0, and the gradients are finite.

    在 float32 下，差值 -1e4 的损失是 1e4，差值 1e4 的损失是 0，梯度都是有限的。
    """
    args = torch.tensor([-1e4, 1e4]), torch.zeros(2), torch.zeros(2), torch.zeros(2)
    close(submission.dpo_loss(*args, 1.0), torch.tensor(5e3))
    close(vjp(submission.dpo_loss, (*args, 1.0), torch.tensor(1.0))[0], torch.tensor([-0.5, 0.0]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The loss must stay in the graph of the policy; the reference is a constant: detach it.",
    zh="损失必须留在策略的计算图里；参考模型是常数，要 detach。",
)
def test_gradients_reach_the_policy_only(submission, rng):
    """The policy's gradients are those of the formula, and the reference's get none.

    对策略的梯度与公式一致，参考模型没有梯度。
    """
    pairs = four(rng, 3)
    leaves = [pair.clone().requires_grad_() for pair in pairs[:2]]
    due = torch.autograd.grad(loss([*leaves, *pairs[2:]], 0.7), leaves)
    actual = vjp(submission.dpo_loss, (*pairs, 0.7), ONE)
    close(actual[:2], list(due))
    for gradient in actual[2:4]:
        if gradient is not None:  # a gradient of zeros is none, too
            close(gradient, torch.zeros(3).double())
