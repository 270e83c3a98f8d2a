"""Hidden suite of cross_attention. The oracle is PyTorch's own attention, head by head, in the judge.

Layers are built by the kata's `support`, with the suite's own weights.
"""

import math

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows

from grader.judge.suite import Raised, close, parameter_gradients, raises, require, same, unchanged


@pytest.fixture
def support(submission, support):
    _ = submission.CrossAttention  # a file that lacks it is told so here, in the words of all katas
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


LAYERS = ("q_proj", "k_proj", "v_proj", "out_proj")


def shapes(dim, memory_dim):
    named = {f"{name}.weight": (dim, memory_dim if name in ("k_proj", "v_proj") else dim) for name in LAYERS}
    return named | {f"{name}.bias": (dim,) for name in LAYERS}


def drawn(rng, batch, length, source, dim, memory_dim):
    """Random weights by their names, x and memory."""
    weights = {name: normal(rng, *shape) for name, shape in shapes(dim, memory_dim).items()}
    weights = {
        name: value / math.sqrt(value.shape[-1]) if value.ndim == 2 else value for name, value in weights.items()
    }
    return weights, normal(rng, batch, length, dim), normal(rng, batch, source, memory_dim)


def attention(num_heads, weights, x, memory, hidden=None):
    def apply(name, given):
        return F.linear(given, weights[f"{name}.weight"], weights[f"{name}.bias"])

    seen = None if hidden is None else ~hidden[:, None, :]  # (B, 1, S)
    heads = [
        apply(name, given).chunk(num_heads, dim=-1) for name, given in zip(LAYERS, (x, memory, memory), strict=False)
    ]
    heads = [F.scaled_dot_product_attention(q, k, v, attn_mask=seen) for q, k, v in zip(*heads, strict=True)]
    return apply("out_proj", torch.cat(heads, dim=-1))


@pytest.mark.hint(
    en="Keys and values come from the memory, so their layers take memory_dim features.",
    zh="键和值来自 memory，所以它们的线性层接收 memory_dim 个特征。",
)
def test_parameters_have_their_names_and_shapes(support):
    """q_proj and out_proj are dim → dim, k_proj and v_proj memory_dim → dim, all with bias.

    q_proj 和 out_proj 是 dim → dim，k_proj 和 v_proj 是 memory_dim → dim，全部带偏置。
    """
    same(support.shapes(6, 5, 2), shapes(6, 5))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Scores are divided by the root of dim/num_heads: by 3 for dim = 18 and two heads.",
    zh="分数除以 dim/num_heads 的平方根：dim = 18、两个头时除以 3。",
)
def test_scores_are_divided_by_the_root_of_the_head_width(support):
    """For heads of width 9 a dot product of 3 ln 3 gives the weights 3/4 and 1/4.

    头的宽度为 9 时，点积 3 ln 3 对应权重 3/4 和 1/4。
    """
    weights = {name: torch.zeros(shape) for name, shape in shapes(18, 1).items()}
    weights["q_proj.bias"][0], weights["k_proj.weight"][0, 0] = 3 * math.log(3), 1.0
    weights["v_proj.weight"][0, 0], weights["out_proj.weight"] = 1.0, torch.eye(18)
    due = torch.zeros(1, 1, 18)
    due[0, 0, 0] = 0.75
    memory = torch.tensor([[[1.0], [0.0]]])
    near(built(support.output, (18, 1, 2), weights, torch.zeros(1, 1, 18), memory), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Queries come from x, keys and values from memory; the softmax runs over the memory's positions.",
    zh="查询来自 x，键和值来自 memory；softmax 沿 memory 的位置进行。",
)
@pytest.mark.parametrize(("num_heads", "length", "source"), [(1, 2, 5), (2, 5, 3), (6, 1, 4), (2, 3, 1)])
def test_it_agrees_with_pytorch(support, rng, num_heads, length, source):
    """The output agrees with PyTorch's attention for a memory longer than x, shorter than it, and of one position.

    memory 比 x 长、比 x 短、只有一个位置时，输出都与 PyTorch 的注意力一致。
    """
    weights, *given = drawn(rng, 2, length, source, 6, 5)
    near(built(support.output, (6, 5, num_heads), weights, *given), attention(num_heads, weights, *given))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The mask is (B, S) and hides columns of the scores (B, h, T, S), before the softmax.",
    zh="掩码 (B, S) 遮住分数 (B, h, T, S) 的列，并且在 softmax 之前。",
)
@pytest.mark.parametrize("length", [2, 4])
def test_padding_of_the_memory_is_left_out(support, rng, length):
    """Memory positions marked True get no weight, in each sequence its own; also where T equals S.

    标为 True 的 memory 位置没有权重，每个序列各有各的掩码；T 等于 S 时也一样。
    """
    weights, *given = drawn(rng, 2, length, 4, 6, 3)
    hidden = torch.tensor([[False, True, False, True], [True, False, False, False]])
    due = attention(2, weights, *given, hidden)
    near(built(support.output, (6, 3, 2), weights, *given, memory_padding_mask=hidden), due)


