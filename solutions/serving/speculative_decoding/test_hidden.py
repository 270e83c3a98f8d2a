"""The hidden suite of speculative_decoding. Ratios are exact in binary; draws stay away from other boundaries.

One test looks at statistics. By Hoeffding's inequality the chance that it rejects a right solution is below 1e-6.
"""

import numpy as np
import pytest

from grader.judge.suite import require, same, unchanged

DRAFT = np.array([[0.5, 0.5, 0.0, 0.0], [0.25, 0.25, 0.25, 0.25]])
TARGET = np.array([[0.25, 0.125, 0.125, 0.5], [0.5, 0.25, 0.125, 0.125], [0.0, 0.25, 0.5, 0.25]])
NEAR_ONE = 1 - 2.0**-53  # the largest float below 1


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Accept where the draw is below target / draft.",
    zh="抽样值小于 target / draft 时接受。",
)
def test_a_token_is_accepted_below_the_ratio(submission):
    """The ratio of token 0 is 1/2: a draw of 0.4 accepts it, one of 0.6 doesn't.

    token 0 的比值是 1/2：抽样值 0.4 接受，0.6 不接受。
    """
    same(submission.speculative_step(DRAFT[:1], TARGET[:2], [0], [0.4, 0.6]), [0, 1])
    same(submission.speculative_step(DRAFT[:1], TARGET[:2], [0], [0.6, 0.6]), [3])


@pytest.mark.hint(
    en="A token that the target finds at least as likely as the draft is always accepted.",
    zh="目标模型认为概率不低于草稿的 token 总是接受。",
)
def test_a_ratio_of_one_or_more_accepts_every_draw(submission):
    """Ratios of 2 and 1 accept a draw just below 1.

    比值为 2 和 1 时，略小于 1 的抽样值也接受。
    """
    for token in (0, 1):
        same(submission.speculative_step(DRAFT[1:], TARGET[1:], [token], [NEAR_ONE, 0.3]), [token, 2])


@pytest.mark.hint(
    en="The draw must be below the ratio: one equal to it rejects.",
    zh="抽样值必须小于比值，等于则拒绝。",
)
def test_a_draw_equal_to_the_ratio_rejects(submission):
    """A draw of 1/2 rejects a ratio of 1/2, and a draw of 0 rejects a token that the target finds impossible.

    比值为 1/2 时，抽样值 1/2 拒绝；目标概率为 0 的 token，抽样值为 0 也拒绝。
    """
    same(submission.speculative_step(DRAFT[:1], TARGET[:2], [0], [0.5, 0.6]), [3])
    same(submission.speculative_step(DRAFT[1:], TARGET[[2, 0]], [0], [0.0, 0.0]), [2])


@pytest.mark.points(3)
@pytest.mark.hint(
    en="The replacement comes from max(target - draft, 0), divided by its sum.",
    zh="替换的 token 来自 max(target - draft, 0) 除以它的和。",
)
def test_the_replacement_is_drawn_from_the_residual(submission):
    """The residual is (0, 0, 0.125, 0.5), renormalised (0, 0, 0.2, 0.8): 0.15 draws token 2, and 0.25 token 3.

    残差是 (0, 0, 0.125, 0.5)，归一化后为 (0, 0, 0.2, 0.8)：0.15 抽出 token 2，0.25 抽出 token 3。
    """
    for u, due in ((0.0, 2), (0.15, 2), (0.25, 3), (0.99, 3)):
        same(submission.speculative_step(DRAFT[:1], TARGET[:2], [1], [0.75, u]), [due])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Each decision has its own uniform: position i uses uniforms[i], the draw after it uniforms[i + 1].",
    zh="每次判断用各自的抽样值：位置 i 用 uniforms[i]，之后的抽样用 uniforms[i + 1]。",
)
def test_each_decision_has_its_own_draw(submission):
    """A rejection in the second place draws with the third uniform, in an array, too.

    第二个位置被拒绝时，用第三个抽样值抽样；抽样值放在数组里也一样。
    """
    # Row 1 leaves the residual (1, 0, 0, 0); in the reverse order of rows it would be another one.
    same(submission.speculative_step(DRAFT, TARGET, [0, 2], np.array([0.25, 0.75, 0.9])), [0, 0])
    draft, target = DRAFT[::-1], TARGET[[1, 0, 2]]
    same(submission.speculative_step(draft, target, [1, 0], [0.9, 0.7, 0.1]), [1, 2])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="What follows a rejected token was proposed for a text that no longer exists.",
    zh="被拒绝的 token 之后的提议，针对的是已不存在的文本。",
)
def test_the_step_ends_at_the_first_rejection(submission):
    """After a rejection in the first place the second proposal is thrown away, though it would be accepted.

    第一个位置被拒绝后，第二个提议即使可以接受也要丢弃。
    """
    same(submission.speculative_step(DRAFT, TARGET, [0, 0], [0.6, 0.15, 0.9]), [2])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The target has one row more than the draft. It is for this case.",
    zh="target 比 draft 多一行，正是为这种情况准备的。",
)
def test_all_accepted_draws_one_more(submission):
    """Where all proposals are accepted, one more token comes from the last row of the target.

    全部接受时，再从 target 的最后一行抽一个 token。
    """
    for u, due in ((0.2, 1), (0.6, 2), (0.8, 3)):
        same(submission.speculative_step(DRAFT, TARGET, [0, 1], [0.25, 0.5, u]), [0, 1, due])


