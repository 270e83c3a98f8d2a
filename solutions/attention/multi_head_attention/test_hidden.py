"""Hidden suite of multi_head_attention. The oracle is PyTorch's own attention, head by head, in the judge.

Layers are built by the kata's `support`, with the suite's own weights.
"""

import math

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows

from grader.judge.suite import Raised, close, parameter_gradients, raises, require, same, unchanged


@pytest.fixture
def support(submission, support):
    _ = submission.MultiHeadAttention  # a file that lacks it is told so here, in the words of all katas
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


def drawn(rng, batch, length, width):
    """Random weights by their names, and x."""
    weights = {}
    for name in LAYERS:
        weights[f"{name}.weight"] = normal(rng, width, width) * 1.5 / math.sqrt(width)
        weights[f"{name}.bias"] = normal(rng, width)
    return weights, normal(rng, batch, length, width)


def identities(width):
    weights = {f"{name}.weight": torch.eye(width) for name in LAYERS}
    return weights | {f"{name}.bias": torch.zeros(width) for name in LAYERS}


def attention(num_heads, weights, x, hidden=None):
    def apply(name, given):
        return F.linear(given, weights[f"{name}.weight"], weights[f"{name}.bias"])

    seen = None if hidden is None else ~hidden[:, None, :]  # (B, 1, T)
    heads = [apply(name, x).chunk(num_heads, dim=-1) for name in LAYERS[:3]]
    heads = [F.scaled_dot_product_attention(q, k, v, attn_mask=seen) for q, k, v in zip(*heads, strict=True)]
    return apply("out_proj", torch.cat(heads, dim=-1))


def test_four_linear_layers_with_bias(support):
    """The parameters are a weight (E, E) and a bias (E,) each for q_proj, k_proj, v_proj and out_proj.

    参数是 q_proj、k_proj、v_proj、out_proj 各一个权重 (E, E) 和一个偏置 (E,)。
    """
    due = {f"{name}.weight": (6, 6) for name in LAYERS} | {f"{name}.bias": (6,) for name in LAYERS}
    same(support.shapes(6, 2), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A head owns d neighbouring features at every position. View as (B, T, h, d), then swap two axes.",
    zh="一个头在每个位置都占有相邻的 d 个特征。先 view 成 (B, T, h, d)，再交换两个轴。",
)
def test_each_head_attends_by_its_own_features(support):
    """A large score in one head moves the weights of that head only.

    某个头里的大分数只改变这个头的权重。
    """
    x = torch.tensor([[[0.0, 10.0], [20.0, 0.0]]])
    # head 0 has scores 0 and 0, then 0 and 400; head 1 has 100 and 0, then 0 and 0
    near(built(support.output, (2, 2), identities(2), x), torch.tensor([[[10.0, 10.0], [20.0, 5.0]]]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="With E = 18 and two heads each head has 9 features, so the scores are divided by 3.",
    zh="E = 18、两个头时，每个头有 9 个特征，所以分数除以 3。",
)
def test_scores_are_divided_by_the_root_of_the_head_width(support):
    """For heads of width 9 the scores are divided by 3.

    头的宽度为 9 时，分数除以 3。
    """
    x = torch.zeros(1, 2, 18)
    x[0, 0, 0] = root = math.sqrt(3 * math.log(3))
    due = torch.zeros(1, 2, 18)
    due[0, :, 0] = torch.tensor([0.75 * root, 0.5 * root])
    near(built(support.output, (18, 2), identities(18), x), due)


@pytest.mark.points(2)
@pytest.mark.parametrize(("num_heads", "length"), [(1, 1), (3, 5), (6, 4)])
def test_it_agrees_with_pytorch(support, rng, num_heads, length):
    """The output agrees with PyTorch's attention for one head, several heads, and as many heads as features.

    一个头、几个头，以及头数等于特征数时，输出都与 PyTorch 的注意力一致。
    """
    weights, x = drawn(rng, 2, length, 6)
    near(built(support.output, (6, num_heads), weights, x), attention(num_heads, weights, x))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The mask is (B, T) over keys: it belongs to the last axis of the scores (B, h, T, T), before the softmax.",
    zh="掩码 (B, T) 针对键：对应分数 (B, h, T, T) 的最后一维，并且在 softmax 之前使用。",
)
def test_masked_keys_are_left_out(support, rng):
    """Keys marked True get no weight, in each sequence its own ones.

    标为 True 的键没有权重，每个序列各有各的掩码。
    """
    weights, x = drawn(rng, 2, 4, 6)
    hidden = torch.tensor([[False, True, False, True], [True, False, False, False]])
    near(built(support.output, (6, 2), weights, x, key_padding_mask=hidden), attention(2, weights, x, hidden))


