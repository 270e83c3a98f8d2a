"""Hidden suite of self_attention. The oracle is PyTorch's own attention, which runs here, in the judge."""

import math

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows

from grader.judge.suite import Raised, box, close, parameter_gradients, require, same, unchanged, vjp

LAYERS = ("query_matrix", "key_matrix", "value_matrix")
COPIES = 40  # of a small example in a batch: dropout where none should be then shows every time, not by chance


def fill(layer, query, key, value):
    """Give the three layers these matrices; biases that should not be there become 0, they have a test of their own."""
    state = {f"{name}.bias": torch.zeros(len(query)) for name in LAYERS}
    for name, matrix in zip(LAYERS, (query, key, value), strict=True):
        state[f"{name}.weight"] = matrix
    found = layer.load_state_dict(state, strict=False)  # the names that state lacks, and those that the layer lacks
    missing = found[1] if isinstance(found, tuple | list) and len(found) == 2 else []
    missing = missing if isinstance(missing, list) else []
    for name in LAYERS:
        there(name, f"{name}.weight" not in missing, missing)
    return layer


def there(name, condition, actual):
    require(
        condition,
        en=f"There is no linear layer called {name}.",
        zh=f"没有名为 {name} 的线性层。",
        actual=actual,
    )


def evaluating(submission, query, key, value):
    """A layer with these matrices in evaluation mode."""
    layer = fill(submission.SelfAttention(query.shape[0]), query, key, value)
    layer.eval()
    return layer


def pair(result, x):
    """Output and weights, after a look at their number, kinds, shapes and dtypes, which follow those of x (B, T, H)."""
    batch, length, _ = x.shape
    require(
        isinstance(result, tuple | list) and len(result) == 2,
        en="forward must return a pair: the output and the weights.",
        zh="forward 必须返回二元组：输出和权重。",
        actual=result,
    )
    output, weights = result
    for value, name, due in ((output, "output", tuple(x.shape)), (weights, "weights", (batch, length, length))):
        require(isinstance(value, torch.Tensor), en=f"{name} is no tensor.", zh=f"{name} 不是张量。", actual=value)
        require(
            tuple(value.shape) == due,
            en=f"The shape of {name} must be {due}.",
            zh=f"{name} 的形状应为 {due}。",
            actual=tuple(value.shape),
        )
        require(
            value.dtype == x.dtype,
            en=f"The dtype of {name} must be that of x, {x.dtype}.",
            zh=f"{name} 的 dtype 应与 x 相同，即 {x.dtype}。",
            actual=value.dtype,
        )
    return output, weights


def near(actual, expected, rtol=1e-4, atol=1e-5):
    """`close` of two tensors of one shape, first where they are furthest apart: a report shows small tensors only."""
    for found, due in zip(actual, expected, strict=True):
        worst = (found - due).abs().flatten(1).amax(dim=1).argmax()
        close(found[worst], due[worst], rtol=rtol, atol=atol)
        close(found, due, rtol=rtol, atol=atol)


def training(layer, width):
    """A layer in training mode whose output on `one_hot(B, width)` is its weights as they met the values."""
    return fill(layer, torch.zeros(width, width), torch.zeros(width, width), torch.eye(width))


def one_hot(batch, length):
    """Every position is its own unit vector, so that the values are the identity."""
    return torch.eye(length).repeat(batch, 1, 1)  # (B, T, T)


def copies(matrix):
    return matrix.repeat(COPIES, 1, 1)


def first_row(submission, length):
    """How the first of `length` positions, the only one that is not 0, attends: H = 9, and its score is ln 3."""
    layer = evaluating(submission, torch.eye(9), torch.eye(9), torch.eye(9))
    x = torch.zeros(length, 9)
    x[0, 0] = math.sqrt(3 * math.log(3))  # its dot product with itself is 3 ln 3
    _, weights = pair(layer(copies(x)), copies(x))
    return weights[:, 0]  # (COPIES, T)


