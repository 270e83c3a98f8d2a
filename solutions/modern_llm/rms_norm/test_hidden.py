"""The hidden suite of rms_norm. Values are worked by hand, or come from `oracle`, the formula in float64."""

import pytest
import torch

from grader.judge.suite import close, parameter_gradients, same, unchanged, vjp


def oracle(x, weight, eps=1e-6):
    wide = x.double()
    return wide / ((wide * wide).sum(-1, keepdim=True) / x.shape[-1] + eps).sqrt() * weight.double()


def draw(rng, *shape):
    return torch.from_numpy(rng.normal(size=shape))


@pytest.mark.points(2)
def test_random_inputs_agree_with_the_formula(submission, support, rng):
    """Any number of axes, in float64: each vector along the last axis is divided by its own root mean square.

    float64、任意维数：沿最后一维的每个向量，都除以它自己的均方根。
    """
    weight = draw(rng, 5)
    layer = support.norm_with(weight)
    for shape in ((5,), (3, 5), (2, 3, 5)):
        x = draw(rng, *shape)
        close(unchanged(layer, x), oracle(x, weight))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="RMSNorm does not subtract the mean.",
    zh="RMSNorm 不减均值。",
)
def test_the_mean_is_not_subtracted(submission):
    """A constant vector becomes ones, not zeros.

    常数向量变成 1，而不是 0。
    """
    close(submission.RMSNorm(4)(torch.full((2, 4), 3.0)), torch.ones(2, 4))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="sqrt(mean + eps), not sqrt(mean) + eps.",
    zh="是 sqrt(mean + eps)，不是 sqrt(mean) + eps。",
)
def test_eps_stands_inside_the_root(submission, support):
    """Entries of 0.3 and eps 0.16 are divided by 0.5, and zeros stay zeros.

    元素为 0.3、eps 为 0.16 时除以 0.5；全零仍是零。
    """
    x = torch.tensor([[0.3, -0.3], [0.0, 0.0]])
    close(support.norm_with(torch.ones(2), eps=0.16)(x), torch.tensor([[0.6, -0.6], [0.0, 0.0]]))


def test_the_default_of_eps(submission):
    """By default eps is 1e-6: entries of 1e-3 are divided by the root of 2e-6.

    eps 默认是 1e-6：元素为 1e-3 时，除以 2e-6 的平方根。
    """
    close(submission.RMSNorm(3)(torch.full((3,), 1e-3)), torch.full((3,), 0.5**0.5))


def test_the_weight_starts_as_ones_and_is_the_only_parameter(submission, support):
    """A new module has one parameter, weight, with dim ones.

    新建的模块只有一个参数 weight，是 dim 个 1。
    """
    same(support.parameters(3), {"weight": torch.ones(3)})


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Convert to float32 before you square.",
    zh="平方之前先转成 float32。",
)
def test_squares_of_half_precision_do_not_overflow(submission, support, rng):
    """In float16, values up to 60,000 give the value of the formula within 2e-2, with float16 weights.

    float16 下数值大到 60,000，配上 float16 的权重，结果与公式相差不超过 2e-2。
    """
    x = torch.tensor([[300.0, -400.0, 500.0], [60000.0, 10.0, -20000.0]], dtype=torch.float16)
    weight = torch.tensor([1.0, 2.0, 0.5], dtype=torch.float16)
    close(support.norm_with(weight)(x), oracle(x, weight).half(), rtol=2e-2, atol=1e-3)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A product with a float32 weight is float32: convert after it.",
    zh="与 float32 权重相乘的结果是 float32：要在相乘之后再转换。",
)
def test_the_result_has_the_dtype_of_x(submission):
    """A float32 module gives float16, bfloat16 or float64 for an input of that dtype.

    float32 的模块，输入是 float16、bfloat16 或 float64，结果就是同样的 dtype。
    """
    layer = submission.RMSNorm(4)
    for dtype in (torch.float16, torch.bfloat16, torch.float64):
        y, due = layer(torch.full((4,), -2.0, dtype=dtype)), torch.full((4,), -1.0, dtype=dtype)
        close(y, due, rtol=2e-2)
        same(y.dtype, dtype)


@pytest.mark.points(2)
def test_gradients_reach_the_input_and_the_weight(submission, support, rng):
    """The gradients for x and for weight are those of the formula.

    x 和 weight 的梯度与公式一致。
    """
    x, weight, cotangent = draw(rng, 3, 4), draw(rng, 4), draw(rng, 3, 4)
    leaves = [x.clone().requires_grad_(), weight.clone().requires_grad_()]
    due = torch.autograd.grad((oracle(*leaves) * cotangent).sum(), leaves)
    layer = support.norm_with(weight)
    # who computes in float32 throughout, as published code does, is right, too
    close(vjp(layer, (x,), cotangent), [due[0]], rtol=1e-4, atol=1e-5)
    close(parameter_gradients(layer, (x,), cotangent), {"weight": due[1]}, rtol=1e-4, atol=1e-5)


def test_a_view_is_an_input_like_any_other(submission, support, rng):
    """A transposed input gives what a contiguous one gives, in float32 too.

    转置得到的输入，结果与连续存储的一样，float32 下也是。
    """
    x, weight = draw(rng, 3, 2, 4).float(), draw(rng, 4).float()
    close(support.on_a_view(weight, x), oracle(x, weight).float())