@pytest.mark.hint(
    en="A row of the scores is a query, a column is a position of the memory.",
    zh="分数的一行是一个查询，一列是 memory 的一个位置。",
)
def test_a_hidden_position_is_hidden_from_every_query(support, rng):
    """In a single sequence with T = S a marked position of the memory gets no weight from any query.

    只有一个序列、T 等于 S 时，被标记的 memory 位置得不到任何查询的权重。
    """
    weights, *given = drawn(rng, 1, 3, 3, 4, 5)
    hidden = torch.tensor([[False, True, False]])
    near(built(support.output, (4, 5, 2), weights, *given, hidden), attention(2, weights, *given, hidden))


@pytest.mark.hint(
    en="Hide the positions before the softmax; after it the rest of the weights sums to less than 1.",
    zh="在 softmax 之前遮住这些位置；之后再遮，剩下的权重之和就小于 1。",
)
def test_the_other_weights_sum_to_one(support, rng):
    """Where all values are equal the output is this value, whatever the mask leaves out.

    所有值都相等时，无论掩码去掉哪些位置，输出就是这个值。
    """
    weights, *given = drawn(rng, 2, 2, 3, 4, 5)
    weights |= {"v_proj.weight": torch.zeros(4, 5), "v_proj.bias": torch.full((4,), 3.0)}
    weights |= {"out_proj.weight": torch.eye(4), "out_proj.bias": torch.zeros(4)}
    hidden = torch.tensor([[False, True, True], [True, False, False]])
    near(built(support.output, (4, 5, 2), weights, *given, hidden), torch.full((2, 2, 4), 3.0))


def test_it_works_in_float64(support, rng):
    """After .double() the layer computes in float64.

    调用 .double() 之后，该层以 float64 计算。
    """
    weights, *given = drawn(rng, 2, 3, 4, 8, 5)
    given = [value.double() for value in given]
    hidden = torch.zeros(2, 4, dtype=torch.bool)  # nothing to leave out
    due = attention(2, {name: value.double() for name, value in weights.items()}, *given, hidden)
    close(built(support.in_float64, (8, 5, 2), weights, *given, hidden), due)


@pytest.mark.hint(
    en="Does something stay in self between two calls? Keys and values belong to the memory of their own call.",
    zh="两次调用之间，self 里是否留下了什么？键和值只属于那次调用的 memory。",
)
def test_a_layer_remembers_nothing(support, rng):
    """One layer may be called with one memory after the other.

    同一个层可以先后用于不同的 memory。
    """
    weights, x, memory = drawn(rng, 2, 3, 5, 6, 4)
    hidden = torch.tensor([[False, True, False, True, False], [True, False, False, False, False]])
    layer = built(support.layer_with, (6, 4, 2), weights)
    for args in ((x, memory, hidden), (x, 2 - memory), (x[:, 1:], memory[:, :3])):
        near(layer(*args), support.output((6, 4, 2), weights, *args))


@pytest.mark.hint(
    en="Check the remainder of dim, not of memory_dim, in the constructor.",
    zh="在构造函数里检查 dim（而不是 memory_dim）的余数。",
)
def test_the_width_must_be_a_multiple_of_the_heads(submission):
    """dim % num_heads != 0 raises ValueError in the constructor.

    dim % num_heads != 0 时，构造函数抛出 ValueError。
    """
    raises(ValueError, submission.CrossAttention, 6, 8, 4)


def test_arguments_need_not_lie_in_memory_in_order(support, rng):
    """x, memory and the mask may be transposed tensors.

    x、memory 和掩码可以是转置得到的张量。
    """
    weights, *given = drawn(rng, 3, 4, 5, 6, 2)
    hidden = torch.zeros(3, 5, dtype=torch.bool)
    hidden[1, 2] = True
    due = built(support.output, (6, 2, 3), weights, *given, hidden)
    near(support.on_views((6, 2, 3), weights, *given, hidden), due)


def test_arguments_stay_unchanged(support, rng):
    """No argument is modified.

    不修改任何参数。
    """
    weights, *given = drawn(rng, 2, 3, 2, 4, 5)
    hidden = torch.tensor([[False, True], [True, False]])
    unchanged(built(support.layer_with, (4, 5, 2), weights), *given, hidden)


@pytest.mark.hint(
    en="Something cuts the graph between the parameters and the output.",
    zh="有什么东西切断了参数与输出之间的计算图。",
)
def test_gradients_reach_all_parameters(support, rng):
    """The gradients of all weights and biases are those of PyTorch.

    所有权重和偏置的梯度都与 PyTorch 的一致。
    """
    weights, *given = drawn(rng, 2, 3, 5, 4, 3)
    direction = normal(rng, 2, 3, 4)
    leaves = {name: value.clone().requires_grad_() for name, value in weights.items()}
    due = torch.autograd.grad((attention(1, leaves, *given) * direction).sum(), list(leaves.values()))
    found = parameter_gradients(built(support.layer_with, (4, 3, 1), weights), tuple(given), direction)
    for name, value in zip(leaves, due, strict=True):
        gradient = found.get(name)
        require(gradient is not None, f"No gradient reaches {name}.", f"梯度没有传到 {name}。")
        near(gradient, value)
