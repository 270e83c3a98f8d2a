"""Hidden suite of self_attention. The oracle is PyTorch's own attention, in the judge; `support` builds the layers."""

import math

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows

from grader.judge.suite import Raised, close, parameters_of, require, same, unchanged

LAYERS = ("query_matrix", "key_matrix", "value_matrix")
RATE = 0.05  # of a step along the gradient
COPIES = 40  # of a small example in a batch: dropout where none should be then shows every time, not by chance


def built(builder, *args, **kwargs):
    """What a function of `support` gives, with a sentence for the learner where a linear layer has another name."""
    try:
        layer = builder(*args, **kwargs)
    except Raised as error:
        for name in LAYERS:
            there = error.type_name != "MissingLayer" or name not in error.text
            require(there, f"There is no linear layer called {name}.", f"没有名为 {name} 的线性层。")
        raise
    require(callable(layer), "SelfAttention(…) gave no object.", "SelfAttention(…) 没有返回对象。", layer)
    return layer


def attend(layer, x):
    """Output and weights for x (B, T, H), after a look at their kinds, shapes and dtypes."""
    result = layer(x)
    pair = isinstance(result, tuple | list) and len(result) == 2
    require(pair, "forward must return output and weights.", "forward 必须返回二元组：输出和权重。", result)
    for value, name, due in zip(result, ("output", "weights"), (x, x @ x.mT), strict=True):
        require(isinstance(value, torch.Tensor), f"{name} is no tensor.", f"{name} 不是张量。", value)
        due, found = (tuple(due.shape), x.dtype), (tuple(value.shape), value.dtype)
        require(found == due, f"{name} must have shape and dtype {due}.", f"{name} 的形状和 dtype 应为 {due}。", found)
    return result


def near(actual, expected, rtol=1e-4, atol=1e-5):
    """`close` of two tensors of one shape, first where they are furthest apart: a report shows small tensors only."""
    for found, due in zip(actual, expected, strict=True):
        worst = (found - due).abs().flatten(1).amax(dim=1).argmax()
        close(found[worst], due[worst], rtol=rtol, atol=atol)
        close(found, due, rtol=rtol, atol=atol)


def attention(x, matrices):
    """The oracle: output and weights, the latter as attention over the identity."""
    q, k, v = (x @ matrix.T for matrix in matrices)  # (B, T, H)
    identity = torch.eye(x.shape[1], dtype=x.dtype).expand(x.shape[0], -1, -1)  # (B, T, T)
    return F.scaled_dot_product_attention(q, k, v), F.scaled_dot_product_attention(q, k, identity)


def normal(rng, *shape, dtype=torch.float32):
    return torch.from_numpy(rng.standard_normal(shape)).to(dtype)


def drawn(rng, batch, length, width, dtype=torch.float32):
    """Some x (B, T, H), and matrices (3, H, H) that leave scores of moderate size."""
    return normal(rng, batch, length, width, dtype=dtype), normal(rng, 3, width, width, dtype=dtype) / math.sqrt(width)


def copies(matrix):
    return torch.tensor(matrix).repeat(COPIES, 1, 1)


def one_hot(batch, length):
    """Every position is its own unit vector: with identities for values the output is the weights that were used."""
    return torch.eye(length).repeat(batch, 1, 1)  # (B, T, T)


@pytest.mark.hint(en="What does nn.Linear make unless it is told otherwise?", zh="nn.Linear 默认会创建哪些参数？")
def test_three_linear_layers_without_bias(submission):
    """The layers query_matrix, key_matrix and value_matrix are H by H and have no bias.

    query_matrix、key_matrix、value_matrix 三层都是 H×H，没有偏置。
    """
    state = submission.SelfAttention(hidden_dim=6).state_dict()
    for name in LAYERS:
        there = isinstance(state, dict) and isinstance(state.get(f"{name}.weight"), torch.Tensor)
        require(there, f"There is no linear layer called {name}.", f"没有名为 {name} 的线性层。", state)
        same(tuple(state[f"{name}.weight"].shape), (6, 6))
        require(f"{name}.bias" not in state, f"{name} has a bias.", f"{name} 带有偏置。", list(state))


