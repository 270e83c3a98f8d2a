"""The hidden suite of constrained_decoding. Models and grammars are lent: they run in the judge."""

import numpy as np
import pytest

from grader.judge.suite import lend, same

FALLING = np.array([5.0, 4.0, 3.0, 2.0, 1.0])  # the model prefers low ids


def always(value):
    """The same value at every step."""
    return lend(lambda ids: value)


def in_turn(*values):
    """One value for each step, then nothing, for those who ask once more before they look at the length."""
    return lend(lambda ids: values[len(ids)] if len(ids) < len(values) else [])


def after(ids):
    """The number of ids and their sum, modulo 5: it depends on all of them."""
    return sum(int(i) + 1 for i in ids) % 5


@pytest.mark.points(2)
def test_each_step_takes_the_best_allowed_id(submission):
    """Ids with larger logits are passed over where they are not allowed; negative logits are no different.

    不允许的 id 即使 logit 更大也不会选中；logits 为负时也一样。
    """
    for logits in (FALLING, FALLING - 10):
        found = submission.constrained_greedy(always(logits), in_turn([2, 4], [3, 1], [4]), 0, 3)
        same(found, [2, 1, 4])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Pass all ids so far to both functions, at every step.",
    zh="每一步都把目前的全部 id 传给两个函数。",
)
def test_both_functions_see_the_ids_so_far(submission):
    """Logits and constraints depend on all ids so far.

    logits 和约束都取决于目前的全部 id。
    """

    def next_logits(ids):
        return np.roll(FALLING, after(ids))

    def allowed(ids):
        return [i for i in range(5) if i != after(ids)]  # all but the model's favourite

    found = submission.constrained_greedy(lend(next_logits), lend(allowed), 7, 6)
    same(found, [1, 3, 2, 0, 1, 3])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Sort the allowed ids, or compare (logit, -id).",
    zh="先对允许的 id 排序，或者比较 (logit, -id)。",
)
def test_ties_go_to_the_lowest_id(submission):
    """Among equal logits the lowest allowed id is taken, in whatever order they are listed.

    logits 并列时取允许的 id 中最小的，与列出的顺序无关。
    """
    found = submission.constrained_greedy(always(np.ones(5)), in_turn([4, 2, 3], [3, 4], [4, 1]), 0, 3)
    same(found, [2, 3, 1])


@pytest.mark.hint(
    en="`if not choices` fails for an array, and choices[0] for a set.",
    zh="对数组不能写 `if not choices`，对集合不能写 choices[0]。",
)
def test_the_allowed_ids_come_in_any_collection(submission, support):
    """Lists, sets, arrays and ranges are fine, and so are empty arrays.

    列表、集合、数组和 range 都可以，空数组也可以。
    """
    allowed = in_turn({2, 3}, np.array([4, 1]), [3], np.array([0, 4]), np.array([], dtype=np.int64))
    same(submission.constrained_greedy(always(FALLING), allowed, 9, 9), [2, 1, 3, 0])
    same(submission.constrained_greedy(always(-FALLING), support.up_to(3, 1, 5, 0), 9, 9), [2, 0, 4])


@pytest.mark.hint(
    en="With nothing allowed there is no argmax. Stop.",
    zh="什么都不允许时没有 argmax 可取，直接停止。",
)
def test_decoding_stops_when_nothing_is_allowed(submission):
    """The ids so far come back, at the first step an empty list.

    返回目前的 id；第一步就没有允许的 id 时返回空列表。
    """
    same(submission.constrained_greedy(always(FALLING), in_turn([3], [1], []), 0, 9), [3, 1])
    same(submission.constrained_greedy(always(FALLING), always([]), 0, 9), [])


@pytest.mark.points(2)
def test_decoding_stops_after_the_end(submission):
    """The end id is kept and nothing follows it, whatever else would be allowed.

    结束 id 保留在结果里，之后不再生成，不论还允许什么。
    """
    same(submission.constrained_greedy(always(FALLING), in_turn([2], [0, 1], [3], [4]), 0, 4), [2, 0])


@pytest.mark.hint(
    en="The end is an id like any other: it must be allowed, and must be the best.",
    zh="结束 id 与其他 id 一样：要被允许，而且要最好。",
)
def test_the_end_is_subject_to_the_constraint(submission):
    """The end id is not taken where it is not allowed, nor where another id is better.

    结束 id 不被允许，或者有更好的 id 时，都不会选中它。
    """
    same(submission.constrained_greedy(always(FALLING), in_turn([1, 2], [1, 3], [3]), 0, 3), [1, 1, 3])
    same(submission.constrained_greedy(always(FALLING), in_turn([1, 4], [4]), 4, 5), [1, 4])


def test_decoding_stops_at_the_length_limit(submission):
    """There are at most max_len ids; 0 gives an empty list.

    最多 max_len 个 id；max_len 为 0 时返回空列表。
    """
    same(submission.constrained_greedy(always(FALLING), always([3]), 0, 2), [3, 3])
    same(submission.constrained_greedy(always(FALLING), always([3]), 0, 0), [])


@pytest.mark.hint(
    en="Any finite mask value may be larger than some logits. Use -inf, or look among the allowed ids only.",
    zh="任何有限的掩码值都可能比某些 logit 还大。用 -inf，或者只在允许的 id 中找。",
)
def test_very_small_logits_still_beat_what_is_not_allowed(submission):
    """An allowed id with a logit of -1e30, or of -1e300, is taken.

    允许的 id 即使 logit 是 -1e30 或 -1e300，也会被选中。
    """
    for small in (-1e30, -1e300):
        logits = np.array([0.0, 1.0, small, 2 * small])
        same(submission.constrained_greedy(always(logits), always([3, 2]), 0, 1), [2])