def attention(x, query, key, value):
    """The oracle: output and weights, the latter as attention over the identity."""
    q, k, v = x @ query.T, x @ key.T, x @ value.T  # (B, T, H)
    identity = torch.eye(x.shape[1], dtype=x.dtype).expand(x.shape[0], -1, -1)  # (B, T, T)
    return F.scaled_dot_product_attention(q, k, v), F.scaled_dot_product_attention(q, k, identity)


def normal(rng, *shape):
    return torch.from_numpy(rng.standard_normal(shape))


def matrices(rng, width):
    return tuple(normal(rng, width, width) / math.sqrt(width) for _ in LAYERS)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Compute the two rows by hand: which number divides the dot products before the softmax?",
    zh="手算这两行：点积在进入 softmax 之前要除以哪个数？",
)
def test_the_worked_example(submission):
    """The example of the statement comes out: two positions that mostly look at themselves.

    题面中的例子算得对：两个位置主要关注自己。
    """
    layer = evaluating(submission, torch.eye(4), torch.eye(4), torch.eye(4))
    more, less = math.exp(2) / (math.exp(2) + 1), 1 / (math.exp(2) + 1)
    x = torch.tensor([[2.0, 0.0, 0.0, 0.0], [0.0, 2.0, 0.0, 0.0]])
    output = torch.tensor([[2 * more, 2 * less, 0.0, 0.0], [2 * less, 2 * more, 0.0, 0.0]])
    weights = torch.tensor([[more, less], [less, more]])
    near(pair(layer(copies(x)), copies(x)), (copies(output), copies(weights)))


@pytest.mark.hint(
    en="Look at the parameters that nn.Linear makes unless it is told otherwise.",
    zh="看看 nn.Linear 在不另作说明时会创建哪些参数。",
)
def test_three_linear_layers_without_bias(submission):
    """The layers query_matrix, key_matrix and value_matrix are H by H and have no bias.

    query_matrix、key_matrix、value_matrix 三层都是 H×H，没有偏置。
    """
    state = submission.SelfAttention(hidden_dim=6).state_dict()
    for name in LAYERS:
        there(name, isinstance(state, dict) and isinstance(state.get(f"{name}.weight"), torch.Tensor), state)
        same(tuple(state[f"{name}.weight"].shape), (6, 6))
        require(f"{name}.bias" not in state, en=f"{name} has a bias.", zh=f"{name} 带有偏置。", actual=sorted(state))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="With H = 9 the right divisor, H itself and the length of the sequence are three different numbers.",
    zh="H = 9 时，正确的除数、H 本身和序列长度是三个不同的数。",
)
def test_scores_are_divided_by_the_root_of_the_width(submission):
    """The dot products are divided by √H: by 3 for H = 9.

    点积除以 √H：H = 9 时除以 3。
    """
    near([first_row(submission, 2)], [torch.tensor([[0.75, 0.25]]).repeat(COPIES, 1)])


@pytest.mark.hint(
    en="A dot product has as many terms as the layer is wide. What keeps it from growing with the width?",
    zh="点积的项数等于层的宽度。靠什么不让它随宽度增长？",
)
def test_a_wide_layer_does_not_saturate(submission):
    """The weights are no sharper than they should be: where 0.75 is due there is not nearly 1.

    权重不会过于尖锐：应为 0.75 的地方不会接近 1。
    """
    row = first_row(submission, 2)
    require(
        bool((row[:, 0] < 0.751).all()),
        en="The largest weight should be 0.75; the scores are too large.",
        zh="最大的权重应为 0.75；分数太大了。",
        actual=row[0],
    )


