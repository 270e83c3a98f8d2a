"""Recall at k and MRR. The statement holds the contract."""


def recall_at_k(ranked: list[str], relevant: set[str], k: int) -> float:
    """Return the share of ``relevant`` in the first k of ``ranked``.

    ``ValueError`` if nothing is relevant.
    """
    raise NotImplementedError


def mean_reciprocal_rank(
    rankings: list[list[str]],
    relevant: list[set[str]],
) -> float:
    """Return the mean of 1 / rank of the first relevant item; 0 without."""
    raise NotImplementedError
