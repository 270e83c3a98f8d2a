"""The hidden suite of early_stopping.

Losses and thresholds are binary fractions, so that every difference is exact and a tie is a tie however one asks. The
oracle of the last test is written from the contract's words, not from the reference. A first loss of infinity is left
open, and so is a state that not every way of copying can copy, such as a lambda; no test goes there.
"""

import math
import sys

import numpy as np
import pytest

from grader.judge.suite import box, close, same, unchanged

NAN, INF = math.nan, math.inf


def at(epoch):
    """The state of an epoch."""
    return {"epoch": epoch}


def answers(stopper, losses):
    """Step through the losses, with the states of epoch 1, 2, …"""
    return [stopper.step(loss, at(epoch)) for epoch, loss in enumerate(losses, start=1)]


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Count the calls without an improvement, this one included: with patience 3 the third one says stop.",
    zh="数一数连续没有改进的调用，包括本次：patience 为 3 时，第三次就要说停。",
)
def test_it_stops_after_patience_calls_without_improvement(submission):
    """With patience 3 the third call in a row without an improvement says stop, and none before it.

    patience 为 3 时，连续第三次没有改进的调用返回 True，之前的都返回 False。
    """
    same(answers(submission.EarlyStopping(3), [1.0, 0.5, 0.75, 0.625, 0.875]), [False, False, False, False, True])
    same(answers(submission.EarlyStopping(1), [1.0, 0.5, 0.75]), [False, False, True])


@pytest.mark.hint(
    en="Does your count go on as far as the patience, however long that is?",
    zh="不论 patience 多大，你的计数都能数到那里吗？",
)
def test_a_long_patience_is_waited_for(submission):
    """With patience 30 it takes 30 calls in a row without an improvement, no more and no fewer.

    patience 为 30 时，要连续 30 次没有改进才停，不多也不少。
    """
    same(answers(submission.EarlyStopping(30), [1.0] + [2.0] * 31), [False] * 30 + [True, True])


@pytest.mark.hint(
    en="Every path through step must return True or False. A function that ends without return gives None.",
    zh="step 的每条路径都要返回 True 或 False；没有 return 就结束的函数返回 None。",
)
def test_the_answer_is_a_bool(submission):
    """The call that goes on training returns False itself, not None or 0.

    还要继续训练时，返回的就是 False，而不是 None 或 0。
    """
    same(submission.EarlyStopping(2).step(1.0, at(1)), False)


@pytest.mark.hint(
    en="A loss is no accuracy: which of two is the better one?",
    zh="损失不是准确率：两个损失中哪个更好？",
)
def test_lower_is_better(submission):
    """Of two losses the lower one is the best, whichever comes first.

    两个损失中较低的更好，不论先后。
    """
    falling, rising = submission.EarlyStopping(3), submission.EarlyStopping(3)
    answers(falling, [1.0, 0.5])
    answers(rising, [0.5, 1.0])
    close(falling.best_loss, 0.5)
    close(rising.best_loss, 0.5)


@pytest.mark.hint(
    en="The calls have to come in a row: what must an improvement do to the count?",
    zh="必须是连续的调用：出现改进时，计数应该怎样？",
)
def test_an_improvement_starts_the_count_again(submission):
    """An improvement between two calls without one starts the count again.

    中间出现一次改进，就重新开始计数。
    """
    losses = [1.0, 1.5, 0.5, 0.75, 0.25, 0.5, 0.5]
    same(answers(submission.EarlyStopping(2), losses), [False] * 6 + [True])


@pytest.mark.hint(
    en="The loss of the call before is not the one to beat.",
    zh="要超越的不是上一次的损失。",
)
def test_a_loss_is_compared_with_the_best_not_with_the_last(submission):
    """A loss below the last one but not below the best one is no improvement.

    比上一次低、但没有比最好的低，不算改进。
    """
    stopper = submission.EarlyStopping(3)
    same(answers(stopper, [1.0, 3.0, 2.0, 1.5]), [False, False, False, True])
    close(stopper.best_loss, 1.0)


