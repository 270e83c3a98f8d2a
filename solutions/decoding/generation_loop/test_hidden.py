"""The hidden suite of generation_loop. The models are lent: they run in the judge and get what the submission passes.

Draws stay away from the boundaries of tokens, but for 1/2, which is exact in binary.
"""

import numpy as np
import pytest

from grader.judge.suite import lend, same, unchanged

PROBS = [0.1, 0.4, 0.2, 0.3]
NEAR_ONE = 1 - 2.0**-53  # the largest float below 1


def always(probs):
    """A model with the same probabilities at every step."""
    with np.errstate(divide="ignore"):
        logits = np.log(np.array(probs))
    return lend(lambda ids: logits)


def chain(ids):
    """One more than the sum of all ids, modulo 5, is nearly certain."""
    return 50.0 * np.eye(5)[(1 + sum(int(i) for i in ids)) % 5]


@pytest.mark.points(2)
def test_a_temperature_of_zero_takes_the_largest_logit(submission):
    """Greedy decoding takes the largest logit, the lowest id among equal ones, without draws and whatever top_p is.

    贪心解码取最大的 logit，相等时取最小的 id，不需要抽样值，与 top_p 无关。
    """
    same(submission.generate(always(PROBS), [7, 2], 3, 9, temperature=0.0), [7, 2, 1, 1, 1])
    same(submission.generate(always(PROBS), [7, 2], 1, 9, 0.0, 0.5, [0.9]), [7, 2, 1])
    same(submission.generate(always([0.2, 0.4, 0.4]), [], 2, 9, temperature=0), [1, 1])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Pass the prompt and all new ids to the model at every step.",
    zh="每一步都要把提示词和所有新 id 传给模型。",
)
def test_the_model_gets_the_prompt_and_all_new_ids(submission):
    """The logits depend on the prompt and on all new ids.

    logits 取决于提示词和所有新 id。
    """
    same(submission.generate(lend(chain), [3, 4], 4, 9, 0.0), [3, 4, 3, 1, 2, 4])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Append first, then compare with eos_id.",
    zh="先追加，再与 eos_id 比较。",
)
def test_the_end_token_is_kept_and_ends_the_text(submission):
    """A new end token is the last id, for greedy decoding and for sampling.

    新生成的结束 token 是最后一个 id，贪心和采样都一样。
    """
    same(submission.generate(lend(chain), [3, 4], 9, 1, 0.0), [3, 4, 3, 1])
    same(submission.generate(always(PROBS), [], 5, 0, uniforms=[0.9, 0.05, 0.9, 0.9, 0.9]), [3, 0])


@pytest.mark.hint(
    en="Only a token that you have just generated can end the text.",
    zh="只有刚生成的 token 才能结束文本。",
)
def test_an_end_token_in_the_prompt_stops_nothing(submission):
    """A prompt that holds or ends with the end token is continued.

    提示词包含结束 token、或以它结尾时，照样继续生成。
    """
    same(submission.generate(always(PROBS), [2, 5, 2], 2, 2, 0.0), [2, 5, 2, 1, 1])


def test_the_number_of_new_tokens_is_limited(submission):
    """max_new_tokens counts new ids only, and 0 returns the prompt.

    max_new_tokens 只数新 id；为 0 时返回提示词。
    """
    same(submission.generate(always(PROBS), [7, 7, 7], 2, 9, 1.0, 1.0, [0.05] * 9), [7, 7, 7, 0, 0])
    same(submission.generate(always(PROBS), [7, 7, 7], 0, 9), [7, 7, 7])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Each token owns a segment as long as its probability; the segments lie in the order of ids.",
    zh="每个 token 占据一段，长度等于它的概率，各段按 id 的顺序排列。",
)
def test_draws_follow_the_probabilities_in_the_order_of_ids(submission):
    """Each token owns as much of [0, 1) as its probability, in the order of ids; a draw on a boundary goes to the next.

    每个 token 在 [0, 1) 中占据与概率等长的一段，按 id 排列；抽样值落在边界上时取下一个。
    """
    same(submission.generate(always(PROBS), [], 5, 9, uniforms=[0.05, 0.2, 0.45, 0.55, 0.75]), [0, 1, 1, 2, 3])
    same(submission.generate(always([0.0, 0.5, 0.5]), [], 2, 9, uniforms=[0.5, 0.0]), [2, 1])


@pytest.mark.hint(
    en="The first new token uses uniforms[0], however long the prompt is.",
    zh="无论提示词多长，第一个新 token 都用 uniforms[0]。",
)
def test_each_new_token_has_its_own_draw(submission):
    """New token number i uses draw number i, from an array, too; the prompt uses none.

    第 i 个新 token 用第 i 个抽样值，数组也可以；提示词不占用抽样值。
    """
    same(submission.generate(always(PROBS), [8, 8], 3, 9, uniforms=np.array([0.05, 0.55, 0.75])), [8, 8, 0, 2, 3])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Divide the logits by the temperature before the softmax.",
    zh="在 softmax 之前，把 logits 除以温度。",
)
def test_temperature_changes_the_probabilities(submission):
    """With T = 0.5 odds of 1 : 2 : 1 become 1 : 4 : 1; with T = 2 they are nearer to each other.

    T = 0.5 时，比例 1 : 2 : 1 变成 1 : 4 : 1；T = 2 时更接近。
    """
    odds = [0.25, 0.5, 0.25]
    same(submission.generate(always(odds), [], 2, 9, 0.5, uniforms=[0.2, 0.8]), [1, 1])  # 1/6, 4/6, 1/6
    same(submission.generate(always(odds), [], 2, 9, 2.0, uniforms=[0.28, 0.72]), [0, 2])  # 0.293, 0.414, 0.293


