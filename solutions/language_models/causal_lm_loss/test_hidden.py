"""The hidden suite of causal_lm_loss. Values are worked by hand, or come from `oracle`, a loop over single targets."""

import math

import pytest
import torch

from grader.judge.suite import close, unchanged, vjp

LN2 = math.log(2.0)
ROWS = torch.tensor([[1 / 2, 1 / 4, 1 / 4], [1 / 8, 1 / 8, 3 / 4], [1 / 32, 31 / 64, 31 / 64]], dtype=torch.float64)
LOGITS = ROWS.log()[None]  # (1, 3, 3): losses ln 2, 3 ln 2, 5 ln 2 for the id 0


def oracle(logits, ids, pad_id=None):
    """The mean loss by a loop over the targets."""
    losses = [
        torch.logsumexp(logits[b, t - 1], 0) - logits[b, t - 1, ids[b, t]]
        for b in range(ids.shape[0])
        for t in range(1, ids.shape[1])
        if pad_id is None or ids[b, t] != pad_id
    ]
    return sum(losses) / len(losses)


def ids_of(*rows):
    return torch.tensor(rows, dtype=torch.int64)


def batch(rng, b, t, v):
    return torch.from_numpy(2 * rng.standard_normal((b, t, v))), torch.from_numpy(rng.integers(0, v, (b, t)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Row t predicts id t + 1: drop the last row of logits and the first id.",
    zh="第 t 行预测第 t + 1 个 id：去掉最后一行 logits 和第一个 id。",
)
def test_each_position_predicts_the_next_id(submission):
    """For the ids 1, 0, 2 row 0 must predict 0 and row 1 must predict 2.

    id 为 1、0、2 时，第 0 行预测 0，第 1 行预测 2。
    """
    close(submission.causal_lm_loss(LOGITS, ids_of([1, 0, 2])), torch.tensor((LN2 + math.log(4 / 3)) / 2).double())


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Shift within each sequence, then flatten.",
    zh="先在每个序列内错位，再展平。",
)
def test_a_batch_is_shifted_within_each_sequence(submission, rng):
    """In a batch no row predicts an id of another sequence.

    在一个批里，没有一行去预测别的序列的 id。
    """
    for shape in ((3, 4, 5), (4, 2, 3)):
        logits, ids = batch(rng, *shape)
        close(submission.causal_lm_loss(logits, ids), oracle(logits, ids))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The mean divides by the number of targets left, and the padding is not in the sum either.",
    zh="均值的分母是剩下的目标个数，填充也不进总和。",
)
def test_padding_targets_count_neither_in_the_sum_nor_in_the_mean(submission):
    """With two targets of which one is padding the loss is that of the other.

    两个目标中有一个是填充时，损失就是另一个的损失。
    """
    close(submission.causal_lm_loss(LOGITS, ids_of([1, 0, 2]), 2), torch.tensor(LN2).double())


@pytest.mark.hint(
    en="`if pad_id:` is false for 0.",
    zh="pad_id 为 0 时，`if pad_id:` 不成立。",
)
def test_padding_may_be_zero(submission):
    """0 is left out where it is the padding, and counts where there is none.

    0 是填充时被排除；没有填充时照常计算。
    """
    close(submission.causal_lm_loss(LOGITS, ids_of([1, 2, 0]), pad_id=0), torch.tensor(2 * LN2).double())
    close(submission.causal_lm_loss(LOGITS, ids_of([1, 0, 0])), torch.tensor(2 * LN2).double())


@pytest.mark.hint(
    en="Look at the targets, not at the inputs: the first word after left padding is predicted from padding.",
    zh="看目标，不看输入：左填充之后的第一个词，就是由填充位置预测的。",
)
def test_padding_inputs_may_predict(submission):
    """A target after a padding input counts.

    输入是填充、目标不是填充时，这个目标照样算。
    """
    close(submission.causal_lm_loss(LOGITS, ids_of([2, 1, 0]), 2), torch.tensor(5 / 2 * LN2).double())


@pytest.mark.hint(
    en="Average over the targets, not over the sequences.",
    zh="对目标取均值，而不是对序列取均值。",
)
def test_every_target_weighs_the_same(submission):
    """A sequence with one target left weighs half as much as one with two.

    只剩一个目标的序列，权重是剩两个目标的序列的一半。
    """
    logits = torch.cat([LOGITS, LOGITS])
    ids = ids_of([0, 0, 0], [1, 0, 2])  # ln 2, 3 ln 2; ln 2
    close(submission.causal_lm_loss(logits, ids, 2), torch.tensor(5 / 3 * LN2).double())


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The result must stay in the graph: no .item(), no detach, no NumPy.",
    zh="结果必须留在计算图里：不要用 .item()、detach 或 NumPy。",
)
def test_the_loss_is_differentiable(submission, rng):
    """The gradient of the logits is that of the formula, and 0 where nothing is predicted.

    对 logits 的梯度与公式一致，不预测任何东西的行梯度为 0。
    """
    logits, _ = batch(rng, 2, 4, 3)
    ids, pad = ids_of([2, 0, 2, 1], [0, 1, 1, 0]), 2
    leaf = logits.clone().requires_grad_()
    (due,) = torch.autograd.grad(oracle(leaf, ids, pad), leaf)
    close(vjp(submission.causal_lm_loss, (logits, ids, pad), torch.tensor(1.0).double())[0], due)


@pytest.mark.hint(
    en="log(softmax) is -inf for an improbable target. Use log_softmax, or cross_entropy on the logits.",
    zh="目标概率太小时 log(softmax) 是 -inf。请用 log_softmax，或直接对 logits 用 cross_entropy。",
)
def test_an_improbable_target_has_a_large_finite_loss(submission):
    """In float32 a target 1000 below the largest logit costs 1000; beside one that costs nothing the mean is 500.

    在 float32 下，目标比最大的 logit 小 1000，损失就是 1000；另一个目标损失为 0 时，均值是 500。
    """
    logits = torch.tensor([[[1000.0, 0.0]] * 3])
    close(submission.causal_lm_loss(logits, ids_of([0, 1, 0])), torch.tensor(500.0))


@pytest.mark.hint(
    en="ids[ids == pad_id] = -100 writes into the caller's tensor, and so does a slice of it.",
    zh="ids[ids == pad_id] = -100 会改写调用者的张量，对切片赋值也一样。",
)
def test_the_arguments_are_not_modified(submission):
    """Logits and ids hold the same numbers after the call.

    调用之后 logits 和 ids 都保持原样。
    """
    close(unchanged(submission.causal_lm_loss, torch.zeros(1, 3, 3), ids_of([1, 0, 2]), 2), torch.tensor(math.log(3)))
