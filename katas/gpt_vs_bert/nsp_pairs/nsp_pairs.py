"""Pairs for next sentence prediction. The statement holds the contract."""


def nsp_pairs(
    documents: list[list[str]],
    seed: int,
) -> list[tuple[str, str, bool]]:
    """Return a pair (first, second, is_next) for each sentence but the last.

    ``ValueError`` for fewer than two documents.
    """
    raise NotImplementedError
