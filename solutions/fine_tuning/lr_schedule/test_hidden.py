"""The hidden suite of lr_schedule; expected values are worked by hand."""

import pytest

from grader.judge.suite import close


def test_the_warm_up_starts_at_zero(submission):
    """Step 0 of a warm-up has the factor 0.

    有预热时，第 0 步的系数是 0。
    """
    close(submission.lr_factor(0, 10, 110), 0.0)


@pytest.mark.points(2)
def test_the_warm_up_is_linear(submission):
    """During the warm-up the factor is step / warmup_steps.

    预热阶段的系数是 step / warmup_steps。
    """
    close(submission.lr_factor(3, 10, 110), 0.3)
    close(submission.lr_factor(9, 10, 11), 0.9)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="How many steps does the decay take, and how many of them are left?",
    zh="衰减一共有多少步？还剩多少步？",
)
def test_the_decay_is_linear(submission):
    """At warmup_steps the factor is 1, from where it falls in equal steps towards 0 at total_steps.

    在 warmup_steps 处系数是 1，之后匀速下降，到 total_steps 处为 0。
    """
    close(submission.lr_factor(10, 10, 90), 1.0)
    close(submission.lr_factor(30, 10, 90), 0.75)
    close(submission.lr_factor(80, 10, 90), 0.125)


@pytest.mark.hint(
    en="What does the formula of the decay give for a step after the end?",
    zh="把训练结束之后的步数代入衰减公式，会得到什么？",
)
def test_the_factor_is_zero_from_the_end_on(submission):
    """At total_steps and after it the factor is 0, never negative.

    到达 total_steps 以及之后，系数是 0，不会变成负数。
    """
    close(submission.lr_factor(90, 10, 90), 0.0)
    close(submission.lr_factor(170, 10, 90), 0.0)


def test_no_warm_up_starts_at_one(submission):
    """With warmup_steps = 0 step 0 has the factor 1, and the decay starts at once.

    warmup_steps = 0 时，第 0 步的系数是 1，随即开始衰减。
    """
    close(submission.lr_factor(0, 0, 80), 1.0)
    close(submission.lr_factor(20, 0, 80), 0.75)


@pytest.mark.hint(
    en="Which denominators can be 0? Make sure that those lines aren't reached.",
    zh="哪些分母可能是 0？别让程序走到那些行。",
)
def test_nothing_is_divided_by_zero(submission):
    """Where the warm-up or the decay takes no steps the factor is still a number from 0 to 1.

    预热或衰减的步数为 0 时，系数仍是 0 到 1 之间的数。
    """
    for step, warmup_steps, total_steps in ((0, 0, 80), (10, 10, 10), (0, 0, 0)):
        close(submission.lr_factor(step, warmup_steps, total_steps), 0.5, rtol=0.0, atol=0.5)


@pytest.mark.hint(
    en="With warmup_steps = total_steps the decay takes 0 steps. Who divides by them?",
    zh="warmup_steps = total_steps 时，衰减只有 0 步。哪里会除以它？",
)
def test_a_warm_up_until_the_end_divides_by_nothing(submission):
    """With warmup_steps = total_steps the factor rises, then is 0 at total_steps.

    warmup_steps = total_steps 时，系数一直上升，到 total_steps 处为 0。
    """
    close(submission.lr_factor(5, 10, 10), 0.5)
    close(submission.lr_factor(10, 10, 10), 0.0)
    close(submission.lr_factor(0, 0, 0), 0.0)


@pytest.mark.hint(
    en="Which question do you ask first: has training ended, or is this the warm-up?",
    zh="你先判断的是训练已经结束，还是正在预热？",
)
def test_the_end_comes_before_a_longer_warm_up(submission):
    """From total_steps on the factor is 0, also inside a longer warm-up.

    即使预热还没结束，从 total_steps 起系数也是 0。
    """
    close(submission.lr_factor(10, 20, 10), 0.0)
    close(submission.lr_factor(12, 20, 10), 0.0)


def test_a_longer_warm_up_is_not_shortened(submission):
    """A warm-up that is longer than the training rises at its own pace until the end.

    预热比训练还长时，结束之前仍按原来的速度上升。
    """
    close(submission.lr_factor(5, 20, 10), 0.25)