@pytest.mark.hint(
    en="Which of the axes of x does your divisor come from?",
    zh="你的除数取自 x 的哪一维？",
)
def test_the_scale_does_not_depend_on_the_length(submission):
    """How two keys share a query's attention does not change when other positions are added.

    增加其他位置，不会改变两个键分得同一查询注意力的比例。
    """
    alone = first_row(submission, 2)
    for length in (3, 25):
        row = first_row(submission, length)
        close(row[:, 0] / row[:, 1], alone[:, 0] / alone[:, 1])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Only the first query meets the second key here. In which cell of (T, T) does that score stand?",
    zh="这里只有第一个查询碰上第二个键。这个分数应该在 (T, T) 的哪一格？",
)
def test_rows_are_queries_and_columns_are_keys(submission):
    """Row i of the weights is query i, column j is key j, and the output mixes the values by rows.

    权重的第 i 行是查询 i，第 j 列是键 j；输出按行混合各个值向量。
    """
    key, value = torch.zeros(4, 4), torch.zeros(4, 4)
    key[0, 1] = 2 * math.log(3)  # turns the second position's unit vector towards the first position's query
    value[2, 0], value[3, 1] = 1.0, 1.0  # the values are the unit vectors 2 and 3
    layer = evaluating(submission, torch.eye(4), key, value)
    weights = torch.tensor([[0.25, 0.75], [0.5, 0.5]])
    output = torch.tensor([[0.0, 0.0, 0.25, 0.75], [0.0, 0.0, 0.5, 0.5]])
    x = copies(torch.eye(4)[:2])
    near(pair(layer(x), x), (copies(output), copies(weights)))


@pytest.mark.hint(
    en="The softmax runs along one axis of (B, T, T): the one over which a query chooses.",
    zh="softmax 沿 (B, T, T) 的某一维进行：就是一个查询在其中作选择的那一维。",
)
def test_the_weights_of_each_query_sum_to_one(submission, rng):
    """Every query's weights are positive and sum to 1.

    每个查询的权重都为正，且总和为 1。
    """
    layer = evaluating(submission, *(m.float() for m in matrices(rng, 8)))
    x = normal(rng, 6, 7, 8).float()
    _, weights = pair(layer(x), x)
    near([weights.sum(dim=-1)], [torch.ones(6, 7)])
    require(bool((weights > 0).all()), en="A weight is not positive.", zh="有的权重不是正数。", actual=weights.min())


@pytest.mark.points(2)
@pytest.mark.parametrize("shape", [(2, 5, 8), (1, 1, 4), (3, 7, 1), (1, 12, 5)])
def test_random_layers_agree_with_pytorch(submission, rng, shape):
    """Output and weights agree with PyTorch's own attention, for any batch, length and width.

    对任意批大小、长度和宽度，输出和权重都与 PyTorch 自带的注意力一致。
    """
    x, weights = normal(rng, *shape).float(), [m.float() for m in matrices(rng, shape[-1])]
    near(pair(evaluating(submission, *weights)(x), x), attention(x, *weights))


@pytest.mark.hint(
    en="A slice or a transposed tensor does not lie in memory row by row. Which of your calls needs that it does?",
    zh="切片或转置后的张量在内存里不是逐行排列的。你的哪个调用要求它逐行排列？",
)
def test_x_need_not_lie_in_memory_in_order(submission, rng):
    """x may be a transposed tensor or a slice of a larger one.

    x 可以是转置得到的，也可以是更大张量的切片。
    """
    weights, x = [m.float() for m in matrices(rng, 4)], normal(rng, 6, 7, 4).float()
    layer = evaluating(submission, *weights)
    handle = box(x.transpose(0, 1).contiguous())
    handle.transpose_(0, 1)  # in the worker it now has the shape of x, but not the order
    near(pair(layer(handle), x), attention(x, *weights))


