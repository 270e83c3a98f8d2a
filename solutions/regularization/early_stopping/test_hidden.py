"""The hidden suite of early_stopping.

Losses and thresholds are binary fractions, so that every difference is exact and a tie is a tie however one asks. The
oracle of the last test is written from the contract's words, not from the reference. A first loss of infinity is left
open, and so is a state that not every way of copying can copy, such as a lambda; no test goes there.
"""

import math
import sys

import numpy as np
import pytest

from grader.judge.suite import box, close, identical, same, unbox

NAN, INF = math.nan, math.inf


def check(submission, support, losses, settings, stops, best_loss, best_epoch):
    """A run with these settings says stop in the epochs `stops` (from 1) only, and leaves this best loss and state."""
    answers = [epoch in stops for epoch in range(1, len(losses) + 1)]
    done = support.run(submission.EarlyStopping, losses, *settings)
    close(done, (answers, float(best_loss), {"epoch": best_epoch}))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Count the calls without an improvement, this one included: with patience 3 the third one says stop.",
    zh="数一数连续没有改进的调用，包括本次：patience 为 3 时，第三次就要说停。",
)
def test_it_stops_after_patience_calls_without_improvement(submission, support):
    """With patience 30 the thirtieth call in a row without an improvement says stop, and none before it.

    patience 为 30 时，连续第三十次没有改进的调用返回 True，之前的都返回 False。
    """
    check(submission, support, [1.0] + [2.0] * 30, (30,), {31}, 1.0, 1)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Only calls in a row count. What does an improvement do to the count?",
    zh="只有连续的调用才计数。出现改进时，计数应当怎样？",
)
def test_an_improvement_starts_the_count_again(submission, support):
    """An improvement in between starts the count again.

    中间出现改进，就重新开始计数。
    """
    check(submission, support, [3.0, 4.0, 2.0, 2.5, 1.0, 1.5, 1.25], (2,), {7}, 1.0, 5)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Is a gain of exactly min_delta enough? And what share of the loss is min_delta?",
    zh="恰好降低 min_delta 够不够？min_delta 是绝对值还是比例？",
)
def test_an_improvement_must_exceed_min_delta(submission, support):
    """A loss that is lower by min_delta or less changes nothing; min_delta is an amount, not a share.

    只低了 min_delta 或更少，则什么都不变；min_delta 是绝对的量，不是比例。
    """
    check(submission, support, [8.0, 7.75, 7.5, 7.0, 6.75], (3, 0.25), {}, 7.0, 4)


@pytest.mark.hint(
    en="Which loss is the next one compared with after a gain that is too small?",
    zh="改进太小的那次之后，下一次和哪个损失比较？",
)
def test_small_gains_do_not_move_the_best_loss(submission, support):
    """Gains that are too small add up: the best loss stays until one call is lower by more than min_delta.

    太小的改进会累积：最好的损失保持不变，直到某次低出 min_delta 以上。
    """
    check(submission, support, [1.0, 0.875, 0.75, 0.625, 0.5, 0.5], (3, 0.25), {}, 0.625, 4)


def test_without_min_delta_any_gain_counts(submission, support):
    """When min_delta is left out, the smallest gain is an improvement, and an equal loss is none.

    不给 min_delta 时，再小的改进也算改进，相等则不算。
    """
    check(submission, support, [1.0, 1.0, 1 - 2**-40, 1 - 2**-40, 1 - 2**-39], (2,), {}, 1 - 2**-39, 5)


@pytest.mark.points(2)
def test_the_best_state_does_not_follow_the_callers_object(submission, support):
    """The best state is a copy: what the caller does to the object afterwards doesn't change it.

    最好的状态是副本：调用者之后怎样修改自己的对象，都不会影响它。
    """
    same(support.best_after_training(submission.EarlyStopping, [1.0, 2.0]), [1.0, 2.0])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="dict(state) copies one level; the weights lie deeper. The standard library can copy all of it.",
    zh="dict(state) 和 state.copy() 只复制一层，权重在更里面。标准库里有一个函数能一直复制到底。",
)
def test_the_copy_goes_all_the_way_down(submission, support):
    """The best state keeps its values when training goes on: lists, arrays and sets in it, too, and a model's weights.

    训练继续时，最好的状态保持不变：其中的列表、数组和集合也一样，模型的权重也一样。
    """
    for state in ({"epoch": 1, "layers": [[1.0], {"w": np.array([2.0, 3.0])}], "seen": {3}}, [[1.0]]):
        same(support.best_after_training(submission.EarlyStopping, state), state)
    same(support.best_weights_after_training(submission.EarlyStopping), [1.0, 2.0])


@pytest.mark.hint(
    en="None, 0 and [] are states, too, and a detour through text changes tuples and keys.",
    zh="None、0 和 [] 也是状态；绕道文本会改变元组和键。",
)
def test_a_state_comes_out_as_it_went_in(submission, support):
    """Any value can be a state, an empty one too: a later one replaces it only if it is better.

    任何值都可以是状态，空值也一样；只有更好的才会替换它。
    """
    for state in (None, {"w": np.array([1.0, -2.0]), "betas": (0.9, 0.999), "steps": {3: "a"}}):
        identical(support.best_in_the_middle(submission.EarlyStopping, state), state)


