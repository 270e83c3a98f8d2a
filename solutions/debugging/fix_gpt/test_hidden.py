"""Hidden suite of fix_gpt. The oracle is built of PyTorch's functions, in the judge; `support` builds the layers."""

import math

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows

from grader.judge.suite import Raised, close, parameter_gradients, raises, require, same


@pytest.fixture
def support(submission, support):
    _ = submission.TinyGPT  # a file that lacks it is told so here, in the words of all katas
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


def shapes(vocab, dim, layers, max_len):
    """Names and shapes of the parameters; the shared one is called tok_emb.weight."""
    named = {"tok_emb.weight": (vocab, dim), "pos_emb.weight": (max_len, dim)}
    for block in (f"blocks.{n}." for n in range(layers)):
        for name, (rows, columns) in LINEAR.items():
            named[f"{block}{name}.weight"], named[f"{block}{name}.bias"] = (rows * dim, columns * dim), (rows * dim,)
    for name in [f"blocks.{n}.{norm}" for n in range(layers) for norm in ("ln1", "ln2")] + ["ln_f"]:
        named[f"{name}.weight"], named[f"{name}.bias"] = (dim,), (dim,)
    return named


def drawn(rng, vocab, dim, heads, layers, max_len):
    """Sizes, and random weights by their names."""
    weights = {name: normal(rng, *shape) for name, shape in shapes(vocab, dim, layers, max_len).items()}
    for name, value in weights.items():
        if value.ndim == 2 and "emb" not in name:
            value *= 1.2 / math.sqrt(dim)
    return (vocab, dim, heads, layers, max_len), weights


def some(rng, vocab, *shape):
    return torch.from_numpy(rng.integers(0, vocab, shape))


def gpt(sizes, weights, ids):
    """The logits."""
    _, dim, num_heads, layers, _ = sizes

    def apply(name, given):
        return F.linear(given, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def norm(name, given):
        return F.layer_norm(given, (dim,), weights[f"{name}.weight"], weights[f"{name}.bias"])

    x = weights["tok_emb.weight"][ids] + weights["pos_emb.weight"][: ids.shape[1]]
    for block in (f"blocks.{n}." for n in range(layers)):
        z = norm(f"{block}ln1", x)
        heads = [apply(f"{block}{name}", z).chunk(num_heads, dim=-1) for name in ("q_proj", "k_proj", "v_proj")]
        heads = [F.scaled_dot_product_attention(q, k, v, is_causal=True) for q, k, v in zip(*heads, strict=True)]
        x = x + apply(f"{block}out_proj", torch.cat(heads, dim=-1))
        x = x + apply(f"{block}fc_out", F.gelu(apply(f"{block}fc_in", norm(f"{block}ln2", x))))
    return F.linear(norm("ln_f", x), weights["tok_emb.weight"])


def logits_of(support, sizes, weights, ids):
    """The logits, once they are known to be a tensor of their shape."""
    result = built(support.output, sizes, weights, ids)
    fits = isinstance(result, tuple | list) and len(result) == 2 and result[1] is None
    require(fits, "Without targets it must return (logits, None).", "没有 targets 时应返回 (logits, None)。", result)
    shape = (*ids.shape, sizes[0])
    fits = isinstance(result[0], torch.Tensor) and result[0].shape == shape
    require(fits, f"The logits must have the shape {shape}.", f"logits 的形状应为 {shape}。", result[0])
    return result[0]


def agree(actual, expected):
    close(actual, expected, rtol=1e-3, atol=1e-4)


def test_parameters_have_their_names_and_shapes(support):
    """The parameters have the names and shapes of the statement, the linear layers in blocks a bias and head none.

    参数的名字和形状与题面一致；块里的线性层带偏置，head 不带。
    """
    found = built(support.shapes, 7, 4, 2, 2, 5)
    require(isinstance(found, dict), "There are no parameters.", "没有参数。", found)
    found = dict(found)
    found.setdefault("tok_emb.weight", found.get("head.weight"))
    found.pop("head.weight", None)
    same(found, shapes(7, 4, 2, 5))


def test_the_shared_weight_is_one_parameter(support):
    """tok_emb and head have one weight together, not two that begin alike.

    tok_emb 和 head 共用一个权重，而不是两个初值相同的权重。
    """
    found = built(support.shapes, 7, 4, 2, 2, 5)
    twice = isinstance(found, dict) and {"tok_emb.weight", "head.weight"} <= set(found)
    require(not twice, "tok_emb and head have a weight each.", "tok_emb 和 head 各有一个权重。")


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Set the blocks to 0 in your mind: x must come out as it went in, from both sublayers.",
    zh="设想块的权重全为 0：x 经过两个子层都应原样通过。",
)
def test_blocks_of_zeros_change_nothing(support, rng):
    """With blocks of zeros the logits are head(ln_f(tok_emb + pos_emb)).

    块的权重全为 0 时，logits 是 head(ln_f(tok_emb + pos_emb))。
    """
    sizes, weights = drawn(rng, 7, 4, 2, 2, 5)
    weights = {name: value * (not name.startswith("blocks")) for name, value in weights.items()}
    weights["pos_emb.weight"] = torch.zeros(5, 4)
    ids = some(rng, 7, 2, 3)
    agree(logits_of(support, sizes, weights, ids), gpt(sizes, weights, ids))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Which axis do position ids count: sequences in the batch, or places in a sequence?",
    zh="位置编号数的是哪个轴：批里的序列，还是序列里的位置？",
)
def test_positions_count_along_the_sequence(support, rng):
    """Equal tokens at different positions get different embeddings, the same ones in every sequence.

    相同的 token 在不同位置得到不同的嵌入，在每个序列里都一样。
    """
    sizes, weights = drawn(rng, 7, 4, 2, 1, 5)
    for name in ("blocks.0.out_proj", "blocks.0.fc_out"):
        weights[f"{name}.weight"], weights[f"{name}.bias"] = torch.zeros(4, 16 if "fc" in name else 4), torch.zeros(4)
    weights["pos_emb.weight"] *= 3
    ids = torch.full((2, 5), 3)
    agree(logits_of(support, sizes, weights, ids), gpt(sizes, weights, ids))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A head owns neighbouring features at every position: view (B, T, h, d), then swap the axes.",
    zh="一个头在每个位置占有相邻的特征：先 view 成 (B, T, h, d)，再交换轴。",
)
def test_heads_split_the_features(support, rng):
    """Where all scores are equal the last position gets the mean of the values, feature by feature.

    所有分数相等时，最后一个位置逐特征得到各个值的平均。
    """
    sizes, weights = drawn(rng, 7, 4, 2, 1, 5)
    weights["blocks.0.q_proj.weight"], weights["blocks.0.q_proj.bias"] = torch.zeros(4, 4), torch.zeros(4)
    ids = some(rng, 7, 1, 5)
    agree(logits_of(support, sizes, weights, ids)[:, -1], gpt(sizes, weights, ids)[:, -1])