def test_sequences_of_a_batch_do_not_mix(submission, rng):
    """A sequence gets the same result alone and within a batch.

    一个序列单独计算与放在批里计算，结果相同。
    """
    layer = evaluating(submission, *(m.float() for m in matrices(rng, 4)))
    x = normal(rng, 6, 7, 4).float()
    output, weights = pair(layer(x), x)
    for part in (slice(0, 1), slice(1, 6)):
        near(pair(layer(x[part]), x[part]), (output[part], weights[part]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Something in forward has a fixed dtype of its own. What happens to it on .double()?",
    zh="forward 里有个东西带着自己固定的 dtype。调用 .double() 时它会怎样？",
)
@pytest.mark.parametrize("width", [4, 16])
def test_it_works_in_float64(submission, rng, width):
    """After .double() the module computes in float64 and returns float64.

    调用 .double() 之后，模块以 float64 计算并返回 float64。
    """
    weights = matrices(rng, width)
    layer = submission.SelfAttention(width)
    layer.double()
    fill(layer, *weights)
    layer.eval()
    x = normal(rng, 6, 7, width)
    # Widths whose root is exact: a root taken in float32 is then no error.
    near(pair(layer(x), x), attention(x, *weights), rtol=1e-6, atol=1e-9)


def test_large_scores_give_no_nan(submission):
    """Scores in the thousands give weights of 0 and 1, not nan, and leave small ones of other queries alone.

    分数上千时权重是 0 和 1，而不是 nan；别的查询若只有小分数，则不受影响。
    """
    layer = evaluating(submission, torch.eye(4), torch.eye(4), torch.eye(4))
    third = math.sqrt(2 * math.log(3))
    x = torch.tensor([[100.0, 0.0, 0.0, 0.0], [0.0, third, 0.0, 0.0]])  # scores 5000, 0 and 0, ln 3
    output = torch.tensor([[100.0, 0.0, 0.0, 0.0], [25.0, 0.75 * third, 0.0, 0.0]])
    near(pair(layer(copies(x)), copies(x)), (copies(output), copies(torch.tensor([[1.0, 0.0], [0.25, 0.75]]))))

    x = torch.tensor([[16.0, 0.0, 0.0, 0.0], [15.875, 0.0, 0.0, 0.0]])  # scores 128, 127 and 127, 126.0078125
    _, weights = pair(layer(copies(x)), copies(x))
    first, second = 1 / (1 + math.exp(-1)), 1 / (1 + math.exp(-0.9921875))
    near([weights], [copies(torch.tensor([[first, 1 - first], [second, 1 - second]]))])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Something still acts after layer.eval(). How does it learn which mode the layer is in?",
    zh="调用 layer.eval() 之后仍有东西在起作用。它从哪里得知当前处于哪种模式？",
)
def test_evaluation_drops_nothing(submission, rng):
    """In evaluation mode there is no dropout: the result is exact and the same each time.

    评估模式下没有 dropout：结果精确，且每次相同。
    """
    weights = [m.float() for m in matrices(rng, 8)]
    layer = submission.SelfAttention(8)
    layer.train()
    fill(layer, *weights).eval()
    x = normal(rng, 20, 5, 8).float()
    first, second = pair(layer(x), x), pair(layer(x), x)
    near(first, attention(x, *weights))
    near(second, first, rtol=0, atol=0)


@pytest.mark.hint(
    en="The layer got a probability of dropout. Where in forward is it used?",
    zh="构造时给了 dropout 的概率。forward 里哪里用到了它？",
)
def test_training_is_not_evaluation(submission, rng):
    """In training mode something is dropped, also after an evaluation: the output is not that of evaluation.

    训练模式下确实有东西被丢弃，评估之后再训练也一样：输出与评估模式不同。
    """
    weights, x = [m.float() for m in matrices(rng, 8)], normal(rng, 4, 16, 8).float()
    layer = evaluating(submission, *weights)
    pair(layer(x), x)
    layer.train()
    output, _ = pair(layer(x), x)
    require(
        not torch.allclose(output, attention(x, *weights)[0], rtol=1e-4, atol=1e-5),
        en="The output in training mode is exactly that of evaluation.",
        zh="训练模式的输出与评估模式完全一样。",
    )


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Dropping a weight sets it to 0 and scales those that stay; each weight is decided on its own.",
    zh="丢弃一个权重就是把它置 0，并放大留下的权重；每个权重各自独立决定。",
)
def test_training_drops_a_tenth_of_the_weights(submission):
    """In training mode each weight is dropped on its own, by default with probability 0.1, the others scaled by 1/0.9.

    训练模式下每个权重独立丢弃，默认概率 0.1，其余权重乘以 1/0.9。
    """
    layer = training(submission.SelfAttention(32), 32)
    output, _ = pair(layer(one_hot(20, 32)), one_hot(20, 32))
    dropped = (output == 0).double().mean().item()  # of 20,480 weights: the standard deviation is 0.002
    require(
        0.08 < dropped < 0.12,
        en="About a tenth of the weights should be 0 in training mode.",
        zh="训练模式下应有大约十分之一的权重为 0。",
        actual=dropped,
    )
    for kept in (output[output != 0].min(), output[output != 0].max()):
        close(kept, 1 / 32 / 0.9, rtol=1e-4)
    require(
        bool((output != 0).any(dim=1).all() and (output != 0).any(dim=2).all()),
        en="Whole rows or columns are dropped together.",
        zh="整行或整列被一起丢弃了。",
    )