@pytest.mark.hint(
    en="The state belongs to the caller: put nothing into it and take nothing out.",
    zh="状态属于调用者：不要往里放东西，也不要从里面拿走东西。",
)
def test_the_state_is_left_as_it_was(submission, support):
    """step modifies neither the state it is given nor an earlier best state that is handed in again.

    step 不修改传入的状态；把 best_state 再传进来，也不修改它。
    """
    stopper = submission.EarlyStopping(1)
    state = box({"w": [1.0, 2.0], "epoch": 1})
    same(stopper.step(1.0, state), False)
    same(unbox(state), {"w": [1.0, 2.0], "epoch": 1})
    same(support.back_to_the_best(stopper, 0.5), ({"w": [1.0, 2.0], "epoch": 1},) * 2)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Every comparison with NaN is false. Ask whether the loss is better, not whether it is worse.",
    zh="与 NaN 的任何比较都为假。应该问“是否更好”，而不是“是否更差”。",
)
def test_nan_counts_as_no_improvement(submission, support):
    """A NaN loss is one more call without an improvement, no more and no less.

    NaN 就是又一次没有改进，不多也不少。
    """
    check(submission, support, [1.0, NAN, 2.0, NAN, 0.5], (3,), {4}, 0.5, 5)


@pytest.mark.hint(
    en="Is the first loss taken as the best without a look at what it is?",
    zh="第一个损失是不是没看是什么，就被当成了最好的？",
)
def test_a_first_loss_of_nan_is_no_improvement_either(submission, support):
    """NaN on the first call counts as no improvement, and the first finite loss after it is the best so far.

    第一次就是 NaN 也算没有改进；之后第一个有限的损失才是目前最好的。
    """
    check(submission, support, [NAN, 5.0, 6.0, 7.0], (2,), {4}, 5.0, 2)
    check(submission, support, [NAN, NAN, 5.0], (2,), {2}, 5.0, 3)


def test_an_infinite_loss_is_only_a_bad_one(submission, support):
    """A loss of infinity after a finite one counts as no improvement and changes nothing.

    出现过有限的损失之后，无穷大的损失按没有改进计数，什么都不改变。
    """
    check(submission, support, [1.0, INF, 1.5], (2,), {3}, 1.0, 1)


@pytest.mark.hint(
    en="0.0 is a loss although it is false in an `if`, and no fixed number is large enough to begin with.",
    zh="0.0 也是损失，尽管它在 `if` 中为假；-2 比 -1 低；用任何固定的数作初值都不够大。",
)
def test_losses_may_be_zero_negative_or_large(submission, support):
    """After a loss of 0 a higher one is no improvement, lower is better below 0, and the first loss may be huge.

    损失到过 0 之后，更高的不算改进；负数也是越低越好；第一个损失可以非常大。
    """
    check(submission, support, [0.0, 1.0, 0.5], (2,), {3}, 0.0, 1)
    check(submission, support, [0.5, -1.0, -2, -1.5, -2.0625], (2, 0.125), {5}, -2.0, 3)
    check(submission, support, [sys.float_info.max, 1e308], (1,), {}, 1e308, 2)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="If the caller goes on after True: how many calls in a row without an improvement are there now?",
    zh="返回 True 之后若继续训练：现在连续没有改进的调用有几次？",
)
def test_it_goes_on_saying_stop_until_something_improves(submission, support):
    """After True, calls without an improvement say True again; an improvement says False and starts the count again.

    返回 True 之后，没有改进的调用仍返回 True；出现改进则返回 False，并重新开始计数。
    """
    check(submission, support, [2.0, 3.0, 3.0, 2.5, 1.0, 1.5, 1.25], (2,), {3, 4, 7}, 1.0, 5)


@pytest.mark.hint(
    en="What is written in the class body, or in a module variable, is there once for all objects.",
    zh="写在类体里或模块变量里的东西，所有对象共用一份。",
)
def test_two_objects_share_nothing(submission, support):
    """Objects used side by side keep their own settings, losses, states and counts.

    交替使用的对象各自保存设置、损失、状态和计数。
    """
    same(support.side_by_side(submission.EarlyStopping), [[False, False, True, False], [8.0, 1], [1.0, 2]])


def due(losses, patience, min_delta):
    """The contract, word for word: the epochs that say stop, and (best loss, its epoch)."""
    improved, stops, best = [], set(), (None, None)
    for epoch, loss in enumerate(losses, start=1):
        improved.append(not math.isnan(loss) and (best[0] is None or best[0] - loss > min_delta))
        best = (loss, epoch) if improved[-1] else best
        if len(improved) >= patience and not any(improved[-patience:]):
            stops.add(epoch)
    return stops, *best


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Play a short run on paper: write best loss and count beside each call.",
    zh="在纸上走一遍短的序列：在每次调用旁写下最好损失和计数。",
)
def test_random_runs_follow_the_contract(submission, support, rng):
    """On runs drawn at random every answer, the best loss and the best state are as the contract says.

    对随机的损失序列，每次的返回值、最好的损失和最好的状态都符合契约。
    """
    settings = int(rng.integers(1, 4)), int(rng.integers(1, 9)) / 16
    losses = [33 / 32 + int(height) / 16 for height in np.cumsum(rng.integers(-7, 5, size=90))]
    losses = [NAN if rng.random() < 0.1 else loss for loss in losses]
    check(submission, support, losses, settings, *due(losses, *settings))
