"""Word dropout. The statement holds the contract."""


def word_dropout(tokens: list[str], p: float, seed: int) -> list[str]:
    """Return ``tokens``, each left out with probability ``p``."""
    raise NotImplementedError
