"""Shortens a warm-up that is longer than the training.

预热比训练还长时，把预热缩短了。

caught by: test_a_longer_warm_up_is_not_shortened
"""

def lr_factor(step: int, warmup_steps: int, total_steps: int) -> float:
    """Return the factor of the learning rate of ``step``, in [0, 1]."""
    # The trap: the end comes first, so neither division is by zero.
    if step >= total_steps:
        return 0.0
    warmup_steps = min(warmup_steps, total_steps)
    if step < warmup_steps:
        return step / warmup_steps
    return (total_steps - step) / (total_steps - warmup_steps)
