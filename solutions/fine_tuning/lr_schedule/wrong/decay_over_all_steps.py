"""The decay counts from step 0, so the factor jumps down after the warm-up.

衰减从第 0 步算起，预热一结束系数就跳低。

caught by: test_the_decay_is_linear
"""

def lr_factor(step: int, warmup_steps: int, total_steps: int) -> float:
    """Return the factor of the learning rate of ``step``, in [0, 1]."""
    # The trap: the end comes first, so neither division is by zero.
    if step >= total_steps:
        return 0.0
    if step < warmup_steps:
        return step / warmup_steps
    return (total_steps - step) / total_steps
