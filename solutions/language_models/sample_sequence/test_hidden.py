"""The hidden suite of sample_sequence.

Draws on a boundary are exact in binary; the others stay away from boundaries. The models are lent: they run in the
judge and get what the submission passes.
"""

import numpy as np
import pytest

from grader.judge.suite import lend, same, unchanged

HALVES = np.array([0.5, 0.25, 0.25])
NEAR_ONE = 1 - 2.0**-53  # the largest float below 1


def always(probs):
    """A model with the same probabilities at every step."""
    return lend(lambda ids: np.asarray(probs))


def chain(ids):
    """One more than the sum of the ids, modulo 4, with certainty: it needs all ids, in a list of any kind."""
    return np.eye(4)[(1 + sum(int(i) for i in ids)) % 4]


@pytest.mark.points(2)
def test_each_draw_picks_the_token_of_its_segment(submission):
    """Draws inside the segments pick their tokens, one draw a step.

    抽样值落在哪一段内部，就取哪一段的 token，每步用一个抽样值。
    """
    draws = [0.1, 0.6, 0.45, 0.74, 0.9, 0.76, 0.3]
    same(submission.sample_sequence(always(HALVES), 3, 7, draws), [0, 1, 0, 1, 2, 2, 0])


@pytest.mark.points(2)
@pytest.mark.hint(
    en='The cumulative probability must be greater than the draw: searchsorted with side="right", or >.',
    zh='累积概率必须大于抽样值：searchsorted 用 side="right"，或者用 >。',
)
def test_a_draw_on_a_boundary_goes_to_the_next_token(submission):
    """A draw equal to a cumulative probability picks the next token.

    抽样值恰好等于累积概率时，取下一个 token。
    """
    same(submission.sample_sequence(always(HALVES), 3, 3, [0.5, 0.75, 0.0]), [1, 2, 0])


@pytest.mark.hint(
    en="With a draw of 0.0, >= picks token 0 whatever its probability.",
    zh="抽样值为 0.0 时，>= 会选中 token 0，不管它的概率是多少。",
)
def test_a_token_without_probability_is_never_drawn(submission):
    """Tokens of probability 0 are skipped, at the front and in the middle.

    概率为 0 的 token 会被跳过，无论在最前面还是在中间。
    """
    same(submission.sample_sequence(always([0.0, 0.0, 0.5, 0.0, 0.5]), 9, 3, [0.0, 0.6, 0.25]), [2, 4, 2])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The cumulative sum may end below the draw. argmax gives 0 then, searchsorted V.",
    zh="累积和的末尾可能小于抽样值。这时 argmax 得 0，searchsorted 得 V。",
)
def test_rounding_takes_the_last_token_with_a_probability(submission):
    """Ten times 0.1 adds up to less than 1; a draw above takes the last token of non-zero probability.

    十个 0.1 的浮点和小于 1；抽样值不小于总和时，取最后一个概率不为 0 的 token。
    """
    same(submission.sample_sequence(always([0.1] * 10), 11, 1, [NEAR_ONE]), [9])


@pytest.mark.hint(
    en="len(probs) - 1 may be a token that is impossible.",
    zh="len(probs) - 1 可能是一个不可能出现的 token。",
)
def test_rounding_skips_trailing_tokens_without_probability(submission):
    """Where rounding leaves no token, one of probability 0 at the end is not taken either.

    因舍入而没有 token 满足条件时，末尾概率为 0 的 token 也不会被选中。
    """
    same(submission.sample_sequence(always([0.1] * 10 + [0.0, 0.0]), 11, 1, [NEAR_ONE]), [9])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Pass the ids drawn so far, and nothing else, to next_probs at each step.",
    zh="每一步都把目前抽到的 id（且只有这些）传给 next_probs。",
)
def test_the_model_gets_all_ids_so_far(submission):
    """The probabilities depend on all ids so far: none at first, then all that were drawn.

    概率取决于目前的所有 id：一开始为空，之后是抽到的全部 id。
    """
    same(submission.sample_sequence(lend(chain), 9, 6, [0.5] * 6), [1, 2, 0, 0, 0, 0])


@pytest.mark.points(2)
def test_the_end_token_is_kept(submission):
    """The end token is the last one of the result, and draws after it need not exist.

    结束 token 是结果的最后一个，其后不需要更多抽样值。
    """
    same(submission.sample_sequence(always(HALVES), 1, 10, [0.1, 0.9, 0.6]), [0, 2, 1])


@pytest.mark.points(2)
def test_nothing_follows_the_end_token(submission):
    """Generation stops after the end token though draws are left; 0 can be the end, too.

    即使还有抽样值，遇到结束 token 也停止；结束 token 也可以是 0。
    """
    same(submission.sample_sequence(always(HALVES), 0, 10, [0.9, 0.1, 0.9, 0.9]), [2, 0])


def test_generation_stops_at_the_length_limit(submission):
    """There are at most max_len tokens, however many draws there are.

    无论有多少抽样值，最多生成 max_len 个 token。
    """
    same(submission.sample_sequence(always(HALVES), 2, 2, [0.1] * 5), [0, 0])


@pytest.mark.hint(
    en="Compare the length with max_len before you draw, not after.",
    zh="先比较长度和 max_len，再抽样，顺序不要反。",
)
def test_a_limit_of_zero_gives_nothing(submission):
    """With max_len = 0 the list is empty.

    max_len 为 0 时返回空列表。
    """
    same(submission.sample_sequence(always(HALVES), 2, 0, [0.1] * 5), [])


@pytest.mark.hint(
    en="pop shortens the caller's list, and an array has no pop.",
    zh="pop 会缩短调用者的列表，而且数组没有 pop。",
)
def test_the_draws_are_a_list_or_an_array_and_stay(submission):
    """Draws in an array work as well as in a list, and a list of draws keeps its length.

    抽样值放在数组或列表里都可以，列表的长度不变。
    """
    same(submission.sample_sequence(always(HALVES), 2, 2, np.array([0.6, 0.1])), [1, 0])
    unchanged(submission.sample_sequence, always(HALVES), 2, 2, [0.6, 0.1])
