"""Runs of your optimiser, each in one call."""


def run(params, all_grads, *settings, **options):
    """Take a step for each dict of gradients.

    Gives the parameters after each step.
    """
    # Imported only now, because the judge loads this file before yours.
    from adamw import AdamW

    optimiser, seen = AdamW(*settings, **options), []
    for grads in all_grads:
        params = optimiser.step(params, grads)
        seen.append({name: value.copy() for name, value in params.items()})
    return seen


def first_step(params, grads, lr):
    """A step of a new optimiser; gives what it returns."""
    from adamw import AdamW

    return AdamW(lr).step(params, grads)


def in_turn(params, grads, lr):
    """One step each of two optimisers, then a second one of the first."""
    from adamw import AdamW

    one, two = AdamW(lr), AdamW(lr)
    after = one.step(params, grads)
    two.step(params, grads)
    return one.step(after, grads)
