"""Chunking with overlap. The statement holds the contract."""


def chunk(
    tokens: list[str],
    size: int,
    overlap: int = 0,
) -> list[list[str]]:
    """Return windows of ``size`` tokens with ``overlap`` shared.

    ``ValueError`` if ``size < 1`` or ``overlap`` is outside [0, size).
    """
    raise NotImplementedError