def test_without_proposals_one_token_is_drawn(submission):
    """With K = 0 one token comes from the only row of the target.

    K = 0 时，从 target 唯一的一行抽一个 token。
    """
    same(submission.speculative_step(np.zeros((0, 4)), TARGET[2:], [], [0.5]), [2])


@pytest.mark.hint(
    en="A draw on a boundary takes the next token. Where the whole sum is below it, take the last possible one.",
    zh="抽样值在边界上时取下一个 token；总和小于抽样值时，取最后一个可能的 token。",
)
def test_draws_on_boundaries_and_above_the_rounded_sum(submission):
    """A draw of 1/4 takes the second of two tokens; ten times 0.1 is below the largest draw, which takes token 9.

    抽样值 1/4 取后一个 token；十个 0.1 的和小于最大的抽样值，这时取 token 9。
    """
    same(submission.speculative_step(DRAFT[:0], TARGET[2:], [], [0.25]), [2])
    tenths, last = np.array([0.1] * 10 + [0.0, 0.0]), np.eye(12)[[11]]
    same(submission.speculative_step(last[:0], tenths[None], [], [NEAR_ONE]), [9])
    same(submission.speculative_step(last, np.stack([tenths, tenths]), [11], [0.5, NEAR_ONE]), [9])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Count how often each token comes first: is it as the target says?",
    zh="数一数每个 token 作为第一个出现的频率：与 target 一致吗？",
)
def test_over_many_steps_the_first_token_follows_the_target(submission, support, rng):
    """Of 3,000 steps with proposals from the draft, the shares of the first tokens are those of the target.

    按 draft 提议，重复 3000 步，各 token 作为第一个出现的比例与 target 一致。
    """
    draft, target = np.array([[0.75, 0.125, 0.125]]), np.array([[0.25, 0.25, 0.5], [0.5, 0.25, 0.25]])
    n = 3000
    tokens = rng.choice(3, size=n, p=draft[0])
    first = support.first_tokens(submission.speculative_step, draft, target, tokens, rng.random((n, 2)))
    counted = isinstance(first, list) and len(first) == n and set(first) <= {0, 1, 2}
    require(counted, "Each step must give tokens of the vocabulary.", "每一步都应返回词表中的 token。", first)
    shares = np.bincount(first, minlength=3) / n
    # P(|share - p| >= t) <= 2 exp(-2 n t²) for each of three tokens: t = 0.052 makes 6 exp(-16.2) < 1e-6.
    near = bool((abs(shares - target[0]) < 0.052).all())
    require(near, "The first token does not follow target[0].", "第一个 token 的分布不是 target[0]。", shares.tolist())


def test_the_arguments_stay_as_they_are(submission):
    """Neither the arrays nor the list of tokens is modified.

    数组和 token 列表都不会被修改。
    """
    same(unchanged(submission.speculative_step, DRAFT, TARGET, [0, 1], [0.25, 0.5, 0.6]), [0, 1, 2])
    same(unchanged(submission.speculative_step, DRAFT, TARGET, [0, 2], [0.25, 0.75, 0.9]), [0, 0])