@pytest.mark.hint(
    en="Does anything decide on a weight in place of chance: a seed, another sequence, the length?",
    zh="除了随机，还有什么在决定一个权重的去留：种子、别的序列、还是长度？",
)
def test_chance_decides_anew_each_time(submission):
    """Other weights are dropped in each call and in each sequence, and a single position's only weight can be dropped.

    每次调用、每个序列丢弃的权重各不相同；只有一个位置时，它唯一的权重也可能被丢弃。
    """
    layer = training(submission.SelfAttention(32), 32)
    x = one_hot(2, 32)
    dropped = torch.cat([pair(layer(x), x)[0], pair(layer(x), x)[0]]) == 0  # (4, 32, 32): two sequences, twice
    for other in (1, 2):
        require(
            not torch.equal(dropped[0], dropped[other]),
            en="Two sequences of a batch lose the same weights." if other == 1 else "Each call drops the same weights.",
            zh="同一批的两个序列丢弃了相同的权重。" if other == 1 else "每次调用都丢弃相同的权重。",
        )
    x = torch.ones(400, 1, 32)
    gone = (pair(layer(x), x)[0][:, 0, 0] == 0).double().mean().item()  # 0.1; the standard deviation is 0.015
    require(
        0.01 < gone < 0.25,
        en="Of sequences of one position about a tenth should lose their only weight.",
        zh="只有一个位置的序列，应有大约十分之一失去唯一的权重。",
        actual=gone,
    )


@pytest.mark.hint(
    en="Follow the constructor's second argument to the place where it should arrive.",
    zh="顺着构造函数的第二个参数，看它有没有到达该去的地方。",
)
def test_the_probability_of_dropout_is_the_one_given(submission):
    """A probability given to the constructor is the one that is used; with 0 nothing is dropped.

    构造时给出的概率就是实际使用的概率；为 0 时什么也不丢。
    """
    try:
        half = training(submission.SelfAttention(32, 0.5), 32)
    except Raised as error:
        if error.type_name == "TypeError" and "positional argument" in error.text:
            return  # the contract bears a constructor that knows the width only; its 0.1 has been tested above
        raise
    output, _ = pair(half(one_hot(20, 32)), one_hot(20, 32))
    dropped = (output == 0).double().mean().item()
    require(
        0.46 < dropped < 0.54,
        en="With dropout=0.5 about half of the weights should be 0 in training mode.",
        zh="dropout=0.5 时，训练模式下应有大约一半的权重为 0。",
        actual=dropped,
    )
    never = training(submission.SelfAttention(8, dropout=0.0), 8)
    output, _ = pair(never(one_hot(40, 8)), one_hot(40, 8))
    near([output], [torch.full((40, 8, 8), 1 / 8)])


@pytest.mark.hint(
    en="Where all columns of the values are equal, so are the output's, if only weights are dropped. What was?",
    zh="值的各列都相同时，若只丢弃权重，输出的各列也相同。那么被丢弃的是什么？",
)
def test_dropout_falls_on_the_weights_only(submission, rng):
    """Dropout acts on the weights, not on the output or the values.

    dropout 作用在权重上，而不是输出或值向量上。
    """
    zero, row = torch.zeros(8, 8), normal(rng, 8).float()
    layer = fill(submission.SelfAttention(8), zero, zero, row.expand(8, 8).clone())  # the values' columns are all equal
    x = normal(rng, 16, 6, 8).float()
    output, _ = pair(layer(x), x)
    near([output], [output[:, :, :1].expand(16, 6, 8).clone()], rtol=1e-3, atol=1e-4)


