"""The hidden suite of cosine_schedule; expected values are worked by hand."""

import pytest

from grader.judge.suite import close


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The warm-up starts at 0, and step counts from 0.",
    zh="预热从 0 开始，step 也从 0 数起。",
)
def test_the_warm_up_is_linear_from_zero(submission):
    """The rate rises linearly from 0, not from the floor.

    学习率从 0 线性上升，而不是从 floor 开始。
    """
    close(submission.cosine_lr(0, 10, 110, 2.0, 1.0), 0.0)
    close(submission.cosine_lr(5, 10, 110, 2.0, 1.0), 1.0)
    close(submission.cosine_lr(9, 10, 110, 2.0, 0.5), 1.8)


@pytest.mark.hint(
    en="At the peak the progress is 0, and cos 0 is 1.",
    zh="在峰值处 progress 是 0，而 cos 0 等于 1。",
)
def test_the_peak_comes_at_the_end_of_the_warm_up(submission):
    """At warmup_steps the rate is the peak.

    在 warmup_steps 处达到峰值。
    """
    close(submission.cosine_lr(10, 10, 110, 2.0, 1.0), 2.0)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Progress counts from the end of the warm-up, over the steps that are left.",
    zh="progress 从预热结束算起，分母是剩下的步数。",
)
def test_the_decay_is_a_cosine(submission):
    """A third of the way down, (1 + cos 60°)/2 = 3/4 of the gap is left.

    衰减三分之一时，还剩差值的 (1 + cos 60°)/2 = 3/4。
    """
    close(submission.cosine_lr(40, 10, 100, 3.0, 1.0), 2.5)
    close(submission.cosine_lr(70, 10, 100, 3.0, 1.0), 1.5)


def test_the_floor_is_zero_unless_given(submission):
    """Without floor the decay goes to 0.

    不传 floor 时衰减到 0。
    """
    close(submission.cosine_lr(40, 10, 100, 4.0), 3.0)
    close(submission.cosine_lr(100, 10, 100, 4.0), 0.0)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A cosine rises again after π. Look whether the step is past the end.",
    zh="余弦过了 π 又会上升。先判断是否已经结束。",
)
def test_the_rate_stays_at_the_floor_after_the_end(submission):
    """From total_steps on the rate is the floor.

    从 total_steps 起学习率等于 floor。
    """
    close(submission.cosine_lr(100, 10, 100, 3.0, 1.0), 1.0)
    close(submission.cosine_lr(150, 10, 100, 3.0, 1.0), 1.0)


@pytest.mark.hint(
    en="With warmup_steps = 0 no step is in the warm-up, so nothing may be divided by it.",
    zh="warmup_steps = 0 时没有预热的步，不能拿它作除数。",
)
def test_no_warm_up_starts_at_the_peak(submission):
    """With warmup_steps = 0 the first step has the peak.

    warmup_steps = 0 时，第一步就是峰值。
    """
    close(submission.cosine_lr(0, 0, 90, 3.0, 1.0), 3.0)
    close(submission.cosine_lr(30, 0, 90, 3.0, 1.0), 2.5)


@pytest.mark.hint(
    en="total_steps - warmup_steps is 0 here. Which branch comes before the division?",
    zh="这里 total_steps - warmup_steps 为 0。除法之前应先走哪个分支？",
)
def test_only_warm_up_divides_by_nothing(submission):
    """With warmup_steps = total_steps the rate rises and then drops to the floor at once.

    warmup_steps = total_steps 时，学习率上升，然后直接降到 floor。
    """
    close(submission.cosine_lr(5, 10, 10, 2.0), 1.0)
    close(submission.cosine_lr(10, 10, 10, 2.0, 1.0), 1.0)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Ask for the end before you ask for the warm-up.",
    zh="先判断结束，再判断预热。",
)
def test_the_end_comes_before_a_longer_warm_up(submission):
    """From total_steps on the rate is the floor, also inside a longer warm-up.

    即使预热还没结束，从 total_steps 起也是 floor。
    """
    close(submission.cosine_lr(12, 20, 10, 2.0, 0.5), 0.5)


@pytest.mark.hint(
    en="The warm-up keeps its own length, even if it is longer than the training.",
    zh="预热比训练还长时，预热步数也不变。",
)
def test_a_longer_warm_up_keeps_its_slope(submission):
    """In a warm-up longer than the training the rate at step 5 of 20 is a quarter of the peak.

    预热比训练还长时，在 20 步预热的第 5 步，学习率是峰值的四分之一。
    """
    close(submission.cosine_lr(5, 20, 10, 2.0, 0.5), 0.5)
    close(submission.cosine_lr(9, 20, 10, 2.0), 0.9)
