"""Divides without a remainder.

用了整除。

caught by: test_the_warm_up_is_linear
also fails: test_a_longer_warm_up_is_not_shortened,
test_a_warm_up_until_the_end_divides_by_nothing, test_no_warm_up_starts_at_one,
test_the_decay_is_linear
"""

def lr_factor(step: int, warmup_steps: int, total_steps: int) -> float:
    """Return the factor of the learning rate of ``step``, in [0, 1]."""
    # The trap: the end comes first, so neither division is by zero.
    if step >= total_steps:
        return 0.0
    if step < warmup_steps:
        return step // warmup_steps
    return (total_steps - step) // (total_steps - warmup_steps)
