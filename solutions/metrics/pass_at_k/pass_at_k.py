"""The unbiased pass@k (Chen et al. 2021), written to be read.

pass@k = 1 - C(n - c, k) / C(n, k)
"""

from math import comb


def pass_at_k(n: int, c: int, k: int) -> float:
    """Return the unbiased pass@k when ``c`` of ``n`` samples are correct."""
    if not (0 <= c <= n and 1 <= k <= n):
        raise ValueError(f"impossible counts: n={n}, c={c}, k={k}")
    # The trap: as floats the binomials overflow. As integers they are exact,
    # and Python divides two huge integers without converting either first.
    return 1 - comb(n - c, k) / comb(n, k)


def mean_pass_at_k(results: list[tuple[int, int]], k: int) -> float:
    """Return the mean of pass@k over the (n, c) pairs of the problems."""
    if not results:
        raise ValueError("no problem to average over")
    return sum(pass_at_k(n, c, k) for n, c in results) / len(results)
