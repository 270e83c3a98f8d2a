"""Hidden suite of fix_self_attention. The oracle is PyTorch's own attention, here in the judge.

Layers are built by the kata's `support`, in one call each.
"""

import math

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows

from grader.judge.suite import Raised, close, parameter_gradients, require, same, unchanged

NAMES = ("query_matrix", "key_matrix", "value_matrix")


@pytest.fixture
def support(submission, support):
    _ = submission.SelfAttention  # a file that lacks it is told so here, in the words of all katas
    return support


def built(builder, *args):
    """What a function of `support` gives, with a sentence for the learner where a parameter has another name."""
    try:
        return builder(*args)
    except Raised as error:
        missing = error.text if error.type_name == "MissingParameter" else None
        require(missing is None, f"These parameters are missing: {missing}.", f"缺少这些参数：{missing}。", missing)
        raise


def drawn(rng, batch, length, width):
    x, matrices = rng.standard_normal((batch, length, width)), rng.standard_normal((3, width, width))
    return torch.from_numpy(x).float(), torch.from_numpy(1.5 * matrices / math.sqrt(width)).float()


def attention(x, matrices):
    """The oracle: output and weights, the latter as attention over the identity."""
    q, k, v = (x @ matrix.mT for matrix in matrices)  # (B, T, H)
    identity = torch.eye(x.shape[1], dtype=x.dtype).expand(x.shape[0], -1, -1)  # (B, T, T)
    return F.scaled_dot_product_attention(q, k, v), F.scaled_dot_product_attention(q, k, identity)


def near(actual, expected):
    close(actual, expected, rtol=1e-4, atol=1e-5)


def even(width):
    """Matrices with which all scores are 0 and the values are x itself."""
    return torch.stack([torch.zeros(width, width), torch.zeros(width, width), torch.eye(width)])


def kept(support, dropout, *args):
    """Weights used, weights returned, and sums of those used, for 20,480 pairs in training mode, 1/64 each at first.

    The values are unit vectors, so that the output shows the weights used, and behind them a 1, which shows the sum.
    """
    x = torch.cat([torch.eye(64), torch.ones(64, 1)], dim=1).repeat(5, 1, 1)
    result = built(support.trained, even(65), x, *args)
    require(
        isinstance(result, tuple | list) and len(result) == 2,
        en="forward must return a pair: the output and the weights.",
        zh="forward 必须返回二元组：输出和权重。",
        actual=result,
    )
    for value, width in zip(result, (65, 64), strict=True):
        fits = isinstance(value, torch.Tensor) and value.shape == (5, 64, width)
        require(fits, "Output and weights must be tensors of their shapes.", "输出和权重应为相应形状的张量。", value)
    used, total = result[0][:, :, :64], result[0][:, :, 64]
    share = (used == 0).double().mean().item()
    en = f"A share of about {dropout} of the weights should be dropped in training mode."
    require(abs(share - dropout) < 0.02, en, f"训练模式下应丢弃比例约为 {dropout} 的权重。", share)  # 5 sigma and more
    return used, result[1], total


def test_three_linear_layers_without_bias(support):
    """The parameters are the three matrices (H, H), and no bias.

    参数只有三个 (H, H) 的矩阵，没有偏置。
    """
    same(support.shapes(6), {f"{name}.weight": (6, 6) for name in NAMES})


@pytest.mark.points(2)
@pytest.mark.hint(
    en="In (B, T, T) the rows are queries. Along which axis does a query choose?",
    zh="(B, T, T) 的行是查询。一个查询沿哪一维作选择？",
)
def test_each_query_shares_out_a_weight_of_one(support):
    """The softmax runs over the keys: a query with the scores ln 3 and 0 has the weights 3/4 and 1/4.

    softmax 沿键的方向：分数为 ln 3 和 0 的查询，权重是 3/4 和 1/4。
    """
    x = torch.zeros(1, 2, 9)
    x[0, 0, 0] = root = math.sqrt(3 * math.log(3))
    output = torch.zeros(1, 2, 9)
    output[0, :, 0] = torch.tensor([0.75 * root, 0.5 * root])
    near(
        built(support.evaluated, torch.eye(9).repeat(3, 1, 1), x),
        (output, torch.tensor([[[0.75, 0.25], [0.5, 0.5]]])),
    )


