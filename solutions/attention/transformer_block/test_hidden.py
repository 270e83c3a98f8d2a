"""Hidden suite of transformer_block. The oracle is built from PyTorch's functions, in the judge.

Layers are built by the kata's `support`, with the suite's own weights.
"""

import math

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows

from grader.judge.suite import Raised, close, parameter_gradients, require, same, unchanged


@pytest.fixture
def support(submission, support):
    _ = submission.TransformerBlock  # a file that lacks it is told so here, in the words of all katas
    return support


def built(builder, *args, **kwargs):
    """What a function of `support` gives, with a sentence for the learner where a parameter has another name."""
    try:
        return builder(*args, **kwargs)
    except Raised as error:
        missing = error.text if error.type_name == "MissingParameter" else None
        require(missing is None, f"These parameters are missing: {missing}.", f"缺少这些参数：{missing}。", missing)
        raise


def near(actual, expected):
    """`close` with a little more room for other orders of summation in float32."""
    close(actual, expected, rtol=1e-4, atol=1e-5)


def normal(rng, *shape):
    return torch.from_numpy(rng.standard_normal(shape)).float()


LINEAR = {"q_proj": (1, 1), "k_proj": (1, 1), "v_proj": (1, 1), "out_proj": (1, 1), "fc_in": (4, 1), "fc_out": (1, 4)}
NORMS = ("ln1", "ln2")


def shapes(dim):
    named = {}
    for name, (rows, columns) in LINEAR.items():
        named[f"{name}.weight"], named[f"{name}.bias"] = (rows * dim, columns * dim), (rows * dim,)
    for name in NORMS:
        named[f"{name}.weight"], named[f"{name}.bias"] = (dim,), (dim,)
    return named


def zeros(dim):
    """All weights 0, but those of the norms, which are as PyTorch makes them."""
    weights = {name: torch.zeros(shape) for name, shape in shapes(dim).items()}
    return weights | {f"{name}.weight": torch.ones(dim) for name in NORMS}


def drawn(rng, dim):
    weights = {name: normal(rng, *shape) for name, shape in shapes(dim).items()}
    return {name: value * (1.2 / math.sqrt(dim)) if value.ndim == 2 else value for name, value in weights.items()}


def block(num_heads, weights, x):
    dim = x.shape[-1]

    def apply(name, given):
        return F.linear(given, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def norm(name, given):
        return F.layer_norm(given, (dim,), weights[f"{name}.weight"], weights[f"{name}.bias"])

    z = norm("ln1", x)
    heads = [apply(name, z).chunk(num_heads, dim=-1) for name in ("q_proj", "k_proj", "v_proj")]
    heads = [F.scaled_dot_product_attention(q, k, v, is_causal=True) for q, k, v in zip(*heads, strict=True)]
    y = x + apply("out_proj", torch.cat(heads, dim=-1))
    return y + apply("fc_out", F.gelu(apply("fc_in", norm("ln2", y))))


def test_parameters_have_their_names_and_shapes(support):
    """The parameters are those of ln1, ln2, the four projections, fc_in and fc_out, all with bias.

    参数就是 ln1、ln2、四个投影、fc_in 和 fc_out 的参数，全部带偏置。
    """
    same(support.shapes(6, 2), shapes(6))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Pre-norm: add to x itself. Where sublayers give 0, x comes out as it went in.",
    zh="pre-norm：加到 x 本身上。子层输出为 0 时，x 原样通过。",
)
def test_the_residual_path_is_not_normalised(support):
    """With all weights 0 the output is x.

    所有权重都为 0 时，输出就是 x。
    """
    x = torch.tensor([[[5.0, 3.0], [0.0, 4.0], [-7.0, 1.0]]])
    near(built(support.output, (2, 1), zeros(2), x), x)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The attention works on ln1(x), and its result is added to x.",
    zh="注意力的输入是 ln1(x)，结果加到 x 上。",
)
def test_the_attention_sees_the_normalised_input(support, rng):
    """With an MLP of zeros the output is x + attn(ln1(x)), where ln1 has PyTorch's eps.

    MLP 全为 0 时，输出是 x + attn(ln1(x))，其中 ln1 用 PyTorch 默认的 eps。
    """
    weights, x = drawn(rng, 4), 0.003 * normal(rng, 2, 1, 4)  # one position; a variance as small as eps
    weights["fc_out.weight"], weights["fc_out.bias"] = torch.zeros(4, 16), torch.zeros(4)
    near(built(support.output, (4, 1), weights, x), block(1, weights, x))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The MLP works on ln2 of the sum after attention. Which GELU is exact?",
    zh="MLP 的输入是注意力之后的和经过 ln2 的结果。哪个 GELU 是精确的？",
)
def test_the_mlp_uses_the_exact_gelu(support):
    """The MLP is fc_out(gelu(fc_in(ln2(x)))) with z·Φ(z), not the tanh approximation.

    MLP 是 fc_out(gelu(fc_in(ln2(x))))，其中 gelu 是 z·Φ(z)，不是 tanh 近似。
    """
    weights, x = zeros(2), torch.tensor([[[1.0, 1.0]]])  # its norm is 0
    weights["fc_in.bias"][0], weights["fc_out.weight"][0, 0] = 2.25, 100.0
    due = 1 + 100 * 2.25 * (1 + math.erf(2.25 / math.sqrt(2))) / 2
    near(built(support.output, (2, 1), weights, x), torch.tensor([[[due, 1.0]]]))


