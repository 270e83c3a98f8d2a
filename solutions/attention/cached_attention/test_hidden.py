"""Hidden suite of cached_attention. The oracle is PyTorch's own attention over the whole sequence.

Layers are built by the kata's `support`, with the suite's own weights.
"""

import math

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows

from grader.judge.suite import Raised, close, raises, require, same, unchanged


@pytest.fixture
def support(submission, support):
    _ = submission.CachedAttention  # a file that lacks it is told so here, in the words of all katas
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


def drawn(rng, batch, length, dim):
    """Random weights by their names, and x."""
    weights = {f"{name}.weight": normal(rng, dim, dim) * 1.5 / math.sqrt(dim) for name in LAYERS}
    weights |= {f"{name}.bias": normal(rng, dim) for name in LAYERS}
    return weights, normal(rng, batch, length, dim)


def attention(num_heads, weights, x, cache=None):
    """Output, and the keys and values."""

    def apply(name, given):
        return F.linear(given, weights[f"{name}.weight"], weights[f"{name}.bias"])

    q, k, v = (torch.stack(apply(name, x).chunk(num_heads, dim=-1), dim=1) for name in LAYERS[:3])
    if cache is not None:
        k, v = torch.cat([cache[0], k], dim=2), torch.cat([cache[1], v], dim=2)
    seen = torch.ones(x.shape[1], k.shape[2]).tril(k.shape[2] - x.shape[1]).bool()
    heads = F.scaled_dot_product_attention(q, k, v, attn_mask=seen)
    return apply("out_proj", torch.cat(list(heads.unbind(1)), dim=-1)), (k, v)


def test_four_linear_layers_with_bias(support):
    """The parameters are a weight (dim, dim) and a bias (dim,) each for q_proj, k_proj, v_proj and out_proj.

    参数是 q_proj、k_proj、v_proj、out_proj 各一个权重 (dim, dim) 和一个偏置 (dim,)。
    """
    due = {f"{name}.weight": (6, 6) for name in LAYERS} | {f"{name}.bias": (6,) for name in LAYERS}
    same(support.shapes(6, 2), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="For heads of width 9 the scores are divided by 3, not by the root of dim.",
    zh="头的宽度为 9 时分数除以 3，而不是除以 dim 的平方根。",
)
def test_scores_are_divided_by_the_root_of_the_head_width(support):
    """For heads of width 9 a dot product of 3 ln 3 gives the weights 1/4 and 3/4.

    头的宽度为 9 时，点积 3 ln 3 对应权重 1/4 和 3/4。
    """
    weights = {f"{name}.weight": torch.zeros(18, 18) for name in LAYERS}
    weights |= {f"{name}.bias": torch.zeros(18) for name in LAYERS}
    weights["q_proj.bias"][0], weights["k_proj.bias"][0], weights["out_proj.weight"] = (
        1.0,
        3 * math.log(3),
        torch.eye(18),
    )
    weights["v_proj.bias"][0] = 4.0
    due = torch.zeros(1, 1, 18)
    due[0, 0, 0] = 3.0
    cache = (torch.zeros(1, 2, 1, 9), torch.zeros(1, 2, 1, 9))
    result = built(support.output, (18, 2), weights, torch.zeros(1, 1, 18), cache)
    near(pair(result)[0], due)


