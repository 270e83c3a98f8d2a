"""A full table, dicts of counts, early returns."""


def three(matches, candidate, reference):
    if matches == 0:
        return [0.0, 0.0, 0.0]
    p, r = matches / candidate, matches / reference
    return [p, r, 2 / (1 / p + 1 / r)]


def rouge_n(reference, candidate, n):
    if n <= 0:
        raise ValueError("n must be positive")
    left = {}
    for i in range(len(reference) - n + 1):
        gram = tuple(reference[i : i + n])
        left[gram] = left.get(gram, 0) + 1
    total, matches = sum(left.values()), 0
    for i in range(len(candidate) - n + 1):
        gram = tuple(candidate[i : i + n])
        if left.get(gram, 0) > 0:
            left[gram] -= 1
            matches += 1
    return three(matches, len(candidate) - n + 1, total)


def rouge_l(reference, candidate):
    n, m = len(reference), len(candidate)
    table = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n):
        for j in range(m):
            if reference[i] == candidate[j]:
                table[i + 1][j + 1] = table[i][j] + 1
            else:
                table[i + 1][j + 1] = max(table[i][j + 1], table[i + 1][j])
    return three(table[n][m], m, n)
