"""The hidden suite of cosine_schedule; expected values are worked by hand."""

from grader.judge.suite import close


def test_the_warm_up_is_linear_from_zero(submission):
    """The rate rises linearly from 0, not from the floor.

    学习率从 0 线性上升，而不是从 floor 开始。
    """
    close(submission.cosine_lr(0, 10, 110, 2.0, 1.0), 0.0)
    close(submission.cosine_lr(5, 10, 110, 2.0, 1.0), 1.0)
    close(submission.cosine_lr(9, 10, 110, 2.0, 0.5), 1.8)


def test_the_peak_comes_at_the_end_of_the_warm_up(submission):
    """At warmup_steps the rate is the peak.

    在 warmup_steps 处达到峰值。
    """
    close(submission.cosine_lr(10, 10, 110, 2.0, 1.0), 2.0)


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


def test_the_rate_stays_at_the_floor_after_the_end(submission):
    """From total_steps on the rate is the floor.

    从 total_steps 起学习率等于 floor。
    """
    close(submission.cosine_lr(100, 10, 100, 3.0, 1.0), 1.0)
    close(submission.cosine_lr(150, 10, 100, 3.0, 1.0), 1.0)


def test_no_warm_up_starts_at_the_peak(submission):
    """With warmup_steps = 0 the first step has the peak.

    warmup_steps = 0 时，第一步就是峰值。
    """
    close(submission.cosine_lr(0, 0, 90, 3.0, 1.0), 3.0)
    close(submission.cosine_lr(30, 0, 90, 3.0, 1.0), 2.5)


def test_only_warm_up_divides_by_nothing(submission):
    """With warmup_steps = total_steps the rate rises, then falls to the floor.

    warmup_steps = total_steps 时，先上升，再直接降到 floor。
    """
    close(submission.cosine_lr(5, 10, 10, 2.0, 1.0), 1.0)
    close(submission.cosine_lr(10, 10, 10, 2.0, 1.0), 1.0)


def test_the_end_comes_before_a_longer_warm_up(submission):
    """From total_steps on the rate is the floor, also inside a longer warm-up.

    即使预热还没结束，从 total_steps 起也是 floor。
    """
    close(submission.cosine_lr(12, 20, 10, 2.0, 0.5), 0.5)
