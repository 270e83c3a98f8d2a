"""A cosine schedule with warm-up. The statement holds the contract."""


def cosine_lr(
    step: int,
    warmup_steps: int,
    total_steps: int,
    peak: float,
    floor: float = 0.0,
) -> float:
    """Return the learning rate of ``step``."""
    raise NotImplementedError
