"""Goes on below 0 after the end.

训练结束之后继续降到 0 以下。

caught by: test_the_factor_is_zero_from_the_end_on
"""

def lr_factor(step: int, warmup_steps: int, total_steps: int) -> float:
    """Return the factor of the learning rate of ``step``, in [0, 1]."""
    # The trap: the end comes first, so neither division is by zero.
    if step == total_steps or (step > total_steps and warmup_steps >= total_steps):
        return 0.0
    if step < warmup_steps:
        return step / warmup_steps
    return (total_steps - step) / (total_steps - warmup_steps)
