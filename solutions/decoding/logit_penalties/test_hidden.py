"""The hidden suite of logit_penalties. Penalties are powers of two, and probabilities stay far from the threshold."""

import numpy as np
import pytest

from grader.judge.suite import close, raises, same, unchanged, without_warning

OUT = -np.inf
LOGITS = np.array([2.0, -1.0, 0.5, 4.0, -0.75])
ODDS = np.log([0.15, 0.5, 0.05, 0.3])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A positive logit gets smaller by division.",
    zh="正的 logit 做除法会变小。",
)
def test_positive_logits_are_divided(submission):
    """A positive logit of a previous id is divided by the penalty; the others stay.

    之前出现过的 id，其正的 logit 除以惩罚；其余不变。
    """
    close(submission.repetition_penalty(LOGITS, [0, 2, 3], 4.0), np.array([0.5, -1.0, 0.125, 1.0, -0.75]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Dividing a negative logit brings it nearer to 0, which makes it more likely.",
    zh="负的 logit 做除法会更接近 0，反而更容易出现。",
)
def test_negative_logits_are_multiplied(submission):
    """A negative logit of a previous id is multiplied by the penalty.

    之前出现过的 id，其负的 logit 乘以惩罚。
    """
    close(submission.repetition_penalty(LOGITS, [1, 4], 4.0), np.array([2.0, -4.0, 0.5, 4.0, -3.0]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Go through the distinct ids, or compute all values from the old logits.",
    zh="遍历去重后的 id，或者都从旧的 logits 计算。",
)
def test_an_id_is_penalised_once(submission):
    """An id that occurs three times, or in an array, is penalised once.

    出现三次的 id 只罚一次；id 放在数组里也一样。
    """
    due = np.array([1.0, -2.0, 0.5, 4.0, -0.75])
    close(submission.repetition_penalty(LOGITS, (0, 1, 0, 1, 0), 2.0), due)
    close(submission.repetition_penalty(LOGITS, np.array([1, 0, 0]), 2.0), due)


def test_nothing_changes_without_previous_ids(submission):
    """Without previous ids all logits stay; so do they with a penalty of 1.

    没有之前的 id，或惩罚为 1 时，所有 logit 都不变。
    """
    close(submission.repetition_penalty(LOGITS, [], 2.0), LOGITS)
    close(submission.repetition_penalty(LOGITS, [0, 1], 1.0), LOGITS)


@pytest.mark.hint(
    en="Only 0 and negative penalties are refused. What does dividing by 0.5 do?",
    zh="只拒绝 0 和负数。除以 0.5 会怎样？",
)
def test_a_penalty_below_one_rewards_repetition(submission):
    """A penalty of 0.5 doubles a positive logit and halves a negative one.

    惩罚为 0.5 时，正的 logit 加倍，负的减半。
    """
    close(submission.repetition_penalty(LOGITS, [0, 1], 0.5), np.array([4.0, -0.5, 0.5, 4.0, -0.75]))


@pytest.mark.parametrize("penalty", [0.0, -2.0])
def test_a_penalty_of_zero_or_less_raises_value_error(submission, penalty):
    """Penalties of 0 and below raise ValueError, also without previous ids.

    惩罚小于或等于 0 时抛出 ValueError，没有之前的 id 时也一样。
    """
    raises(ValueError, submission.repetition_penalty, LOGITS, [], penalty)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The limit is min_p times the greatest probability, not min_p itself.",
    zh="下限是 min_p 乘以最大概率，而不是 min_p 本身。",
)
def test_min_p_is_a_share_of_the_greatest_probability(submission):
    """With a greatest probability of 0.5, min_p = 0.2 keeps what has 0.1 or more, min_p = 0.4 what has 0.2 or more.

    最大概率为 0.5 时，min_p = 0.2 保留不小于 0.1 的，min_p = 0.4 保留不小于 0.2 的。
    """
    same(submission.min_p_filter(ODDS, 0.2), np.where([1, 1, 0, 1], ODDS, OUT))
    same(submission.min_p_filter(ODDS, 0.4), np.where([0, 1, 0, 1], ODDS, OUT))


@pytest.mark.hint(
    en="Compare probabilities, not logits: logits may be shifted and negative.",
    zh="比较的是概率而不是 logits：logits 可以整体平移，也可以为负。",
)
def test_a_shift_of_all_logits_changes_nothing(submission):
    """Logits near 10,000 and near -10,000 are filtered like those near 0, without an overflow warning.

    一万和负一万左右的 logits 与 0 附近的一样过滤，没有溢出警告。
    """
    for shift in (1e4, -1e4):
        logits = ODDS + shift
        due = np.where([0, 1, 0, 1], logits, OUT)
        same(without_warning("overflow", submission.min_p_filter, logits, 0.4), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Below the limit is out; equal to it stays.",
    zh="低于下限的才排除，等于下限的保留。",
)
def test_the_ends_of_the_range_are_allowed(submission):
    """With min_p = 0 all tokens stay; with min_p = 1 those that are as probable as the best.

    min_p = 0 时全部保留；min_p = 1 时保留与最佳 token 概率相同的。
    """
    same(submission.min_p_filter(ODDS, 0.0), ODDS)
    same(submission.min_p_filter(np.array([3.0, 1.0, 3.0]), 1.0), np.array([3.0, OUT, 3.0]))


@pytest.mark.parametrize("min_p", [-0.1, 1.5])
def test_a_min_p_outside_its_range_raises_value_error(submission, min_p):
    """A negative min_p and one above 1 raise ValueError.

    min_p 为负数或大于 1 时抛出 ValueError。
    """
    raises(ValueError, submission.min_p_filter, ODDS, min_p)


@pytest.mark.points(2)
@pytest.mark.hint(en="Work on a copy.", zh="在副本上操作。")
def test_the_arguments_stay_as_they_are(submission):
    """Neither function modifies its arguments.

    两个函数都不修改传入的参数。
    """
    close(unchanged(submission.repetition_penalty, LOGITS, [0, 0], 2.0), np.array([1.0, -1.0, 0.5, 4.0, -0.75]))
    same(unchanged(submission.min_p_filter, ODDS, 0.4), np.where([0, 1, 0, 1], ODDS, OUT))
