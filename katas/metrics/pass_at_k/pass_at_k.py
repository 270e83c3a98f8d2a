"""pass@k for generated code. The statement holds the contract."""


def pass_at_k(n: int, c: int, k: int) -> float:
    """Return the unbiased pass@k when ``c`` of ``n`` samples are correct.

    ``ValueError`` unless 0 <= c <= n and 1 <= k <= n.
    """
    raise NotImplementedError


def mean_pass_at_k(results: list[tuple[int, int]], k: int) -> float:
    """Return the mean of pass@k over the (n, c) pairs of the problems.

    ``ValueError`` for no pair, and wherever ``pass_at_k`` raises it.
    """
    raise NotImplementedError