@pytest.mark.points(2)
@pytest.mark.hint(
    en="What lies outside the nucleus has probability 0. The token that reaches top_p is inside.",
    zh="核以外的概率为 0。让总和达到 top_p 的 token 在核内。",
)
def test_only_the_nucleus_is_drawn(submission):
    """With top_p = 0.6 only tokens 1 and 3 are drawn, with top_p = 0.3 only token 1; a sum equal to top_p is enough.

    top_p = 0.6 时只会抽到 token 1 和 3，top_p = 0.3 时只有 token 1；总和等于 top_p 就够了。
    """
    same(submission.generate(always(PROBS), [], 4, 9, 1.0, 0.6, [0.0, 0.05, 0.62, 0.99]), [1, 1, 3, 3])
    same(submission.generate(always(PROBS), [], 2, 9, top_p=0.3, uniforms=(0.05, 0.95)), [1, 1])
    same(submission.generate(always([0.0, 0.5, 0.5]), [], 1, 9, 1.0, 0.5, [0.9]), [1])


@pytest.mark.hint(
    en="Sort stably, so that of equal probabilities the lower id comes first.",
    zh="用稳定排序，概率相等时 id 小的排在前面。",
)
def test_of_equal_tokens_the_lower_ids_are_in_the_nucleus(submission, rng):
    """Where only some of the equal tokens are needed, those with lower ids are in the nucleus.

    概率相等的 token 只需要一部分时，id 小的在核内。
    """
    twice = rng.permutation([2.0] * 60 + [1.0] * 60)
    model = always(twice / 180)
    same(submission.generate(model, [], 1, 999, 1.0, 41.5 / 90, [0.999]), [int(np.flatnonzero(twice == 2)[41])])


@pytest.mark.hint(
    en="Divide what is left by its sum before you draw.",
    zh="抽样之前，先除以剩余概率的总和。",
)
def test_the_nucleus_is_renormalised(submission):
    """In the nucleus {1, 3} token 1 has 4/7 = 0.571: a draw of 0.55 is still its own.

    核 {1, 3} 中 token 1 的概率是 4/7 = 0.571：抽样值 0.55 仍然属于它。
    """
    same(submission.generate(always(PROBS), [], 2, 9, 1.0, 0.6, [0.45, 0.55]), [1, 1])


@pytest.mark.hint(
    en="The nucleus is taken of the probabilities after the temperature.",
    zh="核是在施加温度之后的概率上取的。",
)
def test_temperature_comes_before_the_nucleus(submission):
    """0.5 alone reaches top_p = 0.45; with T = 2 it is 0.4155, and a second token belongs to the nucleus.

    0.5 单独就达到 top_p = 0.45；T = 2 时变成 0.4155，核里还要有第二个 token。
    """
    same(submission.generate(always([0.5, 0.3, 0.2]), [], 1, 9, 2.0, 0.45, [0.9]), [1])


@pytest.mark.hint(
    en="Subtract the largest scaled logit before the exponential.",
    zh="取指数之前先减去缩放后的最大 logit。",
)
def test_large_logits_are_sampled_too(submission):
    """Logits of 10,000 that differ by ln 3 are drawn with 1/4 and 3/4; one of -10,000 never is.

    一万左右、相差 ln 3 的 logits 按 1/4 和 3/4 抽样；-10000 的不会被抽到。
    """
    logits = np.array([1e4, 1e4 + np.log(3), -1e4])
    same(submission.generate(lend(lambda ids: logits), [], 2, 9, uniforms=[0.2, 0.3]), [0, 1])


@pytest.mark.hint(
    en="The sum of ten times 0.1 is not 1. Fall back to the last token that has a probability.",
    zh="十个 0.1 相加不等于 1。这时取最后一个概率不为 0 的 token。",
)
def test_rounding_takes_the_last_token_with_a_probability(submission):
    """A draw just below 1 takes the last token of the nucleus, whatever the rounding of the sum.

    略小于 1 的抽样值，无论求和怎样舍入，都取核里的最后一个 token。
    """
    for size in (10, 7, 49):
        model = always([1 / size] * size + [0.0, 0.0])
        same(submission.generate(model, [], 1, 99, 1.0, 1.0, [NEAR_ONE]), [size - 1])


@pytest.mark.hint(
    en="Start with a copy of the prompt.",
    zh="从提示词的副本开始。",
)
def test_the_arguments_stay_as_they_are(submission):
    """The prompt and the draws are not modified.

    提示词和抽样值不会被修改。
    """
    same(unchanged(submission.generate, always(PROBS), [7], 1, 9, 1.0, 1.0, [0.55, 0.05]), [7, 2])
