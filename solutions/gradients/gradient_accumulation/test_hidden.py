"""The hidden suite of gradient_accumulation.

The oracle is PyTorch's own cross-entropy and autograd on all examples at once, which runs here, in the judge.
"""

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows

from grader.judge.suite import close, raises, same, unchanged

SIZES = (4, 1, 2)


@pytest.fixture
def support(submission, support):
    _ = submission.accumulate_step  # a file that lacks it is told so here
    return support


def batches(rng, sizes):
    """Inputs (B, 4) and labels (B,) of three classes."""
    return [(torch.from_numpy(rng.normal(size=(n, 4))), torch.from_numpy(rng.integers(0, 3, n))) for n in sizes]


def start(rng):
    return torch.from_numpy(rng.normal(size=(3, 4)))


def oracle(weight, micro_batches, lr):
    """The loss before and the weight after the step."""
    inputs, labels = (torch.cat(parts) for parts in zip(*micro_batches, strict=True))
    leaf = weight.clone().requires_grad_()
    loss = F.cross_entropy(inputs @ leaf.T, labels)
    loss.backward()
    return loss.item(), weight - lr * leaf.grad


def test_one_micro_batch_is_an_ordinary_step(support, rng):
    """A single micro-batch gives the step of its mean loss, whose gradient may be large.

    只有一个小批时，就是它的平均损失的普通一步，梯度再大也一样。
    """
    steep = torch.full((5, 4), 30.0).double(), torch.zeros(5, dtype=torch.int64)  # from weights of 0
    for weight, given in ((start(rng), batches(rng, [5])), (torch.zeros(3, 4).double(), [steep])):
        close(support.run(weight, given, 0.5)[1], oracle(weight, given, 0.5)[1])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Is the gradient a mean or a sum? Is it that of all micro-batches?",
    zh="梯度是平均还是求和？所有小批都算进去了吗？",
)
def test_equal_micro_batches_make_one_large_one(support, rng):
    """Loss and step for three micro-batches of two are those for a batch of six.

    三个大小为 2 的小批，与一个大小为 6 的批次损失相同、更新相同。
    """
    weight, given = start(rng), batches(rng, [2, 2, 2])
    loss, after, *_ = support.run(weight, given, 0.5)
    close([loss, after], list(oracle(weight, given, 0.5)))


@pytest.mark.points(3)
@pytest.mark.hint(
    en="How much does an example of a small micro-batch weigh in your gradient?",
    zh="小批越小，其中一个样本在你的梯度里权重是多少？",
)
def test_every_example_weighs_the_same(support, rng):
    """With micro-batches of 4, 1 and 2 the gradient is the mean over all seven examples.

    小批大小为 4、1、2 时，梯度是全部七个样本的平均。
    """
    weight, given = start(rng), batches(rng, SIZES)
    close(support.run(weight, given, 0.5)[1], oracle(weight, given, 0.5)[1])


@pytest.mark.hint(
    en="Clear the gradients before the first backward, too.",
    zh="第一次 backward 之前也要清零。",
)
def test_old_gradients_do_not_count(support, rng):
    """Gradients that stand in the parameters beforehand change nothing.

    参数里事先存在的梯度不影响结果。
    """
    weight, given = start(rng), batches(rng, [5])
    close(support.run(weight, given, 0.5, old_gradient=7.0)[1], oracle(weight, given, 0.5)[1])


@pytest.mark.points(2)
def test_the_result_is_the_mean_loss_over_the_examples(support, rng):
    """The result is the mean loss of all seven examples.

    返回全部七个样本的平均损失。
    """
    weight, given = start(rng), batches(rng, SIZES)
    close(support.run(weight, given, 0.001)[0], oracle(weight, given, 0.001)[0])


def test_the_result_is_the_loss_before_the_step(support, rng):
    """Even a large step doesn't show in the result.

    哪怕步长很大，返回的也是更新之前的损失。
    """
    weight, given = start(rng), batches(rng, [5])
    close(support.run(weight, given, 4.0)[0], oracle(weight, given, 4.0)[0])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Joined micro-batches don't fit into memory.",
    zh="拼在一起，显存放不下。",
)
def test_each_micro_batch_goes_through_the_model_alone(support, rng):
    """The model never sees more than the four examples of the largest micro-batch at once.

    模型一次看到的样本，不会超过最大小批的 4 个。
    """
    same(max(support.run(start(rng), batches(rng, SIZES), 0.5)[2], default=0), 4)


def test_each_micro_batch_goes_through_the_model_once(support, rng):
    """The model sees seven examples in all, each once.

    模型总共看到七个样本，每个一次。
    """
    same(sum(support.run(start(rng), batches(rng, SIZES), 0.5)[2]), 7)


def test_the_optimiser_takes_one_step(support, rng):
    """However many micro-batches there are, there is one step.

    不论有多少个小批，优化器只更新一步。
    """
    same(support.run(start(rng), batches(rng, SIZES), 0.5)[3], 1)


def test_no_micro_batch_is_an_error(support, rng):
    """An empty list raises ValueError.

    空列表抛出 ValueError。
    """
    raises(ValueError, support.run, start(rng), [], 0.5)


def test_the_micro_batches_stay_as_they_were(support, rng):
    """The list and its tensors are the same after the call.

    调用之后，列表和其中的张量保持原样。
    """
    unchanged(support.run, start(rng), batches(rng, SIZES), 0.5)