@pytest.mark.hint(
    en="Better by exactly min_delta: more than min_delta, or not?",
    zh="恰好低了 min_delta：算不算“超过 min_delta”？",
)
def test_an_improvement_must_exceed_min_delta(submission):
    """Lower by exactly min_delta is no improvement, and with min_delta 0 an equal loss is none.

    恰好低 min_delta 不算改进；min_delta 为 0 时，相等的损失也不算。
    """
    same(answers(submission.EarlyStopping(1, 0.25), [1.0, 0.75]), [False, True])
    same(answers(submission.EarlyStopping(1), [0.5, 0.5]), [False, True])
    same(answers(submission.EarlyStopping(patience=1, min_delta=0.25), [1.0, 0.6875, 0.4375]), [False, False, True])


@pytest.mark.hint(
    en="What is min_delta when the caller does not name it?",
    zh="调用者没有给出 min_delta 时，它是多少？",
)
def test_without_min_delta_any_gain_counts(submission):
    """When min_delta is left out, the smallest gain is an improvement.

    不给 min_delta 时，再小的改进也算数。
    """
    for gain in (2.0**-20, 2.0**-40):  # a millionth, a million-millionth
        stopper = submission.EarlyStopping(1)
        same(answers(stopper, [0.5, 0.5 - gain, 0.5 - 2 * gain]), [False, False, False])
        same(stopper.best_state, at(3))


@pytest.mark.hint(
    en="A gain that is too small changes nothing at all: which loss does the next call have to beat?",
    zh="改进太小就什么都不变：下一次调用要超越的是哪个损失？",
)
def test_small_gains_do_not_move_the_best_loss(submission):
    """Gains of less than min_delta leave best_loss and best_state alone, until together they exceed it.

    小于 min_delta 的改进不改变 best_loss 和 best_state；累计超过 min_delta 时才算一次改进。
    """
    stopper = submission.EarlyStopping(5, 0.5)
    same(answers(stopper, [4.0, 3.75, 3.625]), [False, False, False])
    close(stopper.best_loss, 4.0)
    same(stopper.best_state, at(1))
    same(stopper.step(3.375, at(4)), False)
    close(stopper.best_loss, 3.375)
    same(stopper.best_state, at(4))


@pytest.mark.hint(
    en="min_delta is a difference of losses, not a share of the best loss.",
    zh="min_delta 是损失之差，不是最好损失的百分比。",
)
def test_min_delta_is_an_absolute_amount(submission):
    """min_delta means the same for large losses and for small ones.

    不论损失大小，min_delta 的含义都一样。
    """
    same(answers(submission.EarlyStopping(1, 0.25), [100.0, 99.0, 98.0]), [False, False, False])
    same(answers(submission.EarlyStopping(1, 0.25), [0.5, 0.3125]), [False, True])


@pytest.mark.hint(
    en="Which lines run on every call, and which only when there is an improvement?",
    zh="哪些语句每次都执行，哪些只在有改进时执行？",
)
def test_the_best_state_is_that_of_the_best_loss(submission):
    """best_loss and best_state both belong to the last improvement, also after calls without one.

    best_loss 与 best_state 都来自最近一次改进，之后没有改进的调用不影响它们。
    """
    stopper = submission.EarlyStopping(3)
    stopper.step(1.0, {"w": [1.0]})
    close(stopper.best_loss, 1.0)
    same(stopper.best_state, {"w": [1.0]})
    stopper.step(0.5, {"w": [2.0]})
    stopper.step(0.75, {"w": [3.0]})
    stopper.step(2.0, {"w": [4.0]})
    close(stopper.best_loss, 0.5)
    same(stopper.best_state, {"w": [2.0]})


@pytest.mark.hint(
    en="After `a = b` both names mean one object. What does the caller do with it next?",
    zh="执行 `a = b` 之后，两个名字指向同一个对象。调用者接下来会拿它做什么？",
)
def test_the_best_state_does_not_follow_the_callers_object(submission):
    """When training goes on writing into the state, the best state stays what it was.

    训练继续改写状态时，最好的状态保持不变。
    """
    state = box({"epoch": 1, "bias": 0.5})
    stopper = submission.EarlyStopping(2)
    stopper.step(1.0, state)
    state.update(epoch=2, bias=0.75)
    stopper.step(2.0, state)
    same(stopper.best_state, {"epoch": 1, "bias": 0.5})


