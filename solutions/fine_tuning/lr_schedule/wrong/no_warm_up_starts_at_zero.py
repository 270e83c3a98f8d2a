"""Gives step 0 the factor 0 even where there is no warm-up.

没有预热时，第 0 步的系数也成了 0。

caught by: test_no_warm_up_starts_at_one
"""

def lr_factor(step, warmup_steps, total_steps):
    if step >= total_steps:
        return 0.0
    if step <= warmup_steps:
        return step / max(1, warmup_steps)
    return (total_steps - step) / (total_steps - warmup_steps)
