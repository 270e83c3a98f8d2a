"""Divides by the length of the decay even where it is 0.

衰减长度为 0 时也拿它做除数。

caught by: test_a_warm_up_until_the_end_divides_by_nothing
also fails: test_nothing_is_divided_by_zero
"""

def lr_factor(step: int, warmup_steps: int, total_steps: int) -> float:
    """Return the factor of the learning rate of ``step``, in [0, 1]."""
    # The trap: the end comes first, so neither division is by zero.
    fall = (total_steps - step) / (total_steps - warmup_steps)
    if step >= total_steps:
        return 0.0
    return step / warmup_steps if step < warmup_steps else fall