@pytest.mark.points(2)
@pytest.mark.hint(
    en="dict(state), state.copy() and copy.copy(state) make a new outer shell around the same inner values.",
    zh="dict(state)、state.copy()、copy.copy(state) 只换了最外层，里面还是同样的对象。",
)
def test_the_copy_goes_all_the_way_down(submission):
    """Values inside the state are copied, too, not only its outermost container.

    状态内部的值也要复制，而不只是最外层的容器。
    """
    weights = box([1.0, 2.0])
    state = box({"epoch": 1})
    state.update(layer=weights)
    stopper = submission.EarlyStopping(2)
    stopper.step(1.0, state)
    weights.append(9.0)
    stopper.step(2.0, state)
    same(stopper.best_state, {"epoch": 1, "layer": [1.0, 2.0]})


@pytest.mark.hint(
    en="How many levels does your copy go down, and does it begin with a dict only?",
    zh="你的复制往下走了几层？是不是只有最外层是字典时才会复制？",
)
def test_lists_in_lists_are_copied(submission):
    """A list three levels down is copied, and so is one inside a list.

    第三层的列表也要复制，列表里的列表也要复制。
    """
    row, rows, state = box([1.0]), box([]), box({})
    rows.append(row)
    state.update(layers=rows)
    by_name, bare = submission.EarlyStopping(2), submission.EarlyStopping(2)
    by_name.step(1.0, state)
    bare.step(1.0, rows)
    row.append(9.0)
    same(by_name.best_state, {"layers": [[1.0]]})
    same(bare.best_state, [[1.0]])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="An optimiser writes into the arrays themselves. Does your copy hold arrays of its own?",
    zh="优化器直接写进数组本身。你的副本里有没有自己的数组？",
)
def test_arrays_are_copied(submission):
    """An array that training writes into stays what it was in the best state, inside a dict and by itself.

    训练会改写数组；不论数组在字典里还是单独作为状态，最好的状态里的那一份都保持不变。
    """
    weights, state = box(np.array([1.0, 2.0])), box({"epoch": 1})
    state.update(w=weights)
    by_name, bare = submission.EarlyStopping(2), submission.EarlyStopping(2)
    by_name.step(1.0, state)
    bare.step(1.0, weights)
    weights.fill(9.0)
    same(by_name.best_state, {"epoch": 1, "w": np.array([1.0, 2.0])})
    same(bare.best_state, np.array([1.0, 2.0]))


@pytest.mark.hint(
    en="Which kinds of value does your copy know? A set can change, and an object of a class, too.",
    zh="你的复制认识哪些类型？集合会变，自定义类的对象也会变。",
)
def test_sets_and_objects_are_copied(submission, support):
    """Sets and objects of a class are copied like lists and dicts.

    集合和自定义类的对象，与列表、字典一样要复制。
    """
    frozen, state, model = box({3}), box({"epoch": 1}), support.ToyModel()
    state.update(frozen=frozen)
    by_name, bare, whole = (submission.EarlyStopping(2) for _ in range(3))
    by_name.step(1.0, state)
    bare.step(1.0, frozen)
    whole.step(1.0, model)
    frozen.add(4)
    model.train()
    same(by_name.best_state, {"epoch": 1, "frozen": {3}})
    same(bare.best_state, {3})
    same(getattr(whole.best_state, "weights", None), [1.0, 2.0])


@pytest.mark.hint(
    en="None, 0 and [] are states, too. Does an `if` or an `or` of yours take them for none?",
    zh="None、0 和 [] 也是状态。你的某个 `if` 或 `or` 是否把它们当成了“没有状态”？",
)
def test_a_state_may_be_empty(submission):
    """None, 0 and empty containers are states like any other, and do not look as if there were no best one yet.

    None、0 和空容器都是普通的状态，不能被当成“还没有最好的状态”。
    """
    for state in [None, 0, "", [], {}]:
        stopper = submission.EarlyStopping(1)
        same([stopper.step(1.0, at(1)), stopper.step(0.5, state)], [False, False])
        same(stopper.best_state, state)
        same(stopper.step(0.75, at(3)), True)
        close(stopper.best_loss, 0.5)
        same(stopper.best_state, state)