def pair(result):
    """The result, once it is known to be a pair."""
    fits = isinstance(result, tuple | list) and len(result) == 2
    require(fits, "It must return the pair (output, cache).", "应返回二元组 (output, cache)。", result)
    return result


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Without a cache this is plain causal attention: position i sees 0 … i.",
    zh="没有缓存时就是普通的因果注意力：位置 i 能看到 0 … i。",
)
@pytest.mark.parametrize(("num_heads", "length"), [(1, 5), (2, 4), (6, 1)])
def test_without_a_cache_it_is_causal_attention(support, rng, num_heads, length):
    """Without a cache output, keys and values are those of causal attention.

    没有缓存时，输出、键和值就是因果注意力的结果。
    """
    weights, x = drawn(rng, 2, length, 6)
    near(built(support.output, (6, num_heads), weights, x), attention(num_heads, weights, x))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="One new token is the last position and sees everything: no mask can hide a key from it.",
    zh="一个新 token 就是最后的位置，能看到一切，任何掩码都不该挡住它。",
)
def test_token_by_token_gives_the_same(support, rng):
    """Fed one position at a time the outputs and the last cache are those of the whole sequence.

    逐个位置送入时，输出和最后的缓存与一次送入相同。
    """
    weights, x = drawn(rng, 2, 5, 6)
    near(built(support.in_pieces, (6, 2), weights, x, [1] * 5), attention(2, weights, x))


@pytest.mark.points(3)
@pytest.mark.hint(
    en="New position i stands at S + i: the triangle begins at column S, also for several new positions.",
    zh="新位置 i 位于 S + i：三角形从第 S 列开始，而不是第 0 列。多个新位置之间也不能看到后面的。",
)
@pytest.mark.parametrize("lengths", [[3, 4], [1, 2, 3, 1], [5, 1, 1]])
def test_pieces_of_any_size_give_the_same(support, rng, lengths):
    """Fed in pieces of unequal sizes the outputs and the last cache are those of the whole sequence.

    分成大小不等的段送入时，输出和最后的缓存与一次送入相同。
    """
    weights, x = drawn(rng, 2, 7, 6)
    near(built(support.in_pieces, (6, 3), weights, x, lengths), attention(3, weights, x))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Make new tensors for the new cache, and keep nothing in self.",
    zh="为新的缓存创建新的张量，不要在 self 里保存任何东西。",
)
def test_one_prompt_can_be_continued_twice(support, rng):
    """The cache passed in stays as it was, and the layer remembers nothing: one prompt can be continued twice.

    传入的缓存保持不变，层也不记得任何东西：第二种续写不受第一种影响。
    """
    weights, prompt = drawn(rng, 1, 3, 4)
    first, second = normal(rng, 1, 2, 4), normal(rng, 1, 2, 4)
    due, _ = attention(2, weights, torch.cat([prompt, second], dim=1))
    _, cache = attention(2, weights, prompt)
    near(built(support.two_endings, (4, 2), weights, prompt, first, second), (due[:, 3:], cache))


@pytest.mark.hint(
    en="Do two caches that you returned share memory? Then a later call overwrites the earlier one.",
    zh="你返回的两份缓存是否共用内存？如果是，后一次调用就会覆盖前一份。",
)
def test_a_returned_cache_outlives_later_calls(support, rng):
    """A cache that was returned stays as it is when the same prompt is continued in another way.

    用另一种方式续写同一个 prompt 时，之前返回的缓存保持不变。
    """
    weights, prompt = drawn(rng, 1, 3, 4)
    first, second = normal(rng, 1, 2, 4), normal(rng, 1, 2, 4)
    _, due = attention(2, weights, torch.cat([prompt, first], dim=1))
    near(built(support.first_ending, (4, 2), weights, prompt, first, second), due)


def test_arguments_stay_unchanged(support, rng):
    """Neither x nor the cache is modified.

    x 和缓存都不被修改。
    """
    weights, x = drawn(rng, 2, 2, 4)
    cache = (normal(rng, 2, 2, 3, 2), normal(rng, 2, 2, 3, 2))
    layer = built(support.layer_with, (4, 2), weights)
    near(unchanged(layer, x, cache), attention(2, weights, x, cache))


def test_the_width_must_be_a_multiple_of_the_heads(submission):
    """dim % num_heads != 0 raises ValueError in the constructor.

    dim % num_heads != 0 时，构造函数抛出 ValueError。
    """
    raises(ValueError, submission.CachedAttention, 6, 4)
