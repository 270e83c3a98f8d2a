"""Looks at the warm-up before it looks at the end.

先判断预热，后判断结束。

caught by: test_the_end_comes_before_a_longer_warm_up
"""

def lr_factor(step: int, warmup_steps: int, total_steps: int) -> float:
    """Return the factor of the learning rate of ``step``, in [0, 1]."""
    # The trap: the end comes first, so neither division is by zero.
    if step < warmup_steps:
        return step / warmup_steps
    if step >= total_steps:
        return 0.0
    return (total_steps - step) / (total_steps - warmup_steps)