@pytest.mark.points(2)
def test_it_agrees_with_pytorch(support, rng):
    """Output and weights agree with PyTorch's own attention, for any batch, length and width.

    对任意批大小、长度和宽度，输出和权重都与 PyTorch 自带的注意力一致。
    """
    x, matrices = drawn(rng, 3, 7, 10)
    near(built(support.evaluated, matrices, x), attention(x, matrices))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="F.dropout drops unless it is told training=False. nn.Dropout follows train() and eval().",
    zh="F.dropout 默认总在丢弃，除非传 training=False。nn.Dropout 会跟随 train() 和 eval()。",
)
def test_evaluation_drops_nothing(support, rng):
    """In evaluation mode nothing is dropped, even where the probability is 0.9.

    评估模式下什么也不丢弃，即使概率是 0.9。
    """
    x, _ = drawn(rng, 2, 5, 4)
    mean = x.mean(dim=1, keepdim=True).expand(2, 5, 4)
    near(built(support.evaluated, even(4), x, 0.9), (mean, torch.full((2, 5, 5), 0.2)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Dropout was in the wrong mode, not in the wrong place: in training mode it belongs there.",
    zh="dropout 的问题在于模式不对，而不是不该有：训练模式下需要它。",
)
def test_training_drops_a_tenth_of_the_weights(support):
    """In training mode each weight is dropped with probability 0.1 by default, the others are divided by 0.9.

    训练模式下，每个权重默认以概率 0.1 丢弃，其余的除以 0.9。
    """
    output, weights, total = kept(support, 0.1)
    require(
        torch.allclose(output.sum(dim=2), total, rtol=1e-4),
        en="Dropout must work on the weights, not on the values or the output.",
        zh="dropout 应作用在权重上，而不是值或输出上。",
        actual=total,
    )
    zero = output == 0
    alone = not (zero.all(dim=1).any() or zero.all(dim=2).any() or (zero == zero[:1]).all())
    require(alone, "Each weight must be dropped on its own.", "每个权重应各自独立地丢弃。", output)
    close(torch.where(zero, 1 / 64 / 0.9, output), torch.full((5, 64, 64), 1 / 64 / 0.9), rtol=1e-4)
    before = torch.allclose(weights.double(), torch.tensor(1 / 64).double(), atol=1e-6)  # weights of any dtype
    require(
        before or torch.allclose(weights.double(), output.double(), atol=1e-6),
        en="The weights returned are neither those before dropout nor those the output was made with.",
        zh="返回的权重既不是 dropout 之前的，也不是产生输出的那一份。",
        actual=weights,
    )


def test_the_probability_of_dropout_is_the_one_given(support):
    """The second argument of the constructor is the probability that is used.

    构造函数的第二个参数就是实际使用的概率。
    """
    kept(support, 0.5, 0.5)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Something in the layer stays float32 on .to(torch.bfloat16). Parameters, buffers and plain numbers don't.",
    zh="调用 .to(torch.bfloat16) 之后仍有东西是 float32。参数、buffer 和普通的数都没有这个问题。",
)
def test_it_works_in_bfloat16(support, rng):
    """After .to(torch.bfloat16) the output is bfloat16 and right within 0.05; the weights may be float32.

    调用 .to(torch.bfloat16) 之后，输出是 bfloat16，误差在 0.05 以内；权重可以是 float32。
    """
    x, matrices = drawn(rng, 2, 5, 8)
    matrices[:2] *= 0.1  # scores close to 0, where rounding changes little: this is about dtypes only
    half = [matrices.bfloat16() / 2, x.bfloat16() / 2]
    result = built(support.in_dtype, *half)
    due = [value.bfloat16() for value in attention(half[1].float(), half[0].float())]
    close(result, due, rtol=0.05, atol=0.05)
    require(result[0].dtype == torch.bfloat16, "The output must be bfloat16.", "输出应为 bfloat16。", result[0])


@pytest.mark.points(2)
def test_it_works_in_float64(support, rng):
    """After .to(torch.float64) the layer computes in float64 and returns float64.

    调用 .to(torch.float64) 之后，该层以 float64 计算并返回 float64。
    """
    x, matrices = drawn(rng, 3, 5, 16)  # a width whose root is exact
    due = attention(x.double(), matrices.double())
    result = built(support.in_dtype, matrices.double(), x.double())
    close(result, due)
    require(result[0].dtype == torch.float64, "The output must be float64.", "输出应为 float64。", result[0])


def test_large_scores_give_no_nan(support):
    """Scores in the thousands give weights of 0 and 1.

    分数上千时权重是 0 和 1。
    """
    x = torch.tensor([[[90.0, 0.0, 0.0, 0.0], [100.0, 0.0, 0.0, 0.0]]])  # scores of 4,050 and 4,500, and above
    due = torch.tensor([[[0.0, 1.0], [0.0, 1.0]]])
    near(built(support.evaluated, torch.eye(4).repeat(3, 1, 1), x), (x[:, [1, 1]], due))


@pytest.mark.hint(
    en="Something cuts the graph between the matrices and the output, or changes x.",
    zh="有什么东西切断了矩阵与输出之间的计算图，或者修改了 x。",
)
def test_gradients_reach_all_three_matrices(support, rng):
    """The gradients of the three matrices are those of PyTorch, and x is not modified.

    三个矩阵的梯度与 PyTorch 的一致，x 不被修改。
    """
    x, matrices = drawn(rng, 2, 3, 4)
    leaves = matrices.clone().requires_grad_()
    (due,) = torch.autograd.grad(attention(x, leaves)[0].sum(), leaves)
    layer = built(support.layer_with, matrices)
    found = parameter_gradients(layer, (x,), (torch.ones_like(x), None))
    for name, value in zip(NAMES, due, strict=True):
        gradient = found.get(f"{name}.weight")
        require(gradient is not None, f"No gradient reaches {name}.", f"梯度没有传到 {name}。")
        near(gradient, value)
    unchanged(layer, x)
