"""The smaller one of two lines, with the divisors kept from zero."""


def lr_factor(step, warmup_steps, total_steps):
    if step >= total_steps:
        return 0
    rise = step / warmup_steps if warmup_steps else 1.0
    fall = (total_steps - step) / max(1, total_steps - warmup_steps)
    return min(rise, fall) if warmup_steps < total_steps else rise
