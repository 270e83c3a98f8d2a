"""Reciprocal rank fusion and nDCG. The statement holds the contract."""


def reciprocal_rank_fusion(
    rankings: list[list[str]],
    k: int = 60,
) -> list[tuple[str, float]]:
    """Return (item, score) pairs, the best first.

    The score adds 1 / (k + rank) over the rankings that hold the item.
    """
    raise NotImplementedError


def ndcg_at_k(ranked: list[str], gains: dict[str, float], k: int) -> float:
    """Return the nDCG of the first ``k`` items of ``ranked``.

    ``ValueError`` if ``k < 1`` or if no gain is positive.
    """
    raise NotImplementedError