@pytest.mark.points(2)
@pytest.mark.hint(en="Where does the score of query 0 and key 1 stand?", zh="查询 0 对键 1 的分数在哪一格？")
def test_rows_are_queries_and_columns_are_keys(support):
    """Row i of the weights is query i, column j is key j, and the output mixes the values by rows.

    权重的第 i 行是查询 i，第 j 列是键 j；输出按行混合各个值向量。
    """
    query, key, value = torch.eye(4), torch.zeros(4, 4), torch.zeros(4, 4)
    key[0, 1] = 2 * math.log(3)  # turns the second position's unit vector towards the first position's query
    value[2, 0], value[3, 1] = 1.0, 1.0  # the values are the unit vectors 2 and 3
    output = copies([[0.0, 0.0, 0.25, 0.75], [0.0, 0.0, 0.5, 0.5]])
    layer = built(support.layer_with, torch.stack([query, key, value]))
    near(attend(layer, one_hot(COPIES, 4)[:, :2]), (output, copies([[0.25, 0.75], [0.5, 0.5]])))


@pytest.mark.points(2)
@pytest.mark.hint(en="Here H, √H and the length are three numbers.", zh="这里 H、√H 和序列长度是三个不同的数。")
def test_scores_are_divided_by_the_root_of_the_width(support):
    """The dot products are divided by √H: by 3 for H = 9.

    点积除以 √H：H = 9 时除以 3。
    """
    x = torch.zeros(COPIES, 2, 9)
    x[:, 0, 0] = math.sqrt(3 * math.log(3))  # its dot product with itself is 3 ln 3
    near([attend(built(support.identity_layer, 9), x)[1]], [copies([[0.75, 0.25], [0.5, 0.5]])])


@pytest.mark.hint(en="Which of your calls needs that x is contiguous?", zh="你的哪个调用要求 x 是连续的？")
def test_x_need_not_lie_in_memory_in_order(support, rng):
    """x may be a transposed tensor or a slice of a larger one.

    x 可以是转置得到的，也可以是更大张量的切片。
    """
    x, matrices = drawn(rng, 6, 7, 8)
    near(attend(lambda given: support.on_a_view(matrices, given), x), attention(x, matrices))


@pytest.mark.points(2)
@pytest.mark.hint(en="What has a fixed dtype in forward?", zh="forward 里有什么东西的 dtype 是固定的？")
def test_it_works_in_float64(support, rng):
    """After .double() the module computes in float64 and returns float64.

    调用 .double() 之后，模块以 float64 计算并返回 float64。
    """
    x, matrices = drawn(rng, 6, 7, 16, dtype=torch.float64)
    # A width whose root is exact: a root taken in float32 is then no error.
    near(attend(built(support.layer_with, matrices), x), attention(x, matrices), rtol=1e-6, atol=1e-9)


def test_large_scores_give_no_nan(support):
    """Scores in the thousands give weights of 0 and 1, not nan, and leave small ones of other queries alone.

    分数上千时权重是 0 和 1，而不是 nan；别的查询若只有小分数，则不受影响。
    """
    layer, third = built(support.identity_layer, 4), math.sqrt(2 * math.log(3))
    x = copies([[100.0, 0.0, 0.0, 0.0], [0.0, third, 0.0, 0.0]])  # scores 5000, 0 and 0, ln 3
    output = copies([[100.0, 0.0, 0.0, 0.0], [25.0, 0.75 * third, 0.0, 0.0]])
    near(attend(layer, x), (output, copies([[1.0, 0.0], [0.25, 0.75]])))


@pytest.mark.hint(en="What does clamping do to 4,900 and 5,000?", zh="截断之后，4,900 和 5,000 会变成什么？")
def test_large_scores_are_told_apart(support):
    """Of the scores 5,000 and 4,900 the larger one takes all the weight.

    分数 5,000 与 4,900 中，较大的得到全部权重。
    """
    x = copies([[100.0, 0.0, 0.0, 0.0], [98.0, 0.0, 0.0, 0.0]])
    near([attend(built(support.identity_layer, 4), x)[1]], [copies([[1.0, 0.0], [1.0, 0.0]])])


@pytest.mark.points(2)
@pytest.mark.hint(en="How does dropout learn which mode the layer is in?", zh="dropout 从哪里得知当前处于哪种模式？")
def test_evaluation_drops_nothing(support, rng):
    """In evaluation mode there is no dropout: two calls give the same, and x is not modified.

    评估模式下没有 dropout：两次调用结果相同，且不修改 x。
    """
    x, matrices = drawn(rng, 20, 5, 8)
    layer = built(support.layer_with, matrices)
    first = attend(lambda given: unchanged(layer, given), x)
    near(attend(layer, x), first, rtol=0, atol=0)