@pytest.mark.hint(
    en="ln1 belongs to the attention, ln2 to the MLP.",
    zh="ln1 属于注意力，ln2 属于 MLP。",
)
def test_the_mlp_has_a_norm_of_its_own(support):
    """A bias of 10 in ln2 reaches the MLP, where gelu(10) is 10.

    ln2 的偏置 10 会传到 MLP，gelu(10) 就是 10。
    """
    weights, x = zeros(2), torch.tensor([[[1.0, 1.0]]])  # its norm is 0
    weights["ln2.bias"][0], weights["fc_in.weight"][0, 0], weights["fc_out.weight"][0, 0] = 10.0, 1.0, 1.0
    near(built(support.output, (2, 1), weights, x), torch.tensor([[[11.0, 1.0]]]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Position i must not see position i + 1: mask the scores above the diagonal before the softmax.",
    zh="位置 i 不能看到位置 i + 1：在 softmax 之前遮住对角线以上的分数。",
)
def test_no_position_sees_a_later_one(support):
    """With equal scores position i adds the mean of the values up to its own.

    分数都相等时，位置 i 加上的是自己及之前各个值的平均。
    """
    weights, x = zeros(2), torch.tensor([[[1.0, -1.0], [-1.0, 1.0], [1.0, -1.0]]])  # normalised already
    weights["v_proj.weight"], weights["out_proj.weight"] = torch.eye(2), torch.eye(2)
    added = torch.tensor([[[1.0, -1.0], [0.0, 0.0], [1 / 3, -1 / 3]]])
    close(built(support.output, (2, 1), weights, x), x + added, rtol=1e-4, atol=1e-4)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A head of width d has its own d neighbouring features, and its scores are divided by √d.",
    zh="宽度为 d 的头占有相邻的 d 个特征，它的分数除以 √d。",
)
@pytest.mark.parametrize(("num_heads", "length"), [(1, 1), (2, 5), (6, 4)])
def test_it_agrees_with_pytorch(support, rng, num_heads, length):
    """The output agrees with PyTorch's functions for one, some, and as many heads as features.

    一个头、几个头、头数等于特征数时，输出都与 PyTorch 的函数一致。
    """
    weights, x = drawn(rng, 6), normal(rng, 2, length, 6)
    near(built(support.output, (6, num_heads), weights, x), block(num_heads, weights, x))


def test_training_mode_gives_the_same(support, rng):
    """There is no dropout: training mode gives what evaluation mode gives.

    没有 dropout：训练模式与评估模式的结果相同。
    """
    weights, x = drawn(rng, 4), normal(rng, 4, 5, 4)
    near(built(support.trained_output, (4, 2), weights, x), support.output((4, 2), weights, x))


@pytest.mark.hint(
    en="Does something stay in self between two calls? A mask belongs to the length of its own call.",
    zh="两次调用之间，self 里是否留下了什么？掩码只对应那次调用的长度。",
)
def test_a_block_remembers_nothing(support, rng):
    """One block may be called with sequences of several lengths, one after the other.

    同一个块可以先后用于不同长度的序列。
    """
    weights, x = drawn(rng, 4), normal(rng, 2, 6, 4)
    layer = built(support.layer_with, (4, 2), weights)
    for length in (3, 6, 1):
        near(layer(x[:, :length]), support.output((4, 2), weights, x[:, :length]))


@pytest.mark.hint(
    en="x += … changes the tensor of the caller; x = x + … makes a new one.",
    zh="x += … 会修改调用者的张量；x = x + … 则创建新的张量。",
)
def test_x_is_not_modified(support, rng):
    """x stays as it was.

    x 保持不变。
    """
    weights, x = drawn(rng, 4), normal(rng, 2, 3, 4)
    with_weights = built(support.layer_with, (4, 2), weights)
    with torch.no_grad():
        unchanged(with_weights, x)


def test_x_need_not_lie_in_memory_in_order(support, rng):
    """x may be a transposed tensor.

    x 可以是转置得到的张量。
    """
    weights, x = drawn(rng, 4), normal(rng, 3, 5, 4)
    near(built(support.on_a_view, (4, 2), weights, x), support.output((4, 2), weights, x))


@pytest.mark.hint(
    en="Something cuts the graph between the parameters and the output.",
    zh="有什么东西切断了参数与输出之间的计算图。",
)
def test_gradients_reach_all_parameters(support, rng):
    """The gradients of all parameters are those of PyTorch.

    所有参数的梯度都与 PyTorch 的一致。
    """
    weights, x, direction = drawn(rng, 4), normal(rng, 2, 3, 4), normal(rng, 2, 3, 4)
    leaves = {name: value.clone().requires_grad_() for name, value in weights.items()}
    due = torch.autograd.grad((block(1, leaves, x) * direction).sum(), list(leaves.values()))
    found = parameter_gradients(built(support.layer_with, (4, 1), weights), (x,), direction)
    for name, value in zip(leaves, due, strict=True):
        gradient = found.get(name)
        require(gradient is not None, f"No gradient reaches {name}.", f"梯度没有传到 {name}。")
        close(gradient, value, rtol=1e-3, atol=1e-4)
