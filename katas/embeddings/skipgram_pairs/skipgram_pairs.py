"""Skip-gram and CBOW pairs. The statement holds the contract."""


def skipgram_pairs(tokens: list[str], window: int) -> list[tuple[str, str]]:
    """Return the pairs (centre, context) of a text."""
    raise NotImplementedError


def cbow_pairs(tokens: list[str], window: int) -> list[tuple[list[str], str]]:
    """Return the pairs (contexts, centre) of a text."""
    raise NotImplementedError
