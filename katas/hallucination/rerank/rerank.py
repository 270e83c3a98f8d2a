"""Reranking with a length penalty. The statement holds the contract."""


def rerank(
    candidates: list[tuple[str, list[float]]],
    alpha: float = 0.6,
) -> list[tuple[str, float]]:
    """Return (text, score) for each candidate, the best first.

    ``ValueError`` for a candidate without tokens.
    """
    raise NotImplementedError
