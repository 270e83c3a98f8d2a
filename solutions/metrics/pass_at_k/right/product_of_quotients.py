"""Multiplies k quotients in a loop; the mean by a loop too."""


def pass_at_k(n, c, k):
    if k < 1 or k > n or c < 0 or c > n:
        raise ValueError("bad counts")
    miss = 1.0
    for i in range(k):
        miss *= max(n - c - i, 0) / (n - i)
    return 1.0 - miss


def mean_pass_at_k(results, k):
    if len(results) == 0:
        raise ValueError("empty")
    total = 0.0
    for n, c in results:
        total += pass_at_k(n, c, k)
    return total / len(results)
