"""ROUGE. The statement holds the contract."""


def rouge_n(
    reference: list[str],
    candidate: list[str],
    n: int,
) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the clipped n-grams."""
    raise NotImplementedError


def rouge_l(
    reference: list[str],
    candidate: list[str],
) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the common subsequence."""
    raise NotImplementedError