@pytest.mark.hint(
    en="True marks what to leave out, not what to keep.",
    zh="True 标的是要去掉的键，不是要保留的键。",
)
def test_true_marks_a_key_to_leave_out(support):
    """In a single sequence of two positions with the second one marked, both see only the first.

    只有一个序列、两个位置，第二个被标记时，两个位置都只看到第一个。
    """
    x, hidden = torch.tensor([[[2.0, 0.0], [0.0, 1.0]]]), torch.tensor([[False, True]])
    near(built(support.output, (2, 2), identities(2), x, key_padding_mask=hidden), torch.tensor([[[2.0, 0.0]] * 2]))


@pytest.mark.hint(
    en="Hide the keys before the softmax; after it the rest of the weights sums to less than 1.",
    zh="在 softmax 之前遮住这些键；之后再遮，剩下的权重之和就小于 1。",
)
def test_the_weights_of_the_other_keys_sum_to_one(support, rng):
    """Where all values are equal the output is this value, whatever the mask leaves out.

    所有值都相等时，无论掩码去掉哪些键，输出就是这个值。
    """
    weights = identities(4) | {"v_proj.weight": torch.zeros(4, 4), "v_proj.bias": torch.full((4,), 3.0)}
    hidden = torch.tensor([[False, True, True], [True, False, False]])
    x = normal(rng, 2, 3, 4)
    near(built(support.output, (4, 2), weights, x, key_padding_mask=hidden), torch.full((2, 3, 4), 3.0))


@pytest.mark.hint(
    en="Does something stay in self between two calls? A mask belongs to its own call.",
    zh="两次调用之间，self 里是否留下了什么？掩码只属于它那次调用。",
)
def test_a_layer_remembers_nothing(support, rng):
    """One layer may be called with sequences of several lengths, with a mask and without.

    同一个层可以先后用于不同长度的序列，有掩码或没有掩码。
    """
    weights, x = drawn(rng, 2, 5, 6)
    hidden = torch.tensor([[False, False, False, True, True], [True, False, False, False, False]])
    layer = built(support.layer_with, (6, 2), weights)
    for args in ((x, hidden), (x,), (x[:, :3],), (x[:, 1:], hidden[:, 1:])):
        near(layer(*args), support.output((6, 2), weights, *args))


@pytest.mark.hint(
    en="Check the remainder in the constructor and raise ValueError.",
    zh="在构造函数里检查余数，并抛出 ValueError。",
)
def test_the_width_must_be_a_multiple_of_the_heads(submission):
    """embed_dim % num_heads != 0 raises ValueError in the constructor.

    embed_dim % num_heads != 0 时，构造函数抛出 ValueError。
    """
    raises(ValueError, submission.MultiHeadAttention, 6, 4)


def test_arguments_stay_unchanged(support, rng):
    """Neither x nor the mask is modified.

    x 和掩码都不被修改。
    """
    weights, x = drawn(rng, 2, 3, 4)
    hidden = torch.tensor([[False, False, True], [False, True, True]])
    layer = built(support.layer_with, (4, 2), weights)
    unchanged(layer, x, hidden)


def test_x_need_not_lie_in_memory_in_order(support, rng):
    """x may be a transposed tensor.

    x 可以是转置得到的张量。
    """
    weights, x = drawn(rng, 3, 4, 6)
    near(built(support.on_a_view, (6, 2), weights, x), support.output((6, 2), weights, x))


@pytest.mark.hint(
    en="Something cuts the graph between the parameters and the output.",
    zh="有什么东西切断了参数与输出之间的计算图。",
)
def test_gradients_reach_all_parameters(support, rng):
    """The gradients of all weights and biases are those of PyTorch.

    所有权重和偏置的梯度都与 PyTorch 的一致。
    """
    weights, x = drawn(rng, 2, 3, 4)
    direction = normal(rng, 2, 3, 4)
    leaves = {name: value.clone().requires_grad_() for name, value in weights.items()}
    due = torch.autograd.grad((attention(2, leaves, x) * direction).sum(), list(leaves.values()))
    found = parameter_gradients(built(support.layer_with, (4, 2), weights), (x,), direction)
    for name, value in zip(leaves, due, strict=True):
        gradient = found.get(name)
        require(gradient is not None, f"No gradient reaches {name}.", f"梯度没有传到 {name}。")
        near(gradient, value)