@pytest.mark.hint(
    en="Dropout comes after the softmax. Is there any before it?",
    zh="dropout 应在 softmax 之后。之前还有吗？",
)
def test_nothing_is_dropped_before_the_softmax(submission, rng):
    """In training mode the weights that are left are those of evaluation, scaled by 1/0.9.

    训练模式下留下来的权重就是评估时的权重乘以 1/0.9。
    """
    query, key, _ = (m.float() for m in matrices(rng, 8))
    layer = fill(submission.SelfAttention(8), query, key, torch.eye(8))  # with one_hot the output is what is left
    x = one_hot(40, 8)
    output, _ = pair(layer(x), x)
    _, weights = attention(x, query, key, torch.eye(8))
    near([output], [torch.where(output == 0, 0.0, weights / 0.9)])


@pytest.mark.hint(
    en="Which matrix meets the values, and which one is returned? They are the same one, or one comes from the other.",
    zh="与值向量相乘的是哪个矩阵，返回的又是哪个？它们要么是同一个，要么一个由另一个得来。",
)
def test_training_returns_the_weights_it_used(submission):
    """In training mode the weights returned are those before dropout or those that made the output.

    训练模式下返回的权重，要么是 dropout 之前的，要么就是产生输出的那一份。
    """
    layer = training(submission.SelfAttention(32), 32)
    output, weights = pair(layer(one_hot(4, 32)), one_hot(4, 32))
    before = torch.full((4, 32, 32), 1 / 32)
    require(
        torch.allclose(weights, before, atol=1e-6) or torch.allclose(weights, output, atol=1e-6),
        en="These weights are neither those before dropout nor those the output was made with.",
        zh="这些权重既不是 dropout 之前的，也不是产生输出的那一份。",
        actual=weights,
    )


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Something cuts the graph between the parameters and the results.",
    zh="有什么东西切断了参数与结果之间的计算图。",
)
def test_gradients_reach_the_input_and_all_three_matrices(submission, rng):
    """Gradients of the output flow back into x and into all three matrices.

    输出的梯度能回传到 x 和三个矩阵。
    """
    weights = [m.float() for m in matrices(rng, 4)]
    layer = evaluating(submission, *weights)
    x, cotangent = normal(rng, 6, 7, 4).float(), normal(rng, 6, 7, 4).float()
    leaves = [leaf.clone().requires_grad_() for leaf in (x, *weights)]
    g_x, *g_matrices = torch.autograd.grad((attention(*leaves)[0] * cotangent).sum(), leaves)
    found = vjp(layer, (x,), (cotangent, None))[0]
    require(
        isinstance(found, torch.Tensor) and found.shape == x.shape,
        en="No gradient of the output reaches x.",
        zh="输出的梯度没有传到 x。",
        actual=found,
    )
    near([found], [g_x], rtol=1e-3, atol=1e-5)
    found = parameter_gradients(layer, (x,), (cotangent, None))
    for name, due in zip(LAYERS, g_matrices, strict=True):
        gradient = found.get(f"{name}.weight")
        require(gradient is not None, en=f"No gradient reaches {name}.", zh=f"梯度没有传到 {name}。")
        close(gradient, due, rtol=1e-3, atol=1e-5)


def test_x_stays_as_it_was(submission, rng):
    """The input is not modified.

    输入不被修改。
    """
    layer = evaluating(submission, *(m.float() for m in matrices(rng, 4)))
    x = normal(rng, 2, 3, 4).float()
    unchanged(layer, x)


def test_it_agrees_with_the_reference(submission, reference, rng):
    """With the same matrices it gives what the reference gives.

    矩阵相同时，结果与参考实现相同。
    """
    weights = [m.float() for m in matrices(rng, 12)]
    layer = fill(reference.SelfAttention(12), *weights)
    layer.eval()
    x = normal(rng, 4, 9, 12).float()
    with torch.no_grad():
        due = layer(x)
    near(pair(evaluating(submission, *weights)(x), x), due)