@pytest.mark.hint(
    en="Nothing promises a dict: one function of the standard library copies whatever it is given.",
    zh="契约没有说状态一定是字典：标准库里有一个函数什么都能复制。",
)
def test_the_state_may_be_any_value(submission):
    """The state may be a number, a string or a nested list as well as a dict.

    状态除了字典，也可以是数、字符串或嵌套列表。
    """
    for state in [7, "epoch-7.pt", [[0.5], [[1.5]]]]:
        stopper = submission.EarlyStopping(2)
        stopper.step(0.5, state)
        same(stopper.best_state, state)


@pytest.mark.hint(
    en="A detour through text changes what it cannot write down: tuples, arrays, keys that are numbers.",
    zh="绕道文本会改变写不下来的东西：元组、数组、以数字为键的字典。",
)
def test_arrays_and_tuples_come_out_as_they_went_in(submission):
    """Arrays, tuples and keys that are numbers are in the best state what they were in the state.

    状态中的数组、元组和数字键，在最好的状态里保持原样。
    """
    weights = np.array([[1.0, -2.0], [0.5, 4.0]])
    stopper = submission.EarlyStopping(2)
    stopper.step(0.5, {"w": weights, "betas": (0.9, 0.999), "steps": {3: None}})
    same(stopper.best_state, {"w": weights, "betas": (0.9, 0.999), "steps": {3: None}})


@pytest.mark.hint(
    en="The state belongs to the caller: put nothing into it and take nothing out.",
    zh="状态属于调用者：不要往里放东西，也不要从里面拿走东西。",
)
def test_the_state_is_left_as_it_was(submission):
    """step does not modify the state it is given.

    step 不修改传入的状态。
    """
    stopper = submission.EarlyStopping(1)
    same(unchanged(stopper.step, 1.0, {"w": [1.0, 2.0], "epoch": 1}), False)
    same(unchanged(stopper.step, 2.0, {"w": [3.0, 4.0], "epoch": 2}), True)


@pytest.mark.hint(
    en="Is a new best state a new object, or is the old one emptied and filled again?",
    zh="新的最好状态是一个新对象，还是把旧的清空再填进去？",
)
def test_training_may_go_back_to_the_best_state(submission, support):
    """The best state may itself be handed to step: it is copied like any other, and left as it was.

    可以把 best_state 本身再传给 step：它与别的状态一样被复制，本身保持不变。
    """
    stopper = submission.EarlyStopping(2)
    stopper.step(1.0, {"w": [1.0]})
    same(support.back_to_the_best(stopper, 0.5), {"w": [1.0]})
    same(stopper.best_state, {"w": [1.0]})


@pytest.mark.hint(
    en="What are the two arguments of step called in the statement?",
    zh="题面里 step 的两个参数叫什么名字？",
)
def test_arguments_may_be_named(submission):
    """patience, min_delta, loss and state may be given by name, in any order.

    patience、min_delta、loss、state 都可以按名字传入，顺序任意。
    """
    stopper = submission.EarlyStopping(min_delta=0.25, patience=1)
    same([stopper.step(loss=1.0, state=at(1)), stopper.step(state=at(2), loss=0.875)], [False, True])
    same(stopper.best_state, at(1))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Every comparison with NaN is false. Ask whether the loss is better, not whether it is worse.",
    zh="与 NaN 的任何比较都为假。应该问“是否更好”，而不是“是否更差”。",
)
def test_nan_does_not_become_the_best_loss(submission):
    """A NaN loss is no improvement: it replaces neither the best loss nor the best state.

    NaN 不算改进：既不替换最好的损失，也不替换最好的状态。
    """
    stopper = submission.EarlyStopping(3)
    answers(stopper, [1.0, NAN, 2.0])
    close(stopper.best_loss, 1.0)
    same(stopper.best_state, at(1))
    same(stopper.step(0.5, at(4)), False)
    close(stopper.best_loss, 0.5)


@pytest.mark.hint(
    en="A NaN is one more call without an improvement: it neither ends training by itself nor goes uncounted.",
    zh="NaN 就是又一次没有改进：它本身不会终止训练，也不能不计数。",
)
def test_nan_is_counted_like_any_call_without_improvement(submission):
    """A NaN loss counts as one call without an improvement, no more and no less.

    NaN 按一次没有改进计数，不多也不少。
    """
    same(answers(submission.EarlyStopping(2), [1.0, NAN, NAN]), [False, False, True])
    same(answers(submission.EarlyStopping(2), [1.0, NAN, 0.5, 2.0, NAN]), [False, False, False, False, True])


