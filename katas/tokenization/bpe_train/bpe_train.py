"""Byte pair encoding. The statement holds the contract."""


def train_bpe(
    word_counts: dict[str, int],
    num_merges: int,
) -> list[tuple[str, str]]:
    """Return at most ``num_merges`` merges, in the order they were made."""
    raise NotImplementedError


def apply_bpe(word: str, merges: list[tuple[str, str]]) -> list[str]:
    """Return the tokens of ``word`` after one pass over ``merges``."""
    raise NotImplementedError
