"""Divides by warmup_steps even where it is 0.

warmup_steps 为 0 时也拿它做除数。

caught by: test_nothing_is_divided_by_zero
also fails: test_no_warm_up_starts_at_one
"""

def lr_factor(step: int, warmup_steps: int, total_steps: int) -> float:
    """Return the factor of the learning rate of ``step``, in [0, 1]."""
    # The trap: the end comes first, so neither division is by zero.
    if step >= total_steps:
        return 0.0
    rise = step / warmup_steps
    if rise < 1:
        return rise
    return (total_steps - step) / (total_steps - warmup_steps)
