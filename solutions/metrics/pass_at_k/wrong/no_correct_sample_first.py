"""No correct sample gives 0 before k is checked.

没有正确样本时直接返回 0，还没有检查 k。

caught by: test_an_impossible_k_is_refused_without_a_correct_sample
"""

from math import comb


def pass_at_k(n: int, c: int, k: int) -> float:
    """Return the unbiased pass@k when ``c`` of ``n`` samples are correct."""
    if c == 0:
        return 0.0
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
