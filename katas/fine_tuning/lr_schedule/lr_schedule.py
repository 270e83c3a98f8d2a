"""A linear schedule with warm-up. The statement holds the contract."""


def lr_factor(step: int, warmup_steps: int, total_steps: int) -> float:
    """Return the factor of the learning rate of ``step``, in [0, 1]."""
    raise NotImplementedError
