"""Decays along a cosine.

按余弦衰减。

caught by: test_the_decay_is_linear
also fails: test_no_warm_up_starts_at_one
"""

def lr_factor(step: int, warmup_steps: int, total_steps: int) -> float:
    """Return the factor of the learning rate of ``step``, in [0, 1]."""
    # The trap: the end comes first, so neither division is by zero.
    if step >= total_steps:
        return 0.0
    if step < warmup_steps:
        return step / warmup_steps
    from math import cos, pi

    return (1 + cos(pi * (step - warmup_steps) / (total_steps - warmup_steps))) / 2