@pytest.mark.points(2)
def test_scores_are_scaled(support, rng):
    """The scores of a head of width d are divided by √d: with one head, at the last position, all values are right.

    宽度为 d 的头，分数除以 √d：只有一个头时，最后一个位置的值都正确。
    """
    sizes, weights = drawn(rng, 7, 4, 1, 1, 5)
    ids = some(rng, 7, 1, 5)
    agree(logits_of(support, sizes, weights, ids)[:, -1], gpt(sizes, weights, ids)[:, -1])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Print the mask for T = 3. What does its first row say about position 1?",
    zh="打印 T = 3 时的掩码。第一行对位置 1 是怎么说的？",
)
def test_the_next_token_is_not_seen(support, rng):
    """Another last token changes no logits before it.

    换掉最后一个 token，前面的 logits 都不变。
    """
    sizes, weights = drawn(rng, 7, 4, 1, 1, 5)
    weights |= {name: torch.zeros_like(value) for name, value in weights.items() if "q_proj" in name}  # even attention
    ids = some(rng, 7, 1, 4)
    ids[0, 3] = 0
    first = logits_of(support, sizes, weights, ids)
    ids[0, 3] = 6
    agree(logits_of(support, sizes, weights, ids)[:, :3], first[:, :3])


@pytest.mark.points(2)
@pytest.mark.parametrize(("heads", "length"), [(1, 1), (2, 3), (3, 6)])
def test_logits_agree_with_pytorch(support, rng, heads, length):
    """The logits agree with those computed by PyTorch's functions, up to the greatest length.

    logits 与用 PyTorch 的函数算出的一致，直到最大长度。
    """
    sizes, weights = drawn(rng, 9, 6, heads, 2, 6)
    ids = some(rng, 9, 2, length)
    agree(logits_of(support, sizes, weights, ids), gpt(sizes, weights, ids))


@pytest.mark.hint(
    en="Targets of -100 count neither in the sum nor in the number. Nothing is shifted.",
    zh="值为 -100 的目标既不计入总和，也不计入个数。不再平移。",
)
def test_the_loss_is_the_mean_over_targets(support, rng):
    """The loss is the mean cross-entropy of the targets that are not -100, in nats.

    损失是不等于 -100 的目标的平均交叉熵，单位 nat。
    """
    sizes, weights = drawn(rng, 7, 4, 2, 1, 5)
    ids, targets = some(rng, 7, 2, 4), some(rng, 7, 2, 4)
    targets[0, 1:] = -100
    due = gpt(sizes, weights, ids)
    agree(
        built(support.output, sizes, weights, ids, targets),
        (due, F.cross_entropy(due.flatten(0, 1), targets.flatten())),
    )


def test_too_many_tokens_are_an_error(submission):
    """T > max_len raises ValueError.

    T > max_len 时抛出 ValueError。
    """
    raises(ValueError, submission.TinyGPT(5, 4, 2, 1, 3), torch.zeros(1, 4, dtype=torch.int64))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Something cuts the graph, or drops something in training mode: there is no dropout.",
    zh="有什么东西切断了计算图，或者在训练模式下丢弃了什么：这里没有 dropout。",
)
def test_gradients_reach_all_parameters(support, rng):
    """In training mode the gradients of the loss are those of PyTorch; that of the shared weight has both shares.

    训练模式下，损失的梯度与 PyTorch 的一致；共享权重的梯度包含两部分。
    """
    sizes, weights = drawn(rng, 7, 4, 2, 1, 5)
    ids, targets = some(rng, 7, 2, 3), some(rng, 7, 2, 3)
    leaves = {name: value.clone().requires_grad_() for name, value in weights.items()}
    loss = F.cross_entropy(gpt(sizes, leaves, ids).flatten(0, 1), targets.flatten())
    due = torch.autograd.grad(loss, list(leaves.values()))
    found = parameter_gradients(built(support.trained, sizes, weights), (ids, targets), (None, torch.tensor(1.0)))
    for name, value in zip(leaves, due, strict=True):
        names = ("tok_emb.weight", "head.weight") if name == "tok_emb.weight" else (name,)
        shares = [found[one] for one in names if isinstance(found.get(one), torch.Tensor)]
        fits = bool(shares) and all(share.shape == value.shape for share in shares)
        require(fits, f"No gradient reaches {name}.", f"梯度没有传到 {name}。", name)
        agree(sum(shares), value)