@pytest.mark.hint(
    en="Is the first loss taken as the best without a look at what it is?",
    zh="第一个损失是不是没看是什么，就被当成了最好的？",
)
def test_a_first_loss_of_nan_is_no_improvement_either(submission):
    """NaN on the first call counts as no improvement, and the first finite loss after it is the best so far.

    第一次就是 NaN 也算没有改进；之后第一个有限的损失才是目前最好的。
    """
    stopper = submission.EarlyStopping(2)
    same(answers(stopper, [NAN, 5.0, 6.0, 7.0]), [False, False, False, True])
    close(stopper.best_loss, 5.0)
    same(stopper.best_state, at(2))
    same(submission.EarlyStopping(1).step(NAN, at(1)), True)


@pytest.mark.hint(
    en="A loss of infinity is a very bad one. What does it do to the best loss?",
    zh="损失为无穷大就是非常差。它会影响最好的损失吗？",
)
def test_an_infinite_loss_is_only_a_bad_one(submission):
    """A loss of infinity after a finite one counts as no improvement and changes nothing.

    出现过有限的损失之后，无穷大的损失按没有改进计数，什么都不改变。
    """
    stopper = submission.EarlyStopping(2)
    same(answers(stopper, [1.0, INF, 0.5, INF]), [False, False, False, False])
    close(stopper.best_loss, 0.5)
    same(stopper.best_state, at(3))
    same(stopper.step(0.75, at(5)), True)


@pytest.mark.hint(
    en="0.0 is a loss, not the absence of one, although it is false in an `if`.",
    zh="0.0 是一个损失，不是“没有损失”，尽管它在 `if` 中为假。",
)
def test_a_best_loss_of_zero_is_a_loss_like_any_other(submission):
    """After a loss of 0 a higher loss is no improvement.

    损失到过 0 之后，更高的损失不算改进。
    """
    stopper = submission.EarlyStopping(2)
    same(answers(stopper, [0.0, 1.0, 0.5]), [False, False, True])
    close(stopper.best_loss, 0.0)
    same(stopper.best_state, at(1))


@pytest.mark.hint(
    en="Lower is better below zero, too: -2 beats -1.",
    zh="负数也是越低越好：-2 比 -1 好。",
)
def test_losses_may_be_negative(submission):
    """For negative losses lower is better all the same.

    损失为负时，同样是越低越好。
    """
    stopper = submission.EarlyStopping(2, 0.125)
    same(answers(stopper, [0.5, -1.0, -2.0, -1.5, -2.0625]), [False, False, False, False, True])
    close(stopper.best_loss, -2.0)
    same(stopper.best_state, at(3))


@pytest.mark.hint(
    en="What is the first loss compared with? No fixed number is large enough.",
    zh="第一个损失和什么比较？任何固定的数都不够大。",
)
def test_the_first_loss_is_the_best_so_far_however_large(submission):
    """The first loss is an improvement, even a very large one, and whole numbers are losses too.

    第一个损失算改进，再大也一样；整数也可以作损失。
    """
    for first, second in [(10**15, 10**14), (1e31, 1e30), (sys.float_info.max, 1e308)]:
        stopper = submission.EarlyStopping(1)
        same(stopper.step(first, at(1)), False)
        close(stopper.best_loss, float(first))
        same(stopper.best_state, at(1))
        same(stopper.step(second, at(2)), False)
        same(stopper.best_state, at(2))


@pytest.mark.hint(
    en="If the caller goes on without an improvement, is the last stretch of bad calls any shorter?",
    zh="调用者继续训练仍没有改进，连续没有改进的次数会变少吗？",
)
def test_it_goes_on_saying_stop(submission):
    """Further calls without an improvement after the first True say True, too, and leave the best state alone.

    第一次返回 True 之后，继续没有改进的调用仍返回 True，也不改变最好的状态。
    """
    stopper = submission.EarlyStopping(2)
    same(answers(stopper, [1.0, 2.0, 2.0, 3.0, 1.5, NAN]), [False, False, True, True, True, True])
    close(stopper.best_loss, 1.0)
    same(stopper.best_state, at(1))