@pytest.mark.points(2)
@pytest.mark.hint(en="Those that stay are scaled; each is drawn alone.", zh="留下的要放大；每个权重各自独立决定。")
def test_training_drops_a_tenth_of_the_weights(support):
    """In training mode each weight is dropped on its own, by default with probability 0.1, the others scaled by 1/0.9.

    训练模式下每个权重独立丢弃，默认概率 0.1，其余权重乘以 1/0.9。
    """
    output, weights = attend(built(support.even_layer, 64), one_hot(5, 64))
    share = (output == 0).double().mean().item()  # of 20,480 weights: the standard deviation is 0.002
    require(0.08 < share < 0.12, "About a tenth of the weights should be 0.", "应有大约十分之一的权重为 0。", share)
    kept = output[output != 0]
    close(torch.stack([kept.min(), kept.max()]), torch.full((2,), 1 / 64 / 0.9))
    some = bool((output != 0).any(dim=1).all() and (output != 0).any(dim=2).all())
    require(some, "Whole rows or columns are dropped together.", "整行或整列被一起丢弃了。")
    either = any(torch.allclose(weights, due, atol=1e-6) for due in (torch.tensor(1 / 64), output))
    require(either, "Return the weights before or after dropout.", "应返回 dropout 之前或之后的权重。", weights)


@pytest.mark.hint(en="Does a seed or another sequence decide?", zh="是不是由种子或别的序列决定的？")
def test_chance_decides_anew_each_time(support):
    """Other weights are dropped in each call and in each sequence.

    每次调用、每个序列丢弃的权重各不相同。
    """
    layer, x = built(support.even_layer, 32), one_hot(2, 32)
    masks = torch.cat([attend(layer, x)[0], attend(layer, x)[0]]) == 0  # (4, 32, 32): two sequences, twice
    same_twice = torch.equal(masks[0], masks[1])
    require(not same_twice, "Two sequences of a batch lose the same weights.", "同一批的两个序列丢弃了相同的权重。")
    same_twice = torch.equal(masks[0], masks[2])
    require(not same_twice, "Each call drops the same weights.", "每次调用都丢弃相同的权重。")


@pytest.mark.hint(en="Where does the constructor's second argument go?", zh="构造函数的第二个参数去了哪里？")
def test_the_probability_of_dropout_is_the_one_given(support):
    """A probability given to the constructor is the one that is used.

    构造时给出的概率就是实际使用的概率。
    """
    known = parameters_of("SelfAttention")
    if known is not None and len(known) == 1:
        return  # the contract bears a constructor that knows the width only; its 0.1 has been tested above
    output, _ = attend(built(support.even_layer, 64, 0.5), one_hot(5, 64))
    share = (output == 0).double().mean().item()
    require(0.46 < share < 0.54, "With 0.5 half of the weights should be 0.", "0.5 时应有大约一半的权重为 0。", share)


@pytest.mark.hint(en="Equal columns of values stay equal. What was dropped?", zh="值的各列相同时，输出各列也相同。")
def test_dropout_falls_on_the_weights_only(support, rng):
    """Dropout does act in training mode, and on the weights, not on the output or the values.

    训练模式下 dropout 确实起作用，而且作用在权重上，而不是输出或值向量上。
    """
    x, matrices = drawn(rng, 16, 6, 8)
    matrices[2] = normal(rng, 8)  # the values' columns are all equal
    output, _ = attend(built(support.layer_with, matrices, training=True), x)
    acts = not torch.allclose(output, attention(x, matrices)[0], rtol=1e-4, atol=1e-5)
    require(acts, "The output in training mode is that of evaluation.", "训练模式的输出与评估模式完全一样。")
    near([output], [output[:, :, :1].expand(16, 6, 8)], rtol=1e-3, atol=1e-4)


@pytest.mark.points(2)
@pytest.mark.hint(en="Something cuts the graph.", zh="有什么东西切断了计算图。")
def test_gradients_reach_the_input_and_all_three_matrices(support, rng):
    """Gradients of the output flow back into x and into all three matrices.

    输出的梯度能回传到 x 和三个矩阵。
    """
    x, matrices = drawn(rng, 6, 7, 8)
    layer, cotangent = built(support.layer_with, matrices), normal(rng, 6, 7, 8)
    leaves = [leaf.clone().requires_grad_() for leaf in (x, *matrices)]
    g_x, *g_matrices = torch.autograd.grad((attention(leaves[0], leaves[1:])[0] * cotangent).sum(), leaves)
    # What the gradients are worth shows in a result: that of a step along all of them.
    output, missing = support.after_a_step(layer, x, cotangent, RATE)
    for name in ("x", *LAYERS):
        require(name not in missing, f"No gradient of the output reaches {name}.", f"输出的梯度没有传到 {name}。")
    stepped = [matrix - RATE * gradient for matrix, gradient in zip(matrices, g_matrices, strict=True)]
    near([output], [attention(x - RATE * g_x, stepped)[0]], rtol=1e-3, atol=1e-4)
