"""WordPiece. The statement holds the contract."""


def wordpiece(
    word: str,
    vocab: set[str],
    unk: str = "[UNK]",
    max_chars: int = 100,
) -> list[str]:
    """Return the pieces of ``word``, or ``[unk]``."""
    raise NotImplementedError