@pytest.mark.hint(
    en="After an improvement, how many calls in a row without one are there? Is the answer still the old one?",
    zh="出现改进之后，连续没有改进的调用有几次？返回的是不是还是之前的答案？",
)
def test_an_improvement_takes_the_stop_back(submission):
    """If the caller goes on after True, an improvement says False again and starts the count again.

    返回 True 之后若继续训练，出现改进就返回 False，并重新开始计数。
    """
    same(answers(submission.EarlyStopping(1), [2.0, 3.0, 1.0, 1.5]), [False, True, False, True])
    losses = [2.0, 3.0, 3.0, 1.0, 1.5, 1.25]
    same(answers(submission.EarlyStopping(2), losses), [False, False, True, False, False, True])


@pytest.mark.hint(
    en="What is written in the class body, or in a module variable, is there once for all objects.",
    zh="写在类体里或模块变量里的东西，所有对象共用一份。",
)
def test_two_objects_do_not_share_anything(submission):
    """Two objects used side by side keep their own losses, states and counts.

    两个对象交替使用时，各自保存损失、状态和计数。
    """
    low, high = submission.EarlyStopping(2), submission.EarlyStopping(2)
    same([low.step(1.0, at(1)), high.step(8.0, at(11))], [False, False])
    same([low.step(2.0, at(2)), high.step(7.0, at(12))], [False, False])
    same([low.step(0.5, at(3)), high.step(7.5, at(13))], [False, False])
    same([low.step(3.0, at(4)), high.step(7.5, at(14))], [False, True])
    close(low.best_loss, 0.5)
    close(high.best_loss, 7.0)
    same(low.best_state, at(3))
    same(high.best_state, at(12))


@pytest.mark.hint(
    en="Settings belong to an object as much as losses do: what does the second object do to the first one's?",
    zh="设置与损失一样属于各个对象：创建第二个对象时，第一个的设置会怎样？",
)
def test_each_object_has_its_own_settings(submission):
    """An object keeps its patience and its min_delta when another one is made with others.

    用别的设置创建另一个对象时，原来的对象保留自己的 patience 和 min_delta。
    """
    hasty, calm = submission.EarlyStopping(1), submission.EarlyStopping(3)
    same([hasty.step(1.0, at(1)), hasty.step(2.0, at(2))], [False, True])
    same(answers(calm, [1.0, 2.0, 2.0, 2.0]), [False, False, False, True])
    exact, coarse = submission.EarlyStopping(2), submission.EarlyStopping(2, 0.5)
    answers(exact, [1.0, 0.75])
    answers(coarse, [1.0, 0.75])
    close(exact.best_loss, 0.75)
    close(coarse.best_loss, 1.0)


def due(losses, patience, min_delta):
    """The contract, word for word: (answers up to the first True, (best loss, its epoch) or None)."""
    said, improved, best = [], [], None
    for epoch, loss in enumerate(losses, start=1):
        better = not math.isnan(loss) and (best is None or best[0] - loss > min_delta)
        improved.append(better)
        if better:
            best = (loss, epoch)
        said.append(len(improved) >= patience and not any(improved[-patience:]))
        if said[-1]:
            break
    return said, best


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Play a short run on paper: write best loss and count beside each call.",
    zh="在纸上走一遍短的序列：在每次调用旁写下最好损失和计数。",
)
def test_random_runs_follow_the_contract(submission, rng):
    """On runs drawn at random every answer, the best loss and the best state are as the contract says.

    对随机的损失序列，每次的返回值、最好的损失和最好的状态都符合契约。
    """
    for run in range(24):
        patience, min_delta = 1 + run % 5, int(rng.integers(0, 9)) / 16
        start = 33 / 32 if run % 2 else -31 / 32  # an odd number of 32nds: no loss is exactly 0
        losses = [start + int(height) / 16 for height in np.cumsum(rng.integers(-7, 5, size=30))]
        losses = [NAN if rng.random() < 0.1 else loss for loss in losses]
        if run % 7 == 0:
            losses[0] = NAN
        said, best = due(losses, patience, min_delta)
        stopper = submission.EarlyStopping(patience, min_delta)
        same(answers(stopper, losses[: len(said)]), said)
        if best is not None:
            close(stopper.best_loss, best[0])
            same(stopper.best_state, at(best[1]))
